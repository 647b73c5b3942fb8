namespace Shop.Refunds;

/// <summary>Queues as folders, a case as a text file with the reason in it.</summary>
/// <param name="root">The folder above the queues.</param>
public sealed class FolderQueues(string root) : ICaseQueues
{
    /// <inheritdoc/>
    public async Task AddAsync(string queue, string caseNo, string why, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.Combine(root, queue));
        await File.WriteAllTextAsync(PathOf(queue, caseNo), why + "\n", cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string queue, string caseNo, CancellationToken cancellationToken)
    {
        // Kept aside, so that taking a case back can itself be taken back.
        var file = PathOf(queue, caseNo);
        if (File.Exists(file))
        {
            File.Move(file, file + ".taken-back", overwrite: true);
        }

        return Task.CompletedTask;
    }

    /// <summary>How many cases wait, by queue.</summary>
    public IEnumerable<string> Summary()
        => Directory.Exists(root)
            ? Directory.GetDirectories(root).Order(StringComparer.Ordinal)
                       .Select(queue => $"{Path.GetFileName(queue)} {Directory.GetFiles(queue, "*.txt").Length}")
            : [];

    // A claim number comes from outside: it names a file in the queue and nothing elsewhere.
    private string PathOf(string queue, string caseNo)
    {
        var name = caseNo.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_');
        return Path.Combine(root, queue, string.Concat(name) + ".txt");
    }
}
