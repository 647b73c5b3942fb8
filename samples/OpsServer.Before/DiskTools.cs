using System.ComponentModel;
using ModelContextProtocol.Server;

namespace OpsServer;

[McpServerToolType]
public static class DiskTools
{
    [McpServerTool(Name = "list_files", ReadOnly = true), Description("Lists the files below a folder.")]
    public static string[] ListFiles(string folder)
        => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    [McpServerTool(Name = "read_file", ReadOnly = true), Description("Returns a text file.")]
    public static async Task<string> ReadFile(string path, CancellationToken cancellationToken)
        => await File.ReadAllTextAsync(path, cancellationToken);

    [McpServerTool(Name = "save_note"), Description("Writes a text file, replacing what was there.")]
    public static async Task<string> SaveNote(string path, string text, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path, text, cancellationToken);
        return $"Wrote {text.Length} characters to {path}.";
    }

    [McpServerTool(Name = "delete_file", Destructive = true), Description("Deletes a file.")]
    public static string DeleteFile(string path)
    {
        if (!File.Exists(path))
        {
            return $"There is no {path}.";
        }

        File.Delete(path);
        return $"Deleted {path}.";
    }

    [McpServerTool(Name = "clean_logs", Destructive = true), Description("Deletes log files older than the given number of days.")]
    public static string CleanLogs(string folder, [Description("Set to true to really delete.")] bool confirm, int olderThanDays = 30)
    {
        var limit = DateTime.UtcNow.AddDays(-olderThanDays);
        var old = Directory.EnumerateFiles(folder, "*.log").Where(path => File.GetLastWriteTimeUtc(path) < limit).ToList();
        if (!confirm)
        {
            return $"{old.Count} files would be deleted. Call again with confirm = true.";
        }

        old.ForEach(path => File.Delete(path));
        return $"Deleted {old.Count} files.";
    }

    [McpServerTool(Name = "remove_folder", Destructive = true), Description("Deletes a folder and everything below it.")]
    public static string RemoveFolder(string folder)
    {
        Directory.Delete(folder, recursive: true);
        return $"Removed {folder}.";
    }
}
