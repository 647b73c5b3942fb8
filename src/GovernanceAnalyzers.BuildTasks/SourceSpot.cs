using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>Where a text stands in a source file, counted from 1.</summary>
internal sealed record SourceSpot(string File, int Line, int Column)
{
    /// <summary>The first literal of the text in the files, taken in order of their paths; null where none writes it so, or none can be read.</summary>
    public static SourceSpot? Of(string text, IEnumerable<string> files)
    {
        string[] literals = [$"\"{text}\"", $"\"{text.Replace("\\", "\\\\")}\""];
        return files.OrderBy(file => file, StringComparer.Ordinal).SelectMany(file => In(file, literals)).FirstOrDefault();
    }

    private static IEnumerable<SourceSpot> In(string file, string[] literals)
        => Lines(file).Select((line, at) => new SourceSpot(file, at + 1, literals.Max(l => line.IndexOf(l, StringComparison.Ordinal)) + 1)).Where(spot => spot.Column > 0);

    private static string[] Lines(string file)
    {
        try
        {
            return System.IO.File.ReadAllLines(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
