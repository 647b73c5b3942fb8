namespace GovernanceAnalyzers.Catalogue;

/// <summary>The words for what an action does. The built-in ones are fixed; a project's own are <c>vendor.word</c>.</summary>
internal static class Capabilities
{
    public const string ModelInvoke = "model.invoke";

    public static readonly ImmutableArray<string> BuiltIn =
    [
        "cloud.provision", "code.load", "database.read", "database.schema", "database.write", "files.delete", "files.read", "files.write",
        "human.notify", "identity.change", "mail.send", "message.publish", ModelInvoke, "network.read", "network.write", "payment.commit",
        "process.execute", "queue.consume", "secrets.read", "source.publish", "system.configure", "tool.invoke", "work.schedule",
    ];

    private static readonly HashSet<string> s_families = new(BuiltIn.Select(Family), StringComparer.Ordinal);

    /// <summary>What is wrong with the word; null where it is a built-in word or a well-formed one of the project's own.</summary>
    public static string? Problem(string word)
    {
        if (BuiltIn.Contains(word))
        {
            return null;
        }

        if (word.Split('.') is not { Length: >= 2 } parts || parts.Any(p => p.Length == 0 || !p.All(IsWordCharacter)))
        {
            return $"'{word}' is no capability; write a built-in word such as files.delete, or your own as vendor.word";
        }

        // The first part names the vendor, so a word in one of our families is a misspelling and would silently be a kind of its own.
        return s_families.Contains(parts[0])
            ? $"'{word}' is no built-in capability; '{parts[0]}' has {string.Join(", ", BuiltIn.Where(w => Family(w) == parts[0]))}"
            : null;
    }

    private static string Family(string word) => word.Substring(0, word.IndexOf('.'));

    private static bool IsWordCharacter(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-';
}
