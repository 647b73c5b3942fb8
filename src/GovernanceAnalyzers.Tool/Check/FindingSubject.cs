namespace GovernanceAnalyzers.Tool.Check;

/// <summary>
/// Which step or entry point a finding is about. A finding carries a place and a sentence, not a step, so its step is found by what it says
/// and by where it stands.
/// </summary>
internal static class FindingSubject
{
    public static StepFacts? Of(SarifResult result, IReadOnlyList<StepFacts> facts)
    {
        if (result.Properties.TryGetValue("step", out var id) && facts.FirstOrDefault(f => f.Id == id) is { } named)
        {
            return named;
        }

        var inFile = facts.Where(f => result.Place is not null && f.Place?.File == result.Place.File).ToList();
        var spoken = inFile.Where(f => Says(result.Message, f.Id)).ToList() is { Count: > 0 } here ? here : [.. facts.Where(f => Says(result.Message, f.Id))];
        if (spoken.Count > 0)
        {
            return spoken.Count == 1 ? spoken[0] : Nearest(spoken, result.Place) ?? spoken[0];
        }

        return inFile.FirstOrDefault(f => f.Actions.Any(a => a.Line == result.Place!.Line)) ?? Nearest(inFile, result.Place);
    }

    private static bool Says(string message, string id)
    {
        for (var at = id.Length == 0 ? -1 : message.IndexOf(id, StringComparison.Ordinal); at >= 0; at = message.IndexOf(id, at + 1, StringComparison.Ordinal))
        {
            if (IsBoundary(message, at - 1) && IsBoundary(message, at + id.Length))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBoundary(string message, int index)
        => index < 0 || index >= message.Length || !(char.IsLetterOrDigit(message[index]) || message[index] is '-' or '_' or '/');

    /// <summary>The declaration that the place belongs to: its own line, or the attributes just above it, or the body below it.</summary>
    private static StepFacts? Nearest(IReadOnlyList<StepFacts> facts, SourcePlace? place)
    {
        if (place is null)
        {
            return null;
        }

        const int AttributeLines = 4;
        var ordered = facts.Where(f => f.Place?.File == place.File).OrderBy(f => f.Place!.Line).ToList();
        return ordered.LastOrDefault(f => f.Place!.Line == place.Line)
            ?? ordered.FirstOrDefault(f => f.Place!.Line > place.Line && f.Place.Line - place.Line <= AttributeLines
                                           && !ordered.Any(o => o.Place!.Line < place.Line && o.Actions.Any(a => a.Line >= place.Line)))
            ?? ordered.LastOrDefault(f => f.Place!.Line < place.Line);
    }
}
