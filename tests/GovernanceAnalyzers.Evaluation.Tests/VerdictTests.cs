using System.Collections.Immutable;
using GovernanceAnalyzers.Evaluation.Sources;
using GovernanceAnalyzers.Evaluation.Verdicts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Evaluation.Tests;

/// <summary>What becomes of a row.</summary>
public sealed class VerdictTests : IDisposable
{
    private const string Tools = """
        using System.IO;
        using ModelContextProtocol.Server;

        public sealed class Tools
        {
            [McpServerTool]
            public void Remove(string path) => File.Delete(path);

            [McpServerTool]
            public string Read(string path) => File.ReadAllText(path);

            public void Plain(string path) => File.Delete(path);

            [McpServerTool]
            public void Unknown(string path) => Missing.Delete(path);
        }
        """;

    private readonly Workspace _workspace = new Workspace().With("Tools.cs", Tools);

    [Fact]
    public void An_action_that_is_reported_is_found()
    {
        var (exitCode, output, _) = _workspace.Table(Workspace.Row("Tools.cs:6", "Remove", "file-delete", "High")).Run();
        Assert.Contains("  found       High   file-delete  direct Tools.cs:6 Remove\n      GVN2006 files.delete (High)\n", output);
        Assert.Contains(Total("all rows", 1, 1, 0, "100.0 %", 0, 0), output);
        Assert.Contains("Tools with an error: 1; of these act: 1; precision 100.0 %", output);
        Assert.Contains("Tier of what was found: as the reader's 1, lower 0, higher 0", output);
        Assert.Equal(0, exitCode);
    }

    /// <summary>A row names the method that makes the tool, for the lambda has no name.</summary>
    [Fact]
    public void What_a_lambda_does_is_found_in_the_method_that_hands_it_over()
    {
        _workspace.With("Made.cs", """
            using System.IO;
            using Microsoft.Extensions.AI;
            public static class Made
            {
                public static object Remove() => AIFunctionFactory.Create((string path) => File.Delete(path));
                public static object Read() => AIFunctionFactory.Create((string path) => File.ReadAllText(path));
            }
            """);
        var (_, output, _) = _workspace.Table(Workspace.Row("Made.cs:5", "Remove", "file-delete", "High"), Workspace.Row("Made.cs:6", "Read", "none", "Low")).Run();
        Assert.Contains("  found       High   file-delete  direct Made.cs:5 Remove\n", output);
        Assert.Contains("  quiet       Low    none         direct Made.cs:6 Read\n", output);
    }

    [Fact]
    public void A_tool_that_is_none_for_us_is_missed()
    {
        var (_, output, _) = _workspace.Table(Workspace.Row("Tools.cs:12", "Plain", "file-delete", "High")).Run();
        Assert.Contains("  MISSED      High   file-delete  direct Tools.cs:12 Plain\n      not seen as an entry point\n", output);
        Assert.Contains(Total("all rows", 1, 0, 1, "0.0 %", 0, 0), output);
    }

    /// <summary>The tool itself is without an error; what it calls is not to be seen.</summary>
    [Fact]
    public void A_package_that_is_not_there_is_named()
    {
        _workspace.With("Orders.cs", """
            using Missing.Client;
            public sealed class Orders(OrderClient client)
            {
                private readonly OrderClient _client = client;
                [ModelContextProtocol.Server.McpServerTool] public void Order(string id) => Send(id);
                private void Send(string id) => _client.Send(id);
            }
            """);
        var (_, output, _) = _workspace.Table(Workspace.Row("Orders.cs:5", "Order", "http-write", "High")).Run();
        Assert.Contains("  MISSED      High   http-write   direct Orders.cs:5 Order\n      nothing reached\n", output);
        Assert.Contains("or declarations by --stub): 1\n  some/repo: OrderClient ×2, Missing\n", output);
    }

    [Fact]
    public void Where_all_is_there_nothing_is_said_to_be_missing()
    {
        using var workspace = new Workspace();
        var (_, output, _) = workspace.With("Tools.cs", Tools[..Tools.IndexOf("    [McpServerTool]\n    public void Unknown", StringComparison.Ordinal)] + "}").Table(Workspace.Row("Tools.cs:6", "Remove", "file-delete", "High")).Run();
        Assert.DoesNotContain("Declared nowhere", output);
    }

