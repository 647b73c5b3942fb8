namespace GovernanceAnalyzers.Steps;

/// <summary>
/// Tells a name that says <em>secret</em> by whole words: <c>userPassword</c> and <c>API_KEY</c> do; <c>compass</c>, <c>pageToken</c>, and what is
/// only about one (<c>secretName</c>, <c>passwordPolicy</c>) do not.
/// </summary>
internal static class SecretName
{
    private static readonly HashSet<string> s_aboutIt = new(StringComparer.OrdinalIgnoreCase)
    {
        "name", "id", "path", "url", "uri", "policy", "length", "version", "hint", "type",
    };

    /// <summary>The listed name that is in this one; null where none is.</summary>
    public static string? In(string name, ImmutableArray<string> listed)
    {
        var words = Words(name);
        for (var start = 0; start < words.Count; start++)
        {
            for (var length = 1; start + length <= words.Count; length++)
            {
                var run = string.Concat(words.Skip(start).Take(length));
                if (listed.FirstOrDefault(l => l.Replace("_", "").Equals(run, StringComparison.OrdinalIgnoreCase)) is { } secret
                    && !words.Skip(start + length).Any(s_aboutIt.Contains))
                {
                    return secret;
                }
            }
        }

        return null;
    }

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            if (i == name.Length || name[i] == '_' || name[i - 1] == '_' || StartsWord(name, i))
            {
                words.Add(name.Substring(start, i - start));
                start = i;
            }
        }

        words.RemoveAll(w => w == "_");
        return words;
    }

    /// <summary>A capital after a small letter or a digit, or the last capital of an acronym: <c>APIKey</c> is two words.</summary>
    private static bool StartsWord(string name, int i)
        => char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));
}
