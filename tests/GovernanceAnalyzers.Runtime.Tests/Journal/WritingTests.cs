using Microsoft.Win32.SafeHandles;

namespace Governance.Tests;

public sealed class WritingTests
{
    [Fact]
    public async Task What_is_written_is_read_back()
    {
        using var folder = new TestFolder();
        var time = new DateTimeOffset(2026, 1, 5, 10, 0, 0, TimeSpan.FromHours(1)).AddTicks(1234567);
        await using (var journal = FileJournal.Open(folder.Journal))
        {
            await journal.AppendAsync(new ActionRecord
            {
                Time = time, Workflow = "w", Step = "s", RequestId = "R-1", ParentRequestId = "R-0", State = ActionStates.Confirmed, Tier = RiskTier.Medium,
                Key = "k\"\n\u202e\ud83d\ude00 \ud800", Actor = "a", Model = "m", OnBehalfOf = "o", Authority = "t", Confidence = 0.1, Approver = "p",
                Assurance = ConfirmationAssurance.OsAccount, Digest = "d", ExpiresAt = time.AddDays(1), Reason = "r", Error = "e", LatencyMs = 1.5,
                Input = """{"a":1}""", Output = "[2]", StepDigest = "sd", DeclaredDigest = "dd", NotEvidence = true,
            }, default);
        }

        var action = Assert.Single(JournalVerifier.ReadRecords(folder.Journal));
        var record = action.Record;
        Assert.Equal(time.ToUniversalTime(), record.Time);
        Assert.Equal("k\"\n\u202e\ud83d\ude00 \ufffd", record.Key);
        Assert.Equal(("w", "s", "R-1", "R-0", "confirmed", RiskTier.Medium), (record.Workflow, record.Step, record.RequestId, record.ParentRequestId, record.State, record.Tier));
        Assert.Equal(("a", "m", "o", "t", 0.1, "p", ConfirmationAssurance.OsAccount), (record.Actor, record.Model, record.OnBehalfOf, record.Authority, record.Confidence, record.Approver, record.Assurance));
        Assert.Equal(("d", time.AddDays(1), "r", "e", 1.5, "sd", "dd", true), (record.Digest, record.ExpiresAt!.Value, record.Reason, record.Error, record.LatencyMs, record.StepDigest, record.DeclaredDigest, record.NotEvidence));
        Assert.Equal("""{"a":1}""", JournalVerifier.ReadPayload(folder.Journal, action.InputDigest!));
        Assert.Equal("[2]", JournalVerifier.ReadPayload(folder.Journal, action.OutputDigest!));
        var report = JournalVerifier.Verify(folder.Journal);
        Assert.True(report.IsIntact);
        Assert.Equal((1L, 1L, action.Position.Hash), (report.Records, report.NotEvidence, report.LastHash));
    }

    [Fact]
    public async Task Sixty_four_writers_make_one_chain()
    {
        using var folder = new TestFolder();
        await using (var journal = FileJournal.Open(folder.Journal))
        {
            var positions = await Task.WhenAll(Enumerable.Range(0, 64).Select(writer => Task.Run(async () =>
            {
                var own = new List<long>();
                for (var i = 0; i < 25; i++)
                {
                    own.Add((await journal.AppendAsync(TestFolder.Record($"R-{writer}X{i % 3}"), default)).Sequence);
                }

                Assert.Equal(own.Order(), own);
                return own;
            })));
            Assert.Equal(Enumerable.Range(1, 1600).Select(i => (long)i), positions.SelectMany(p => p).Order());
        }

        var report = JournalVerifier.Verify(folder.Journal);
        Assert.True(report.IsIntact, report.ToString());
        Assert.Equal(1600, report.Records);
    }

