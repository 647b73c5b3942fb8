namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether an address says that a request only asks, by the first word of its last part: <c>/v1/search</c>, <c>/weather/get_forecast</c>. A name proves
/// nothing, so that this casts doubt on what the request does and answers nothing.
/// </summary>
internal static class RequestAddress
{
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyze", "autocomplete", "calculate", "check", "classify", "completions", "count", "detect", "embed", "embeddings", "estimate", "exists", "find", "get", "list", "lookup",
        "moderations", "msearch", "ocr", "predict", "preview", "query", "render", "rerank", "search", "suggest", "tokenize", "transcriptions", "translate", "validate", "verify",
    };

    public static bool Asks(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        return s_questions.Contains(FirstWord(path.Substring(path.LastIndexOfAny(['/', ':']) + 1).TrimStart('_')));
    }

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
