using Microsoft.Build.Utilities;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>What our tasks share: a coded line about the project, with its help page. No switch of the compiler reaches what a task logs.</summary>
public abstract class GovernanceTask : Task
{
    /// <summary>The project, for messages.</summary>
    public string ProjectPath { get; set; } = "";

    /// <summary>Where the help pages are.</summary>
    public string HelpFolder { get; set; } = "";

    private protected void Error(string code, string message, SourceSpot? spot = null)
        => Log.LogError(null, code, null, Page(code), spot?.File ?? ProjectPath, spot?.Line ?? 0, spot?.Column ?? 0, 0, 0, WithPage(code, message), []);

    private protected void Warning(string code, string message, SourceSpot? spot = null)
        => Log.LogWarning(null, code, null, Page(code), spot?.File ?? ProjectPath, spot?.Line ?? 0, spot?.Column ?? 0, 0, 0, WithPage(code, message), []);

    /// <summary>What keeps the task from its work, rather than a finding.</summary>
    private protected void Failure(string message) => Log.LogError(null, null, null, null, ProjectPath, 0, 0, 0, 0, message, []);

    private string Page(string code) => $"{HelpFolder}/{code}.md";

    private string WithPage(string code, string message) => $"{message} ({Page(code)})";
}