    [Fact]
    public async Task It_can_be_verified_and_read_while_it_is_written()
    {
        using var folder = new TestFolder();
        await using var journal = FileJournal.Open(folder.Journal);
        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < 300; i++)
            {
                await journal.AppendAsync(TestFolder.Record("R-1"), default);
            }
        });
        while (!writing.IsCompleted)
        {
            var report = JournalVerifier.Verify(folder.Journal);
            Assert.True(report.IsIntact, report.ToString());
        }

        await writing;
        Assert.Equal(300, journal.ReadAll().Count());
    }

    [Fact]
    public async Task A_second_writer_is_refused_in_this_process_and_in_another()
    {
        using var folder = new TestFolder();
        await using (FileJournal.Open(folder.Journal))
        {
            var refused = Assert.Throws<JournalException>(() => FileJournal.Open(folder.Journal));
            Assert.Contains($"in use by process {Environment.ProcessId} on {Environment.MachineName}", refused.Message, StringComparison.Ordinal);
            using var other = WritingProcess.Start(folder.Journal);
            Assert.Contains($"in use by process {Environment.ProcessId}", await other.StandardOutput.ReadToEndAsync(), StringComparison.Ordinal);
            await other.WaitForExitAsync();
            Assert.Equal(2, other.ExitCode);
        }

        await FileJournal.Open(folder.Journal).DisposeAsync();
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_a_clear_error()
    {
        using var folder = new TestFolder();
        File.WriteAllText(folder.Journal, "a file");
        Assert.StartsWith("The journal cannot be opened in", Assert.Throws<JournalException>(() => FileJournal.Open(folder.Journal)).Message, StringComparison.Ordinal);
        Assert.Throws<JournalException>(() => FileJournal.Open(folder.In("below")));
        Assert.Contains("holds no journal", Assert.Throws<JournalException>(() => JournalVerifier.Verify(folder.In("below"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_record_leaves_nothing_half_written_and_ends_when_there_is_room()
    {
        using var folder = new TestFolder();
        Disk disk = null!;
        await using (var journal = FileJournal.Open(folder.Journal, null, path => disk = new Disk(path)))
        {
            await journal.AppendAsync(TestFolder.Record("R-1"), default);
            disk.IsFull = true;
            var refused = await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync(TestFolder.Record("R-2"), default));
            Assert.Contains("No space left on device", refused.Message, StringComparison.Ordinal);
            var report = JournalVerifier.Verify(folder.Journal);
            Assert.True(report.IsIntact);
            Assert.False(report.HasTornTail);
            var bench = new Bench(journal);
            await bench.RefusesAsync("No space left on device");
            Assert.Equal(StepStatus.Failed, (await bench.Desk.TriageAsync("low")).Status);
            disk.IsFull = false;
            Assert.Equal(2, (await journal.AppendAsync(TestFolder.Record("R-3"), default)).Sequence);
        }

        Assert.Equal(2, JournalVerifier.Verify(folder.Journal).Records);
    }

    [Fact]
    public async Task After_a_failed_flush_nothing_more_is_written()
    {
        using var folder = new TestFolder();
        Disk disk = null!;
        await using var journal = FileJournal.Open(folder.Journal, null, path => disk = new Disk(path));
        disk.CannotFlush = true;
        await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync(TestFolder.Record("R-1"), default));
        disk.CannotFlush = false;
        await Assert.ThrowsAsync<JournalException>(async () => await journal.AppendAsync(TestFolder.Record("R-2"), default));
    }

    [Fact]
    public async Task A_closed_journal_says_so()
    {
        using var folder = new TestFolder();
        var journal = FileJournal.Open(folder.Journal);
        await journal.DisposeAsync();
        await journal.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await journal.AppendAsync(TestFolder.Record("R-1"), default));
    }

    private sealed class Disk(string path) : JournalFile(Open(path))
    {
        public bool IsFull { get; set; }

        public bool CannotFlush { get; set; }

        public override void Write(ReadOnlyMemory<byte> bytes, long at)
        {
            if (IsFull)
            {
                base.Write(bytes[..(bytes.Length / 2)], at);
                throw new IOException("No space left on device");
            }

            base.Write(bytes, at);
        }

        public override void Flush()
        {
            if (CannotFlush)
            {
                throw new IOException("Input/output error");
            }

            base.Flush();
        }

        private static new SafeFileHandle Open(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
    }
}
