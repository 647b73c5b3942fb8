namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether an address says that a request only asks, by the name that its last part is (<c>/v1/search</c>, <c>/weather/get_forecast</c>), or by an end
/// that services which only answer, a model's or one for tokens, are known by.
/// </summary>
internal static class RequestAddress
{
    /// <summary>Ends of which the last word alone may as well be what is made there: a message, a template, a token for somebody else.</summary>
    private static readonly string[] s_answeringEnds =
    [
        ":generateContent", ":rawPredict", ":streamGenerateContent", "anthropic.com/v1/messages", "api/chat", "api/generate", "api/show", "api/template", "audio/speech", "auth/refresh",
        "connect/token", "embeddings/generate", "images/generations", "oauth/access_token", "oauth/token", "oauth2/token", "oauth2/v2.0/token", "openid-connect/token", "token/refresh", "v1/responses",
    ];

    public static bool Asks(string address)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        return s_answeringEnds.Any(end => EndsWithPart(path, end)) || AskingName.Asks(path.Substring(path.LastIndexOfAny(['/', ':']) + 1));
    }

    private static bool EndsWithPart(string path, string end)
        => path.EndsWith(end, StringComparison.OrdinalIgnoreCase) && (end[0] == ':' || path.Length == end.Length || path[path.Length - end.Length - 1] is '/' or '.');
}