    [Fact]
    public void An_action_that_does_not_bind_is_missed_and_the_unresolved_names_are_counted()
    {
        var (_, output, _) = _workspace.Table(Workspace.Row("Tools.cs:14", "Unknown", "file-delete", "High")).Run();
        Assert.Contains("  MISSED      High   file-delete  direct Tools.cs:14 Unknown\n", output);
        Assert.Contains("1 compiler errors in it\n", output);
    }

    [Fact]
    public void An_action_that_is_reported_as_something_else_is_missed()
    {
        var (_, output, _) = _workspace.Table(Workspace.Row("Tools.cs:6", "Remove", "mail", "High")).Run();
        Assert.Contains("  MISSED      High   mail         direct Tools.cs:6 Remove\n      GVN2006 files.delete (High)\n", output);
        Assert.Contains("reported as something else", output);
        Assert.Contains("Tools that act and are reported as something else only: 1;", output);
        Assert.Contains("Tools with an error: 1; of these act: 1; precision 100.0 %", output);
    }

    [Fact]
    public void What_is_found_by_a_name_alone_is_counted_apart()
    {
        var library = _workspace.PathOf("Acme.dll");
        Assert.True(CSharpCompilation.Create(
            "Acme", [CSharpSyntaxTree.ParseText("namespace Acme { public class OrderClient { public void Cancel(string id) { } } }")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary)).Emit(library).Success);
        _workspace.With("Orders.cs", "public sealed class Orders(Acme.OrderClient client) { [ModelContextProtocol.Server.McpServerTool] public void Cancel(string id) => client.Cancel(id); }");
        var (_, output, _) = _workspace.Table(Workspace.Row("Orders.cs:1", "Cancel", "http-write", "High"), Workspace.Row("Tools.cs:6", "Remove", "file-delete", "High")).Run("--reference", library);
        Assert.Contains("  found       High   http-write   direct Orders.cs:1 Cancel\n      GVN2016 unknown.action (Medium)\n", output);
        Assert.Contains("Found by nothing but the name of a member that is called: 1; recall without: 50.0 %", output);
        Assert.Contains("Tier of what was found: as the reader's 1, lower 0, higher 0", output);
    }

    [Fact]
    public void A_word_that_is_not_known_fits_any_action_and_is_said()
    {
        var (_, output, _) = _workspace.Table(Workspace.Row("Tools.cs:6", "Remove", "teleport", "High")).Run();
        Assert.Contains("  found       High   teleport     direct Tools.cs:6 Remove\n", output);
        Assert.Contains("Kinds of action that are not known here, so that any action fits: teleport", output);
    }

