namespace Governance.Tests;

public sealed class CrashTests
{
    [Fact]
    public async Task A_killed_process_loses_nothing_that_was_acknowledged()
    {
        using var folder = new TestFolder();
        var acknowledged = new HashSet<string>();
        for (var round = 1; round <= 3; round++)
        {
            using var process = WritingProcess.Start(folder.Journal);
            for (var i = 0; i < 150 * round; i++)
            {
                acknowledged.Add((await process.StandardOutput.ReadLineAsync())!);
            }

            process.Kill();
            // What it said before it died was acknowledged, too; the last line may be cut.
            var rest = (await process.StandardOutput.ReadToEndAsync()).Split('\n');
            acknowledged.UnionWith(rest[..^1]);
            await process.WaitForExitAsync();
        }

        acknowledged.Remove("open");
        await using var journal = FileJournal.Open(folder.Journal);
        var written = journal.ReadAll().Select(a => a.Record.RequestId).ToHashSet();
        Assert.Empty(acknowledged.Except(written));
        Assert.True(acknowledged.Count > 800);
        Assert.True(JournalVerifier.Verify(folder.Journal).IsIntact);
    }

    [Fact]
    public async Task A_record_torn_at_any_byte_is_cut_off_kept_aside_and_reported()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        var (before, head) = (new FileInfo(folder.Records).Length, File.ReadAllBytes(folder.Head));
        await folder.WriteAsync(1);
        var whole = File.ReadAllBytes(folder.Records);
        for (var length = before + 1; length < whole.Length; length++)
        {
            // As a crash leaves it: the record is not whole, and its head was never written.
            File.WriteAllBytes(folder.Records, whole[..(int)length]);
            File.WriteAllBytes(folder.Head, head);
            await using (var journal = FileJournal.Open(folder.Journal))
            {
                var isWhole = length == whole.Length - 1;
                Assert.Equal(isWhole ? 3 : 2, journal.OpeningReport.Records);
                Assert.Equal(!isWhole, journal.OpeningReport.HasTornTail);
                if (length % 16 == 0 || isWhole)
                {
                    Assert.Equal(isWhole ? 4L : 3L, (await journal.AppendAsync(TestFolder.Record("R-NEXT"), default)).Sequence);
                }

                if (journal.OpeningReport.TornTailKeptAs is { } kept)
                {
                    Assert.Equal(whole[(int)before..(int)length], File.ReadAllBytes(kept));
                    File.Delete(kept);
                }
            }

            var report = JournalVerifier.Verify(folder.Journal);
            Assert.True(report.IsIntact && !report.HasTornTail, report.ToString());
        }
    }

    [Fact]
    public async Task What_a_power_cut_leaves_behind_the_end_is_cut_off()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        using (var file = new FileStream(folder.Records, FileMode.Append))
        {
            file.Write(new byte[5000]);
        }

        Assert.True(JournalVerifier.Verify(folder.Journal).HasTornTail);
        await using var journal = FileJournal.Open(folder.Journal);
        Assert.NotNull(journal.OpeningReport.TornTailKeptAs);
        await journal.AppendAsync(TestFolder.Record("R-3"), default);
        Assert.Equal(3, journal.ReadAll().Count());
        Assert.False(JournalVerifier.Verify(folder.Journal).HasTornTail);
    }

    [Fact]
    public async Task An_older_head_after_a_power_cut_does_not_lose_the_records_behind_it()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(1);
        var head = File.ReadAllBytes(folder.Head);
        await folder.WriteAsync(3);
        File.WriteAllBytes(folder.Head, head);
        await using var journal = FileJournal.Open(folder.Journal);
        Assert.Equal(4, journal.ReadAll().Count());
    }
}
