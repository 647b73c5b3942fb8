using Governance.Testing;

namespace Shop.Refunds.Tests;

/// <summary>A desk on a ledger and queues in a folder of its own, governed by the harness: every control is real, only the person is scripted.</summary>
public sealed class TestDesk : IAsyncDisposable
{
    public TestDesk(string? onBehalfOf = null)
    {
        Files = new DeskFiles(Path.Combine(AppContext.BaseDirectory, "data"), Directory.CreateTempSubdirectory("refund-desk-").FullName);
        Governance = new GovernanceHarness(options => options.OnBehalfOf = onBehalfOf);
        (Ledger, Queues) = Files.Open();
        Desk = new RefundDesk(Ledger, Queues, Governance.Governor);
    }

    public static RefundRequest Request { get; } = new(
        "C-1", "C-1", "O-10736", "Siobhán Kelly", 10m, "EUR", "zip broken on first use", new DateOnly(2026, 10, 6));

    public DeskFiles Files { get; }

    public GovernanceHarness Governance { get; }

    public FileLedger Ledger { get; }

    public FolderQueues Queues { get; }

    public RefundDesk Desk { get; }

    public async ValueTask DisposeAsync()
    {
        await Governance.DisposeAsync();
        Directory.Delete(Files.Data, recursive: true);
    }
}
