namespace Governance;

/// <summary>Where the parts of a journal stand in its folder.</summary>
internal sealed class JournalFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string Records => In("journal.jsonl");

    public string Head => In("journal.head");

    public string Lock => In("journal.lock");

    public string Writer => In("journal.writer");

    public string RedactionKey => In("redaction.key");

    public string Payloads => In("payloads");

    public string Inbox => In("inbox");

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
