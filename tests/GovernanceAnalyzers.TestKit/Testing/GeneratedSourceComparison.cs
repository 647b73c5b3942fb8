namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares what the generators wrote with <see cref="SolutionState.GeneratedSources"/>.</summary>
internal static class GeneratedSourceComparison
{
    /// <summary>Null where they agree.</summary>
    public static string? Explain(SolutionState state, Analysis analysis)
    {
        var actual = analysis.Generated.ToDictionary(g => g.HintName, g => g.SourceText.ToString());
        foreach (var (hintName, content) in state.GeneratedSources)
        {
            if (!actual.Remove(hintName, out var text))
            {
                return $"no generator wrote {hintName}.";
            }

            if (text != content)
            {
                return TextDifference.Explain($"the generated source {hintName}", content, text);
            }
        }

        return actual.Count == 0 ? null : $"generated, not expected: {string.Join(", ", actual.Keys)}.";
    }
}

/// <summary>Explains where two texts part.</summary>
internal static class TextDifference
{
    public static string Explain(string what, string expected, string actual)
    {
        var (wanted, found) = (expected.Split('\n'), actual.Split('\n'));
        var line = 0;
        while (line < wanted.Length && line < found.Length && wanted[line] == found[line])
        {
            line++;
        }

        return $"""
            {what} differs, first at line {line + 1}.
              expected: {Show(wanted, line)}
              actual:   {Show(found, line)}
            --- expected
            {expected}
            --- actual
            {actual}
            """;

        static string Show(string[] lines, int index) => index < lines.Length ? $"\"{lines[index].Replace("\r", "\\r")}\"" : "(the text ended)";
    }
}
