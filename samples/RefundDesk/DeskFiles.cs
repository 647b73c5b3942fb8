namespace Shop.Refunds;

/// <summary>Where the desk reads and writes.</summary>
/// <param name="Input">The folder with requests, payments and recorded decisions.</param>
/// <param name="Data">The folder for what the desk itself writes.</param>
public sealed record DeskFiles(string Input, string Data)
{
    /// <summary>The customers' requests.</summary>
    public string Requests => Path.Combine(Input, "requests.jsonl");

    /// <summary>What was paid.</summary>
    public string Payments => Path.Combine(Input, "orders.jsonl");

    /// <summary>Decisions for a rehearsal.</summary>
    public string Decisions => Path.Combine(Input, "decisions.jsonl");

    /// <summary>The action log, and the inbox beside it.</summary>
    public string Governance => Path.Combine(Data, "governance");

    /// <summary>Refunds and reversals.</summary>
    public string Ledger => Path.Combine(Data, "ledger.jsonl");

    /// <summary>The queues for people.</summary>
    public string Queues => Path.Combine(Data, "queues");

    /// <summary>Makes the folder for what the desk writes and opens ledger and queues.</summary>
    public (FileLedger Ledger, FolderQueues Queues) Open()
    {
        Directory.CreateDirectory(Data);
        return (new FileLedger(Payments, Ledger), new FolderQueues(Queues));
    }
}
