namespace Shop.Refunds.Tests;

public sealed class RehearsalTests
{
    [Fact]
    public async Task A_hundred_requests_end_as_people_would_expect_and_the_log_verifies()
    {
        await using var test = new TestDesk();

        var (run, log) = await Rehearsal.RunAsync(test.Files, TextWriter.Null, CancellationToken.None);

        Assert.True(log.IsIntact, log.ToString());
        Assert.Equal(log.Records, log.NotEvidence);
        Assert.Equal(
            new SortedDictionary<string, int> { ["completed"] = 94, ["denied"] = 2, ["failed"] = 1, ["refused"] = 1, ["unreadable"] = 2 },
            run.Tally);
        var (ledger, queues) = test.Files.Open();
        Assert.Equal("24.95 CHF (1), 9630.57 EUR (56), 149.50 GBP (1), 7.49 SEK (1), 49.90 USD (1)", ledger.Summary());
        Assert.Equal(["currency-desk 4", "fraud-review 9", "late-claims 4", "missing-data 12"], queues.Summary());
    }
}
