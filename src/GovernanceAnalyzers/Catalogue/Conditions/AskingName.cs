namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// Whether the name of a request or of a tool says that it only asks: its first word does, and it goes on to nothing else (<c>ListOrders</c>, not
/// <c>GetOrCreateOrder</c>). A name proves nothing, so that this casts doubt and answers nothing.
/// </summary>
internal static class AskingName
{
    /// <summary>In English, Spanish, Portuguese and French.</summary>
    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase)
    {
        "analyze", "ask", "autocomplete", "browse", "buscar", "calcular", "calculate", "check", "chercher", "classify", "compare", "completions", "consultar", "consulter", "count",
        "describe", "detect", "embed", "embeddings", "estimate", "exists", "explain", "fetch", "find", "get", "inspect", "list", "listar", "lister", "lookup", "moderations", "msearch",
        "obtener", "obtenir", "obter", "ocr", "pesquisar", "predict", "preview", "query", "rechercher", "render", "rerank", "retrieve", "search", "show", "suggest", "summarize",
        "tokenize", "transcribe", "transcriptions", "translate", "validate", "verify",
    };

    /// <summary>Behind these a name goes on to something else: <c>GetOrCreate</c>, <c>CheckOut</c>.</summary>
    private static readonly HashSet<string> s_more = new(StringComparer.OrdinalIgnoreCase) { "and", "or", "out", "then" };

    public static bool Asks(string name)
    {
        var words = NameWords.Of(name).ToList();
        return words.Count > 0 && name.TrimStart('_').StartsWith(words[0], StringComparison.Ordinal) && s_questions.Contains(words[0]) && !words.Skip(1).Any(s_more.Contains);
    }
}
