using System;
using System.Globalization;
using System.IO;
using System.Linq;
using GovernanceAnalyzers.Inspection;
using Microsoft.Build.Framework;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>
/// Looks at a compile that has just run: what the compiler was told, after everything that came before it (GVN3101, GVN3103), and what its log
/// says that it did (GVN3104). A compile that does not pass is undone, so that the next build does not take it for up to date.
/// </summary>
public sealed class JudgeGovernanceCompile : GovernanceTask
{
    /// <summary>What the compiler was told; empty where it did not run.</summary>
    public string[] Arguments { get; set; } = [];

    /// <summary>The assembly that it wrote.</summary>
    [Required]
    public string AssemblyPath { get; set; } = "";

    /// <summary>The ticks of the assembly's time stamp before the compile.</summary>
    public string AssemblyBefore { get; set; } = "";

    /// <summary>The manifest of the assembly.</summary>
    [Required]
    public string ManifestPath { get; set; } = "";

    /// <summary>The mode the project was compiled in.</summary>
    public string Mode { get; set; } = "";

    /// <summary>It was seen before the compile that analysis is off, and the user has been told.</summary>
    public bool AnalysisIsKnownToBeOff { get; set; }

    /// <summary>An IDE builds on its own, to run something; the build that counts is still to come.</summary>
    public bool IsIdeBuild { get; set; }

    /// <summary>A log must be there.</summary>
    public bool LogIsDue { get; set; }

    /// <inheritdoc />
    public override bool Execute()
    {
        try
        {
            if (!IsBystander())
            {
                Judge();
            }

            if (Log.HasLoggedErrors)
            {
                File.Delete(AssemblyPath);
            }
        }
        catch (Exception e) when (e is InspectionException or IOException or UnauthorizedAccessException)
        {
            Failure($"The compile cannot be judged: {e.Message.Split('\n')[0].Trim()}");
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>Whoever got the package through another and declares nothing may build as they like.</summary>
    private bool IsBystander()
        => Mode.Trim().Equals("consumer", StringComparison.OrdinalIgnoreCase) && File.Exists(ManifestPath) && !WrittenManifest.Read(ManifestPath).Declares;

    private void Judge()
    {
        if (Arguments.Length == 0)
        {
            if (AssemblyBefore != File.GetLastWriteTime(AssemblyPath).Ticks.ToString(CultureInfo.InvariantCulture))
            {
                Error("GVN3104", "The assembly was compiled in a way that does not show what the compiler was told, so it is not known whether governance rules ran. "
                               + "Compile with the SDK's own CoreCompile target");
            }

            return;
        }

        var told = CompilerArguments.Read(Arguments, Path.GetDirectoryName(ProjectPath) ?? "");
        if (!told.Analyzers.Any(a => Path.GetFileName(a.Replace('\\', '/')).Equals("GovernanceAnalyzers.dll", StringComparison.OrdinalIgnoreCase)))
        {
            Error("GVN3103", "The compiler was not given GovernanceAnalyzers.dll, so nothing was checked. Remove what takes the Analyzer item away");
        }
        else if (told.Unreadable is { } gone)
        {
            Error("GVN3104", $"The compiler was given the response file {gone}, which cannot be read any more, so it is not known whether governance rules ran. Let it stay");
        }
        else if (told.SkippedBy is { } place && !AnalysisIsKnownToBeOff)
        {
            JudgeSkipping(place.Length > 0
                ? $"The compiler's response file {place} switches analysis off. Remove skipanalyzers from it"
                : "The compiler was told to leave analyzers out. Remove what sets RunAnalyzers, RunAnalyzersDuringBuild or _SkipAnalyzers");
        }
        else if (!told.SkipsAnalyzers)
        {
            JudgeLog(told);
        }
    }

    private void JudgeSkipping(string message)
    {
        if (IsIdeBuild)
        {
            Warning("GVN3101", message);
        }
        else
        {
            Error("GVN3101", message);
        }
    }

    private void JudgeLog(CompilerArguments told)
    {
        if (told.ErrorLog is not { } log)
        {
            if (LogIsDue)
            {
                Error("GVN3104", "The compiler was told to keep no log, so it is not known whether governance rules ran. Remove what takes ErrorLog away");
            }

            return;
        }

        var path = told.FullPath(log.Split(',', ';')[0]);
        switch (CompilerLog.Read(path))
        {
            case CompilerLogProof.Missing:
                Error("GVN3104", $"The compiler left no log at {path}, so it is not known whether governance rules ran. Compile with the SDK's own compiler");
                break;
            case CompilerLogProof.RulesDidNotRun:
                Error("GVN3104", $"The compiler's log {path} lists no governance rule, so none ran. Compile with the SDK's own compiler, and let its log be");
                break;
            case CompilerLogProof.CannotTell:
                Warning("GVN3104", $"The compiler's log {path} is not SARIF 2.1, so whether governance rules ran could not be evaluated. Write <ErrorLog>{log.Split(',', ';')[0]},version=2.1</ErrorLog>");
                break;
        }
    }
}
