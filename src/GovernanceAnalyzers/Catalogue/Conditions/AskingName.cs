namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether the name of a request or of a tool says that it only asks: its first word does, and it goes on to nothing else (<c>ListOrders</c>, not
/// <c>GetOrCreateOrder</c>); of a tool also a later word, where none acts (<c>WebSearch</c>, not <c>SaveSearch</c>). A name proves nothing, so that this
/// casts doubt and answers nothing.
/// </summary>
internal static class AskingName
{
    /// <summary>In English, Spanish, Portuguese and French.</summary>
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyze", "ask", "authenticate", "autocomplete", "browse", "buscar", "calcular", "calculate", "check", "chercher", "classify", "compare", "completions", "consultar", "consulter", "count",
        "describe", "detect", "embed", "embeddings", "estimate", "exists", "explain", "fetch", "find", "get", "inspect", "list", "listar", "lister", "login", "logon", "lookup", "moderations", "msearch",
        "obtener", "obtenir", "obter", "ocr", "peek", "pesquisar", "predict", "preview", "query", "rechercher", "render", "rerank", "retrieve", "search", "show", "signin", "suggest", "summarize",
        "tokenize", "transcribe", "transcriptions", "translate", "validate", "verify", "wait",
    };

    /// <summary>Behind these a name goes on to something else: <c>GetOrCreate</c>, <c>CheckOut</c>.</summary>
    private static readonly HashSet<string> s_more = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "out", "then" };

    /// <summary>What asks behind the thing that is asked for; <c>List</c> and <c>Check</c> would be things themselves there.</summary>
    private static readonly HashSet<string> s_laterQuestions = new(StringComparer.OrdinalIgnoreCase) { "describe", "fetch", "find", "get", "inspect", "lookup", "query", "search" };

    /// <summary>What of a tool is more than to ask, beside what acts in any name.</summary>
    private static readonly HashSet<string> s_makes = new(StringComparer.OrdinalIgnoreCase) { "append", "build", "change", "close", "export", "generate", "make", "pull", "subscribe", "sync" };

    public static bool IsOfTool(string name) => Asks(name)
        || (NameWords.Of(name).Skip(1).Any(s_laterQuestions.Contains) && !NameWords.Of(name).Any(w => ActingName.Is(w) || s_makes.Contains(w) || s_more.Contains(w)));

    public static bool Asks(string name)
    {
        var words = NameWords.Of(name).ToList();
        return words.Count > 0 && name.TrimStart('_').StartsWith(words[0], StringComparison.Ordinal) && s_questions.Contains(words[0]) && !words.Skip(1).Any(s_more.Contains);
    }
}
