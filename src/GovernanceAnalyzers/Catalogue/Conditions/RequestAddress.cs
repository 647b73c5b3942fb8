namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether an address says that a request only asks, by the first word of its last part (<c>/v1/search</c>, <c>/weather/get_forecast</c>), or by an end
/// that services which only answer, a model's or one for tokens, are known by. A name proves nothing, so that this casts doubt on what the request does and
/// answers nothing.
/// </summary>
internal static class RequestAddress
{
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyze", "autocomplete", "calculate", "check", "classify", "completions", "count", "detect", "embed", "embeddings", "estimate", "exists", "find", "get", "list", "lookup",
        "moderations", "msearch", "ocr", "predict", "preview", "query", "render", "rerank", "search", "suggest", "tokenize", "transcriptions", "translate", "validate", "verify",
    };

    /// <summary>Ends of which the last word alone may as well be what is made there: a message, a template, a token for somebody else.</summary>
    private static readonly string[] s_answeringEnds =
    [
        ":generateContent", ":rawPredict", ":streamGenerateContent", "anthropic.com/v1/messages", "api/chat", "api/generate", "api/show", "api/template", "audio/speech", "auth/login",
        "connect/token", "images/generations", "oauth/access_token", "oauth/token", "oauth2/token", "oauth2/v2.0/token", "openid-connect/token", "v1/responses",
    ];

    public static bool Asks(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        return s_answeringEnds.Any(end => EndsWithPart(path, end)) || s_questions.Contains(FirstWord(path.Substring(path.LastIndexOfAny(['/', ':']) + 1).TrimStart('_')));
    }

    private static bool EndsWithPart(string path, string end)
        => path.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (end[0] == ':' || path.Length == end.Length || path[path.Length - end.Length - 1] is '/' or '.');

    private static string FirstWord(string part)
    {
        var end = 0;
        while (end < part.Length && char.IsLetter(part[end]) && !(end > 0 && char.IsUpper(part[end]) && char.IsLower(part[end - 1])))
        {
            end++;
        }

        return part.Substring(0, end);
    }
}
