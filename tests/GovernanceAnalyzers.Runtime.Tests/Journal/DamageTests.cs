using System.Text;

namespace Governance.Tests;

public sealed class DamageTests
{
    [Fact]
    public async Task An_edit_of_any_byte_of_a_record_is_detected()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(3);
        var good = File.ReadAllBytes(folder.Records);
        var start = Array.IndexOf(good, (byte)'\n') + 1;
        var end = Array.IndexOf(good, (byte)'\n', start);
        for (var i = start; i <= end; i++)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 1;
            File.WriteAllBytes(folder.Records, bad);
            var report = JournalVerifier.Verify(folder.Journal);
            Assert.False(report.IsIntact, $"byte {i - start}: {Encoding.UTF8.GetString(bad, start, end - start)}");
            Assert.Equal(2, report.Problem!.Line);
        }
    }

    [Fact]
    public async Task An_edited_record_is_refused_with_file_line_and_what_to_do()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(3);
        await EditAsync(folder, lines => lines[1] = lines[1].Replace("\"agent\"", "\"angel\"", StringComparison.Ordinal));
        var refused = Assert.Throws<JournalException>(() => FileJournal.Open(folder.Journal));
        Assert.StartsWith($"{folder.Records}(2): record 2 was changed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Restore the folder from a backup", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public async Task A_removed_middle_record_is_refused()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(4);
        await EditAsync(folder, lines => lines.RemoveAt(1));
        Assert.Contains("record 3 does not follow record 1", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Swapped_records_are_refused()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(4);
        await EditAsync(folder, lines => (lines[1], lines[2]) = (lines[2], lines[1]));
        Assert.Contains("(2): record 3 does not follow record 1", Refused(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_deleted_tail_is_refused(int remaining)
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(4);
        await EditAsync(folder, lines => lines.RemoveRange(remaining, 4 - remaining));
        Assert.Contains("record 4 was acknowledged: its end was cut off", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledged_record_that_is_cut_is_refused()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        var bytes = File.ReadAllBytes(folder.Records);
        File.WriteAllBytes(folder.Records, bytes[..^20]);
        Assert.Contains("(2): the line is not a record", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_last_record_edited_behind_an_older_head_is_not_taken_for_a_torn_one()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(1);
        var head = File.ReadAllBytes(folder.Head);
        await folder.WriteAsync(1);
        File.WriteAllBytes(folder.Head, head);
        await EditAsync(folder, lines => lines[1] = lines[1].Replace("\"agent\"", "\"angel\"", StringComparison.Ordinal));
        Assert.Contains("record 2 was changed", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_refused()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        File.Move(folder.Records, folder.Records + ".away");
        Assert.Contains("the file with the records is missing", Refused(folder), StringComparison.Ordinal);
        File.Move(folder.Records + ".away", folder.Records);
        File.Delete(folder.Head);
        Assert.Contains("journal.head: the file is missing", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_damaged_slot_of_the_head_is_survived_and_two_are_refused()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        var head = File.ReadAllBytes(folder.Head);
        head[40] ^= 1;
        File.WriteAllBytes(folder.Head, head);
        Assert.True(JournalVerifier.Verify(folder.Journal).IsIntact);
        head[256 + 40] ^= 1;
        File.WriteAllBytes(folder.Head, head);
        Assert.Contains("journal.head: the file is damaged", Refused(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_journal_in_its_place_is_refused()
    {
        using var folder = new TestFolder();
        using var other = new TestFolder();
        await folder.WriteAsync(2);
        await using (var journal = FileJournal.Open(other.Journal))
        {
            await journal.AppendAsync(TestFolder.Record("R-A"), default);
            await journal.AppendAsync(TestFolder.Record("R-B"), default);
        }

        File.Copy(other.Records, folder.Records, overwrite: true);
        Assert.Contains("the journal was replaced", Refused(folder), StringComparison.Ordinal);
        File.Copy(other.Head, folder.Head, overwrite: true);
        Assert.True(JournalVerifier.Verify(folder.Journal).IsIntact);
        Assert.False(JournalVerifier.Verify(folder.Journal, new LogPosition(2, new string('a', 64))).IsIntact);
    }

    [Fact]
    public async Task A_changed_payload_is_refused_and_an_erased_one_is_counted()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(2);
        var payload = Directory.GetFiles(folder.In("payloads"), "*.json", SearchOption.AllDirectories)[0];
        var good = File.ReadAllText(payload);
        File.WriteAllText(payload, good.Replace("R-", "X-", StringComparison.Ordinal));
        Assert.Contains("was changed after it was written", Refused(folder), StringComparison.Ordinal);
        File.Delete(payload);
        var report = JournalVerifier.Verify(folder.Journal);
        Assert.True(report.IsIntact);
        Assert.Equal(1, report.ErasedPayloads);
    }

    [Fact]
    public async Task Records_up_to_the_damage_can_still_be_read()
    {
        using var folder = new TestFolder();
        await folder.WriteAsync(3);
        await EditAsync(folder, lines => lines[2] = "{}");
        Assert.Equal(["R-1", "R-2"], JournalVerifier.ReadRecords(folder.Journal).Select(a => a.Record.RequestId));
    }

    private static string Refused(TestFolder folder)
    {
        var said = Assert.Throws<JournalException>(() => FileJournal.Open(folder.Journal)).Message;
        Assert.Equal(said, JournalVerifier.Verify(folder.Journal).Problem!.ToString());
        return said;
    }

    private static async Task EditAsync(TestFolder folder, Action<List<string>> edit)
    {
        var lines = (await File.ReadAllTextAsync(folder.Records)).TrimEnd('\n').Split('\n').ToList();
        edit(lines);
        await File.WriteAllTextAsync(folder.Records, string.Concat(lines.Select(l => l + "\n")));
    }
}
