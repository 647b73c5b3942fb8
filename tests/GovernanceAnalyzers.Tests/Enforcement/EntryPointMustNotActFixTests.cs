using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class EntryPointMustNotActFixTests
{
    // The real package's attributes, by name.
    private const string Mcp = """


        namespace ModelContextProtocol.Server
        {
            [AttributeUsage(AttributeTargets.Class)]
            public sealed class McpServerToolTypeAttribute : Attribute { }

            [AttributeUsage(AttributeTargets.Method)]
            public sealed class McpServerToolAttribute : Attribute { public string? Name { get; set; } }
        }
        """;

    [Fact]
    public Task A_static_tool_that_answers_at_once() => Fix(
        """
        using System.ComponentModel;
        using ModelContextProtocol.Server;

        /// <summary>Tools.</summary>
        [McpServerToolType]
        public static class DiskTools
        {
            /// <summary>Deletes a file.</summary>
            [McpServerTool(Name = "delete_file"), Description("Deletes a file.")]
            public static string DeleteFile([Description("The path.")] string path, bool quiet = false)
            {
                File.{|GVN2006:Delete|}(path);
                return quiet ? "" : $"gone: {path}";
            }

            [McpServerTool]
            public static int Count(string path) => Directory.GetFiles(path).Length;
        }
        """,
        """
        using System.ComponentModel;
        using ModelContextProtocol.Server;

        /// <summary>Tools.</summary>
        [McpServerToolType]
        [GovernedWorkflow("disk-tools", Owner = "", GovernanceOwner = "", EscalateTo = "")]
        public static partial class DiskTools
        {
            /// <summary>Deletes a file.</summary>
            [McpServerTool(Name = "delete_file"), Description("Deletes a file.")]
            public static async Task<string> DeleteFile([Description("The path.")] string path, IStepGovernor governor, bool quiet = false)
                => (await DeleteFileStepAsync(path, governor, quiet)).ForModel(text => text);

            [WorkflowStep("delete-file", RiskTier.High)]
            internal static partial Task<StepOutcome<string>> DeleteFileStepAsync(string path, IStepGovernor governor, bool quiet = false);

            private static Task<string> DeleteFileStepCoreAsync(string path, IStepGovernor governor, bool quiet)
            {
                File.Delete(path);
                return Task.FromResult(quiet ? "" : $"gone: {path}");
            }

            [McpServerTool]
            public static int Count(string path) => Directory.GetFiles(path).Length;
        }
        """);

    [Fact]
    public Task An_instance_tool_that_already_waits() => Fix(
        """
        using ModelContextProtocol.Server;

        public sealed class DiskTools(string root)
        {
            [McpServerTool]
            public async Task<string> DeleteAsync(string name, CancellationToken ct)
            {
                await Task.Yield();
                // Gone for good.
                File.{|GVN2006:Delete|}(Path.Combine(root, name));
                return name;
            }
        }
        """,
        """
        using ModelContextProtocol.Server;

        [GovernedWorkflow("disk-tools", Owner = "", GovernanceOwner = "", EscalateTo = "")]
        public sealed partial class DiskTools(string root, IStepGovernor governor)
        {
            [McpServerTool]
            public async Task<string> DeleteAsync(string name, CancellationToken ct)
                => (await DeleteStepAsync(name, ct)).ForModel(text => text);

            [WorkflowStep("delete", RiskTier.High)]
            internal partial Task<StepOutcome<string>> DeleteStepAsync(string name, CancellationToken ct);

            private async Task<string> DeleteStepCoreAsync(string name, CancellationToken ct)
            {
                await Task.Yield();
                // Gone for good.
                File.Delete(Path.Combine(root, name));
                return name;
            }
        }
        """);

    [Fact]
    public Task A_tool_without_result_learns_to_answer() => Fix(
        """
        using ModelContextProtocol.Server;

        [GovernedWorkflow("disk", Owner = "ops")]
        public static partial class Outer
        {
            internal static class DiskTools
            {
                [McpServerTool]
                internal static void Delete(string path) => File.{|GVN2006:Delete|}(path);
            }
        }
        """,
        """
        using ModelContextProtocol.Server;

        [GovernedWorkflow("disk", Owner = "ops")]
        public static partial class Outer
        {
            internal static partial class DiskTools
            {
                [McpServerTool]
                internal static async Task<string> Delete(string path, IStepGovernor governor)
                    => (await DeleteStepAsync(path, governor)).ForModel();

                [WorkflowStep("delete", RiskTier.High)]
                internal static partial Task<StepOutcome> DeleteStepAsync(string path, IStepGovernor governor);

                private static Task DeleteStepCoreAsync(string path, IStepGovernor governor)
                {
                    File.Delete(path);
                    return Task.CompletedTask;
                }
            }
        }
        """);

    [Fact]
    public Task A_tool_with_a_result_of_its_own_keeps_it_and_a_governor_it_has_is_used() => Fix(
        """
        using ModelContextProtocol.Server;

        [GovernedWorkflow("disk", Owner = "ops")]
        public partial class DiskTools
        {
            private readonly IStepGovernor _governor;

            public DiskTools(IStepGovernor governor) => _governor = governor;

            [McpServerTool]
            public virtual async Task<int> DeleteAll(params string[] paths)
            {
                foreach (var path in paths)
                {
                    File.{|GVN2006:Delete|}(path);
                }

                return await Task.FromResult(paths.Length);
            }
        }
        """,
        """
        using ModelContextProtocol.Server;

        [GovernedWorkflow("disk", Owner = "ops")]
        public partial class DiskTools
        {
            private readonly IStepGovernor _governor;

            public DiskTools(IStepGovernor governor) => _governor = governor;

            [McpServerTool]
            public virtual Task<int> DeleteAll(params string[] paths)
                => DeleteAllStepAsync(paths);

            [WorkflowStep("delete-all", RiskTier.High)]
            internal partial Task<int> DeleteAllStepAsync(string[] paths);

            private async Task<int> DeleteAllStepCoreAsync(string[] paths)
            {
                foreach (var path in paths)
                {
                    File.Delete(path);
                }

                return await Task.FromResult(paths.Length);
            }
        }
        """);

    [Fact]
    public Task A_file_that_has_never_heard_of_us_gets_a_using()
    {
        var test = new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
        {
            TestCode = """
                using System.IO;
                using ModelContextProtocol.Server;

                static class DiskTools
                {
                    [McpServerTool]
                    public static string Delete(string path) { File.{|GVN2006:Delete|}(path); return path; }
                }
                """ + Mcp.Replace("AttributeUsage(AttributeTargets", "System.AttributeUsage(System.AttributeTargets").Replace(": Attribute", ": System.Attribute"),
            FixedCode = """
                using System.IO;
                using ModelContextProtocol.Server;
                using Governance;

                [GovernedWorkflow("disk-tools", Owner = "", GovernanceOwner = "", EscalateTo = "")]
                static partial class DiskTools
                {
                    [McpServerTool]
                    public static async System.Threading.Tasks.Task<string> Delete(string path, IStepGovernor governor)
                        => (await DeleteStepAsync(path, governor)).ForModel(text => text);

                    [WorkflowStep("delete", RiskTier.High)]
                    internal static partial System.Threading.Tasks.Task<StepOutcome<string>> DeleteStepAsync(string path, IStepGovernor governor);

                    private static System.Threading.Tasks.Task<string> DeleteStepCoreAsync(string path, IStepGovernor governor)
                    { File.Delete(path); return System.Threading.Tasks.Task.FromResult(path); }
                }
                """ + Mcp.Replace("AttributeUsage(AttributeTargets", "System.AttributeUsage(System.AttributeTargets").Replace(": Attribute", ": System.Attribute"),
        };
        test.SolutionTransforms.Clear();
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public static string Delete(ref string path) { File.{|GVN2006:Delete|}(path); return path; }")]
    [InlineData("public static IEnumerable<int> Delete(string path) { File.{|GVN2006:Delete|}(path); yield return 1; }")]
    [InlineData("public static string Delete<T>(string path) { File.{|GVN2006:Delete|}(path); return path; }")]
    [InlineData("public override string ToString() { File.{|GVN2006:Delete|}(\"a\"); return \"\"; }")]
    [InlineData("public static string Delete(string path, string governor) { File.{|GVN2006:Delete|}(path); return path; }")]
    [InlineData("public static string Delete(string path) { File.{|GVN2006:Delete|}(path); return path; } private void DeleteStepAsync() { }")]
    public Task What_cannot_be_plumbed_is_left_to_a_person(string tool) => new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
    {
        TestCode = $$"""
            using ModelContextProtocol.Server;

            public class DiskTools
            {
                [McpServerTool]
                {{tool}}
            }
            """ + Mcp,
    }.RunAsync();

    [Fact]
    public Task While_its_type_is_missing_a_tool_gets_no_step() => new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
    {
        TestCode = """
            namespace Shop;

            [ModelContextProtocol.Server.McpServerTool]
            public static string Delete(string path) { File.{|GVN2006:Delete|}(path); return path; }
            """,
        TestState = { Sources = { Mcp } },
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task While_the_file_does_not_parse_it_is_left_alone() => new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
    {
        TestCode = """
            [ModelContextProtocol.Server.McpServerToolType]
            [WorkflowStep(public static class DiskTools
            {
                [ModelContextProtocol.Server.McpServerTool]
                public static string Delete(string path) { File.{|GVN2006:Delete|}(path); return path; }
            }
            """,
        TestState = { Sources = { Mcp } },
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new EntryPointMustNotActFix().GetFixAllProvider());

    private static Task Fix(string code, string corrected) => new RuleFixTest<EntryPointMustNotActAnalyzer, EntryPointMustNotActFix>
    {
        TestCode = code + Mcp,
        FixedCode = corrected + Mcp,
    }.RunAsync();
}
