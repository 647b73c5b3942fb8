namespace Governance;

/// <summary>Reads and verifies a journal's folder without opening it for writing, also while a process writes to it.</summary>
public static class JournalVerifier
{
    /// <summary>Verifies chain, head and payloads.</summary>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="known">A record noted elsewhere earlier: the journal must still hold it.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="JournalException">The folder has no journal, or it cannot be read.</exception>
    public static JournalReport Verify(string folder, LogPosition? known = null)
    {
        var place = Existing(folder);
        return Reading(place, () => Verify(place, _ => { }, known, out _));
    }

    /// <summary>Reads the records in order, without their payloads, up to the first damage.</summary>
    /// <param name="folder">The journal's folder.</param>
    /// <returns>The records.</returns>
    /// <exception cref="JournalException">The folder has no journal, or it cannot be read.</exception>
    public static IReadOnlyList<LoggedAction> ReadRecords(string folder)
    {
        var place = Existing(folder);
        var actions = new List<LoggedAction>();
        Reading(place, () => JournalScan.Run(place, actions.Add));
        return actions;
    }

    /// <summary>Reads an argument list or a result.</summary>
    /// <param name="folder">The journal's folder.</param>
    /// <param name="digest">Its digest, such as <see cref="LoggedAction.InputDigest"/>.</param>
    /// <returns>The JSON, or null where it has been erased.</returns>
    public static string? ReadPayload(string folder, string digest)
    {
        var place = Existing(folder);
        return Reading(place, () => new PayloadStore(place).Read(digest));
    }

    internal static JournalReport Verify(JournalFolder folder, Action<LoggedAction> seen, LogPosition? known, out JournalScan scan)
    {
        var payloads = new PayloadStore(folder);
        var digests = new HashSet<string>(StringComparer.Ordinal);
        var (notEvidence, erased) = (0L, 0L);
        var knownHash = (string?)null;
        JournalProblem? damaged = null;
        scan = JournalScan.Run(folder, action =>
        {
            notEvidence += action.Record.NotEvidence ? 1 : 0;
            knownHash = action.Position.Sequence == known?.Sequence ? action.Position.Hash : knownHash;
            foreach (var digest in new[] { action.InputDigest, action.OutputDigest })
            {
                if (digest is null || !digests.Add(digest))
                {
                    continue;
                }

                var intact = payloads.IsIntact(digest);
                erased += intact is null ? 1 : 0;
                damaged ??= intact == false
                    ? new(payloads.PathOf(digest), 0, $"the payload of record {action.Position.Sequence} was changed after it was written.",
                        "Restore the file from a backup, or delete it: a missing payload counts as erased.")
                    : null;
            }

            seen(action);
        });
        var replaced = scan.Problem is null && known is { } position && knownHash != position.Hash
            ? new JournalProblem(folder.Records, position.Sequence, $"record {position.Sequence} is not the one noted elsewhere.",
                "Somebody replaced the journal since then; compare with a backup.")
            : null;
        return new JournalReport
        {
            Folder = folder.Path, Problem = scan.Problem ?? damaged ?? replaced, Records = scan.Last.Sequence, LastHash = scan.Last.Hash,
            NotEvidence = notEvidence, ErasedPayloads = erased, HasTornTail = scan.HasTornTail,
        };
    }

    private static JournalFolder Existing(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var place = new JournalFolder(folder);
        return File.Exists(place.Records) || File.Exists(place.Head)
            ? place
            : throw new JournalException($"{place.Path} holds no journal (no journal.jsonl). Name the folder that was given to UseJournal.");
    }

    private static T Reading<T>(JournalFolder folder, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new JournalException($"The journal in {folder.Path} cannot be read: {e.Message}", e);
        }
    }
}
