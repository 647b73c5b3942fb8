namespace Governance.Tests;

public sealed class RedactionKeyTests
{
    [Fact]
    public void The_key_is_made_once_and_is_its_owners()
    {
        using var folder = new TestFolder();
        byte[] key;
        using (var journal = FileJournal.Open(folder.Journal))
        {
            Assert.False(File.Exists(folder.In("redaction.key")));
            key = journal.ReadRedactionKey();
            Assert.Equal(32, key.Length);
        }

        using (var journal = FileJournal.Open(folder.Journal))
        {
            Assert.Equal(key, journal.ReadRedactionKey());
        }

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(folder.In("redaction.key")));
        }

        Assert.Single(Directory.GetFiles(folder.Journal, "redaction*"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00ff")]
    [InlineData("zz112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")]
    public void A_damaged_key_is_not_replaced(string text)
    {
        using var folder = new TestFolder();
        using var journal = FileJournal.Open(folder.Journal);
        journal.ReadRedactionKey();
        File.WriteAllText(folder.In("redaction.key"), text);
        Assert.Contains("is damaged", Assert.Throws<JournalException>(journal.ReadRedactionKey).Message, StringComparison.Ordinal);
        Assert.Equal(text, File.ReadAllText(folder.In("redaction.key")));
    }

    [Fact]
    public void A_key_that_others_can_read_is_refused()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new TestFolder();
        using var journal = FileJournal.Open(folder.Journal);
        journal.ReadRedactionKey();
        File.SetUnixFileMode(folder.In("redaction.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains("chmod 600", Assert.Throws<JournalException>(journal.ReadRedactionKey).Message, StringComparison.Ordinal);
    }
}
