using System.Globalization;

namespace Governance;

/// <summary>What was found in a journal's folder.</summary>
public sealed class JournalReport
{
    /// <summary>The folder.</summary>
    public string Folder { get; init; } = "";

    /// <summary>The chain, the payloads and the head fit together.</summary>
    public bool IsIntact => Problem is null;

    /// <summary>The first damage; null where there is none.</summary>
    public JournalProblem? Problem { get; init; }

    /// <summary>How many records are good, counted from the first.</summary>
    public long Records { get; init; }

    /// <summary>The hash of the last good record: note it elsewhere and every later change up to it can be shown.</summary>
    public string LastHash { get; init; } = "";

    /// <summary>How many records are marked as no evidence (tests, rehearsals).</summary>
    public long NotEvidence { get; init; }

    /// <summary>How many payloads have been erased; the chain holds without them.</summary>
    public long ErasedPayloads { get; init; }

    /// <summary>
    /// A record that was being written when a process ended, or is being written now, stands unfinished at the end. Nobody was told that it
    /// was written. A journal cuts it off when it opens.
    /// </summary>
    public bool HasTornTail { get; init; }

    /// <summary>Where the torn record was kept when it was cut off; null where nothing was cut off.</summary>
    public string? TornTailKeptAs { get; init; }

    /// <summary>One sentence for people.</summary>
    /// <returns>What was found.</returns>
    public override string ToString() => Problem is { } problem
        ? problem.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Records} records, chain intact, last hash {LastHash}")
          + (NotEvidence > 0 ? string.Create(CultureInfo.InvariantCulture, $", {NotEvidence} of them not evidence") : "")
          + (ErasedPayloads > 0 ? string.Create(CultureInfo.InvariantCulture, $", {ErasedPayloads} payloads erased") : "")
          + (HasTornTail ? ", an unfinished record at the end" : "");
}

/// <summary>Damage in a journal.</summary>
public sealed class JournalProblem
{
    /// <summary>Makes a problem.</summary>
    /// <param name="file">The damaged file.</param>
    /// <param name="line">The line, from 1; 0 where the file as a whole is meant.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="whatToDo">What to do.</param>
    public JournalProblem(string file, long line, string message, string whatToDo)
    {
        File = file;
        Line = line;
        Message = message;
        WhatToDo = whatToDo;
    }

    /// <summary>The damaged file.</summary>
    public string File { get; }

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public long Line { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to do.</summary>
    public string WhatToDo { get; }

    /// <summary>Everything in one line.</summary>
    /// <returns>File, line, what is wrong, what to do.</returns>
    public override string ToString()
        => (Line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{File}({Line})") : File) + ": " + Message + " " + WhatToDo;
}