    [Fact]
    public void A_tool_that_reads_is_left_alone()
    {
        var (exitCode, output, _) = _workspace.Table(Workspace.Row("Tools.cs:9", "Read", "read", "Low")).Run();
        Assert.Contains("  quiet       Low    read         direct Tools.cs:9 Read\n", output);
        Assert.Contains(Total("all rows", 0, 0, 0, "–", 1, 0), output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void An_error_at_a_tool_of_which_the_reader_says_low_is_a_false_alarm()
    {
        var (_, output, _) = _workspace.Table(Workspace.Row("Tools.cs:6", "Remove", "none", "Low")).Run();
        Assert.Contains("  FALSE ALARM Low    none         direct Tools.cs:6 Remove\n      GVN2006 files.delete (High)\n", output);
        Assert.Contains(Total("all rows", 0, 0, 0, "–", 1, 1), output);
        Assert.Contains("Tools with an error: 1; of these act: 0; precision 0.0 %", output);
    }

    [Fact]
    public void A_finding_belongs_to_one_tool_only()
    {
        _workspace.With("Calls.cs", """
            using ModelContextProtocol.Server;

            public sealed class Calls(Tools tools)
            {
                [McpServerTool]
                public string Look(string path) => tools.Read(path);
            }
            """);
        var (_, output, _) = _workspace.Table(Workspace.Row("Calls.cs:5", "Look", "read", "Low"), Workspace.Row("Tools.cs:6", "Remove", "file-delete", "High")).Run();
        Assert.Contains("  quiet       Low    read         direct Calls.cs:5 Look\n  found ", output);
    }

    [Fact]
    public void A_row_without_its_file_or_method_is_not_placed_and_counts_as_missed_where_it_acts()
    {
        var (_, output, _) = _workspace.Table(
            Workspace.Row("Gone.cs:6", "Remove", "file-delete", "High"), Workspace.Row("Tools.cs:900", "Gone", "file-delete", "Medium")).Run();
        Assert.Contains("Gone.cs:6 Remove\n      not placed: there is no such file\n", output);
        Assert.Contains("Tools.cs:900 Gone\n      not placed: there is no such method in the file\n", output);
        Assert.Contains(Total("all rows", 2, 0, 2, "0.0 %", 0, 0), output);
        Assert.Contains("Rows that could not be placed: 2", output);
    }

    [Fact]
    public void Rows_are_counted_by_risk_by_calls_by_action_and_by_project_boundary()
    {
        var (_, output, _) = _workspace.Table(
            Workspace.Row("Tools.cs:6", "Remove", "file-delete", "High"),
            Workspace.Row("Tools.cs:12", "Plain", "file-delete", "Medium", "many", "yes"),
            Workspace.Row("Tools.cs:9", "Read", "read", "Low", "-", "-")).Run();
        Assert.Contains(Total("  within one project", 1, 1, 0, "100.0 %", 1, 0), output);
        Assert.Contains(Total("  across projects", 1, 0, 1, "0.0 %", 0, 0), output);
        Assert.Contains(Total("  High", 1, 1, 0, "100.0 %", 0, 0), output);
        Assert.Contains(Total("  Medium", 1, 0, 1, "0.0 %", 0, 0), output);
        Assert.Contains(Total("  many", 1, 0, 1, "0.0 %", 0, 0), output);
        Assert.Contains(Total("  file-delete", 2, 1, 1, "50.0 %", 0, 0), output);
        Assert.Contains(Total("  some/repo", 2, 1, 1, "50.0 %", 1, 0), output);
    }

    [Fact]
    public void What_is_reported_elsewhere_is_counted_and_listed_on_demand()
    {
        _workspace.Table(Workspace.Row("Tools.cs:9", "Read", "read", "Low"));
        Assert.Contains("At places that the table does not name\n  GVN2006 Error ×1\n", _workspace.Run().Output);
        Assert.DoesNotContain("some/repo Tools.cs:7", _workspace.Run().Output);
        Assert.Contains("    some/repo Tools.cs:7 Entry point 'Remove'", _workspace.Run("--details").Output);
    }

    [Fact]
    public void A_folder_that_is_to_be_silent_and_is_not_fails_the_run()
    {
        var (exitCode, output, _) = Workspace.Execute("--silent", $"shop={_workspace.PathOf("sources")}");
        Assert.Contains("shop: 1 compilations, 1 files, 3 tools and steps, 1 findings\n  Error GVN2006 Tools.cs:7 Entry point 'Remove'", output);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public void A_folder_with_tools_that_only_read_is_silent()
    {
        _workspace.With("Tools.cs", Tools.Replace("File.Delete(path)", "_ = path"));
        var (exitCode, output, _) = Workspace.Execute("--silent", $"shop={_workspace.PathOf("sources")}");
        Assert.Contains("3 tools and steps, 0 findings", output);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public void An_analyzer_that_fails_is_listed()
    {
        var project = ProjectReader.OfFiles("/x", []);
        var analysis = Analysis.Of(project, CSharpCompilation.Create("X"), [], [new FailingAnalyzer()]);
        Assert.StartsWith("AD0001 FailingAnalyzer in x: InvalidOperationException: on purpose", Assert.Single(analysis.Failures));
        Assert.Empty(analysis.Findings);
    }

    public void Dispose() => _workspace.Dispose();

    private static string Total(string title, int act, int found, int missed, string recall, int quiet, int alarms)
        => $"{title,-38} {act,5} {found,6} {missed,7} {recall,8}   {quiet,6} {alarms,13}\n";

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class FailingAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("X1", "X", "X", "X", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationAction(_ => throw new InvalidOperationException("on purpose"));
        }
    }
}
