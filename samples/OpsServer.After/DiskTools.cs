using System.ComponentModel;
using ModelContextProtocol.Server;
using Governance;

namespace OpsServer;

[McpServerToolType]
[GovernedWorkflow("disk-tools", Owner = "platform-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-platform")]
[Review("authority", EveryDays = 90)]
public static partial class DiskTools
{
    [McpServerTool(Name = "list_files", ReadOnly = true), Description("Lists the files below a folder.")]
    public static string[] ListFiles(string folder)
        => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);

    [McpServerTool(Name = "read_file", ReadOnly = true), Description("Returns a text file.")]
    public static async Task<string> ReadFile(string path, CancellationToken cancellationToken)
        => await File.ReadAllTextAsync(path, cancellationToken);

    [McpServerTool(Name = "save_note"), Description("Writes a text file, replacing what was there.")]
    public static async Task<string> SaveNote(string path, string text, IStepGovernor governor, CancellationToken cancellationToken)
        => (await SaveNoteStepAsync(path, text, governor, cancellationToken)).ForModel(text => text);

    [WorkflowStep("save-note", RiskTier.Medium, Rollback = nameof(RestoreNoteAsync), Key = "{path}", Question = "Write {text} to {path}?")]
    internal static partial Task<StepOutcome<string>> SaveNoteStepAsync(string path, string text, IStepGovernor governor, CancellationToken cancellationToken);

    private static async Task<string> SaveNoteStepCoreAsync(string path, string text, IStepGovernor governor, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            File.Copy(path, Previous(path), overwrite: true);
        }

        await File.WriteAllTextAsync(path, text, cancellationToken);
        return $"Wrote {text.Length} characters to {path}.";
    }

    private static Task RestoreNoteAsync(string path, string text, IStepGovernor governor, CancellationToken cancellationToken)
    {
        // Undoing deletes nothing: a note that was not there before is put aside.
        var (from, to) = File.Exists(Previous(path)) ? (Previous(path), path) : (path, path + ".withdrawn");
        File.Move(from, to, overwrite: true);
        return Task.CompletedTask;
    }

    private static string Previous(string path) => path + ".previous";

    [McpServerTool(Name = "delete_file", Destructive = true), Description("Deletes a file.")]
    public static async Task<string> DeleteFile(string path, IStepGovernor governor)
        => (await DeleteFileStepAsync(path, governor)).ForModel(text => text);

    [WorkflowStep("delete-file", RiskTier.High, Irreversible = "the file is gone", Key = "{path}", Question = "Delete {path}?")]
    internal static partial Task<StepOutcome<string>> DeleteFileStepAsync(string path, IStepGovernor governor);

    private static Task<string> DeleteFileStepCoreAsync(string path, IStepGovernor governor)
    {
        if (!File.Exists(path))
        {
            return Task.FromResult($"There is no {path}.");
        }

        File.Delete(path);
        return Task.FromResult($"Deleted {path}.");
    }

    [McpServerTool(Name = "clean_logs", Destructive = true), Description("Deletes log files older than the given number of days.")]
    public static async Task<string> CleanLogs(string folder, IStepGovernor governor, int olderThanDays = 30)
        => (await CleanLogsStepAsync(folder, governor, olderThanDays)).ForModel(text => text);

    [WorkflowStep("clean-logs", RiskTier.High, Irreversible = "the files are gone", Key = "{folder}/{olderThanDays}",
        Question = "Delete the log files in {folder} that are older than {olderThanDays} days?")]
    internal static partial Task<StepOutcome<string>> CleanLogsStepAsync(string folder, IStepGovernor governor, int olderThanDays = 30);

    private static Task<string> CleanLogsStepCoreAsync(string folder, IStepGovernor governor, int olderThanDays)
    {
        var limit = DateTime.UtcNow.AddDays(-olderThanDays);
        var old = Directory.EnumerateFiles(folder, "*.log").Where(path => File.GetLastWriteTimeUtc(path) < limit).ToList();
        old.ForEach(path => File.Delete(path));
        return Task.FromResult($"Deleted {old.Count} files.");
    }

    [McpServerTool(Name = "remove_folder", Destructive = true), Description("Deletes a folder and everything below it.")]
    public static async Task<string> RemoveFolder(string folder, IStepGovernor governor)
        => (await RemoveFolderStepAsync(folder, governor)).ForModel(text => text);

    [WorkflowStep("remove-folder", RiskTier.High, Irreversible = "the folder is gone", Key = "{folder}", Question = "Delete {folder} and everything below it?")]
    internal static partial Task<StepOutcome<string>> RemoveFolderStepAsync(string folder, IStepGovernor governor);

    private static Task<string> RemoveFolderStepCoreAsync(string folder, IStepGovernor governor)
    {
        Directory.Delete(folder, recursive: true);
        return Task.FromResult($"Removed {folder}.");
    }
}
