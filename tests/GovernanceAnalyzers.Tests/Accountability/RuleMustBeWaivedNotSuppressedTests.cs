using GovernanceAnalyzers.Rules.Accountability;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Accountability;

public sealed class RuleMustBeWaivedNotSuppressedTests
{
    private const string Step = "[WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() => Task.CompletedTask;";

    private const string Write = ", and where the exception is right, write [GovernanceWaiver(\"{0}\", Reason = \"…\", ApprovedBy = \"…\", Until = \"yyyy-MM-dd\")]";

    [Theory]
    [InlineData("GVN1001", "GVN1001 is switched off by #pragma warning disable, which has no effect on this rule: remove it" + Write)]
    [InlineData("GVN1003", "GVN1003 is switched off by #pragma warning disable: remove it" + Write)]
    [InlineData("GVN4711", "GVN4711 is switched off by #pragma warning disable: remove it" + Write)]
    public Task A_pragma_that_names_a_rule_is_reported(string id, string says) => new SuppressionTest
    {
        TestCode = "#pragma warning disable CS0168, {|#0:" + id + "|}\npublic class Desk { }",
        Says = string.Format(null, says, id),
    }.RunAsync();

    [Fact]
    public Task A_pragma_does_not_silence_this_rule_either() => new SuppressionTest
    {
        TestCode = "#pragma warning disable [|GVN3003|]\n#pragma warning disable [|GVN1001|]\npublic class Desk { }",
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable CS0168, 612, IDE0051")]
    [InlineData("#pragma warning restore GVN1001")]
    [InlineData("#pragma warning disable nullable")]
    [InlineData("#if NEVER\n#pragma warning disable GVN1001\n#endif")]
    [InlineData("// #pragma warning disable GVN1001")]
    [InlineData("#pragma warning disable GVNX")]
    public Task Any_other_pragma_is_fine(string pragma) => new SuppressionTest
    {
        TestCode = pragma + "\npublic class Desk { " + Step + " }",
    }.RunAsync();

    [Theory]
    [InlineData("public class Desk {\n", Step, "\n}", "step 'triage'")]
    [InlineData("", "[GovernedWorkflow(\"refunds\")] public class Desk { }", "", "workflow 'refunds'")]
    [InlineData("", "public class Desk { [AutomationEntryPoint] public void Run() { } }", "", "an entry point")]
    [InlineData("public class Desk { [AutomationEntryPoint] public void Run() {\n", "", "\n} }", "an entry point")]
    [InlineData("public class Desk { [WorkflowStep(\"triage\", RiskTier.Low)] public Task TriageAsync() {\n", "return Task.CompletedTask;", "\n} }", "step 'triage'")]
    [InlineData("public partial class Desk(IStepGovernor governor) { [WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync();\n",
                "private Task TriageCoreAsync() => Task.CompletedTask;", "\n}", "'TriageCoreAsync' of step 'triage'")]
    [InlineData("public partial class Desk(IStepGovernor governor) {\n", "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync();",
                "\nprivate Task TriageCoreAsync() => Task.CompletedTask; }", "step 'triage'")]
    [InlineData("public partial class Desk(IStepGovernor governor) { " + Step + " [WorkflowStep(\"refund\", RiskTier.Low, Rollback = \"UndoAsync\")] public partial Task RefundAsync();\n"
              + "private Task RefundCoreAsync() => Task.CompletedTask;\n", "private Task UndoAsync() => Task.CompletedTask;", "\n}", "'UndoAsync' of step 'refund'")]
    public Task A_pragma_that_names_nothing_is_reported_where_it_covers_what_is_governed(string before, string covered, string after, string member)
        => new SuppressionTest
        {
            TestCode = before + "{|#0:#pragma warning disable|}\n" + covered + "\n#pragma warning restore" + after,
            Says = $"Governance rules are switched off by a #pragma warning disable that names no rule and covers {member}: remove it" + string.Format(null, Write, "GVN…"),
        }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable\npublic class Other { void M() { } }\n#pragma warning restore\npublic class Desk { " + Step + " }")]
    [InlineData("public class Desk { " + Step + " }\n#pragma warning disable\npublic class Other { void M() { } }")]
    [InlineData("[GovernedWorkflow(\"refunds\")] public partial class Desk { }\n#pragma warning disable\n[Obsolete] public partial class Desk { int _field; }")]
    [InlineData("public partial class Desk { [AutomationEntryPoint] public partial void Run(); public partial void Run() { } }\n#pragma warning disable\npublic partial class Desk { }")]
    [InlineData("public partial class Desk {\n#pragma warning disable\npublic partial Task TriageAsync();\n#pragma warning restore\n"
              + "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync() => Task.CompletedTask; }")]
    public Task Elsewhere_it_is_not_ours(string code) => new SuppressionTest { TestCode = code }.RunAsync();

    [Theory]
    [InlineData("enforce", "[|#pragma warning disable|]")]
    [InlineData("adopt", "[|#pragma warning disable|]")]
    [InlineData("consumer", "#pragma warning disable")]
    public Task Over_delegates_that_are_handed_to_a_tool_factory_elsewhere_it_is_reported_once(string mode, string pragma) => new SuppressionTest
    {
        TestState =
        {
            Sources =
            {
                pragma + "\npublic static class Disk { public static void Wipe() { } public static void Format() { } }",
                """
                public static class Registration
                {
                    public static object[] All() => [Microsoft.Extensions.AI.AIFunctionFactory.Create(Disk.Wipe), Microsoft.Extensions.AI.AIFunctionFactory.Create(Disk.Format)];
                }

                namespace Microsoft.Extensions.AI { public static class AIFunctionFactory { public static object Create(Delegate method) => method; } }
                """,
            },
        },
        BuildProperties = { ["GovernanceMode"] = mode },
    }.RunAsync();

    [Fact]
    public Task What_our_own_generator_writes_is_not_reported() => new SuppressionTest
    {
        Members = "[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync(); private Task TriageCoreAsync() => Task.CompletedTask;",
    }.RunAsync();

    [Theory]
    [InlineData("""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Governance", [|"GVN1001"|])]""", "")]
    [InlineData("""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("Governance", [|"GVN1001:A step has an owner"|])]""", "")]
    [InlineData("""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("G", [|"GVN1001"|], Scope = "member", Target = "~M:Desk.RunAsync")]""", "")]
    [InlineData("""[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage("G", [|"GVN1001"|], Scope = "namespaceanddescendants", Target = "~N:Shop")]""", "")]
    [InlineData("""[module: System.Diagnostics.CodeAnalysis.SuppressMessage("G", [|"GVN1001"|])]""", "")]
    [InlineData("""[assembly: System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("G", [|"GVN1001"|])]""", "")]
    [InlineData("", """[System.Diagnostics.CodeAnalysis.SuppressMessage("G", [|"GVN1001"|], Justification = "because")]""")]
    [InlineData("", """[System.Diagnostics.CodeAnalysis.SuppressMessage(checkId: [|"GVN1001"|], category: "G")]""")]
    [InlineData("", """[System.Diagnostics.CodeAnalysis.SuppressMessage("G", [|Ids.Owner|])]""")]
    [InlineData("using Hush = System.Diagnostics.CodeAnalysis.SuppressMessageAttribute;", """[Hush("G", [|"gvn1001"|])]""")]
    public Task An_attribute_that_names_a_rule_is_reported(string onAssembly, string onMember) => Attributes(onAssembly, onMember);

    [Fact]
    public Task An_attribute_that_no_file_names_without_an_escape_is_reported() => new SuppressionTest
    {
        TestCode = """[assembly: System.Diagnostics.CodeAnalysis.Suppr\u0065ssMessage("Governance", [|"GVN1001"|])] public class Desk { }""",
    }.RunAsync();

    [Fact]
    public Task The_name_after_the_colon_is_no_part_of_the_rule() => new SuppressionTest
    {
        TestCode = """[assembly: System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("G", {|#0:" GVN1001 : A step has an owner"|})]""",
        Says = "GVN1001 is switched off by [UnconditionalSuppressMessage], which has no effect on this rule: remove it" + string.Format(null, Write, "GVN1001"),
    }.RunAsync();

    [Theory]
    [InlineData("", """[System.Diagnostics.CodeAnalysis.SuppressMessage("G", "CA1822")]""")]
    [InlineData("", """[System.Diagnostics.CodeAnalysis.SuppressMessage("GVN1001", "CA1822")]""")]
    [InlineData("", """[SuppressMessage("G", "GVN1001")]""")]
    public Task Any_other_attribute_is_fine(string onAssembly, string onMember) => Attributes(onAssembly, onMember);

    [Fact]
    public Task On_a_type_a_local_function_a_parameter_and_a_lambda_too() => new SuppressionTest
    {
        TestCode = """
            using System.Diagnostics.CodeAnalysis;

            [SuppressMessage("G", [|"GVN1001"|])]
            public class Desk
            {
                public void Run([SuppressMessage("G", [|"GVN1012"|])] int count)
                {
                    [SuppressMessage("G", [|"GVN2001"|])] void Local() { }
                    Local();
                    Action run = [SuppressMessage("G", [|"GVN2002"|])] () => { };
                }
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, "none")]
    [InlineData(ReportDiagnostic.Hidden, "silent")]
    [InlineData(ReportDiagnostic.Info, "suggestion")]
    [InlineData(ReportDiagnostic.Warn, "warning")]
    public Task A_rule_that_the_build_lowers_is_reported_once_without_place(ReportDiagnostic severity, string words)
        => Lowered(severity, $"GVN1003 is switched off by NoWarn, a ruleset or the command line ({words}): remove it" + string.Format(null, Write, "GVN1003"));

    [Theory]
    [InlineData("GVN1003", ReportDiagnostic.Error)]
    [InlineData("GVN1003", ReportDiagnostic.Default)]
    [InlineData("GVN1002", ReportDiagnostic.Warn)]
    [InlineData("GVN0001", ReportDiagnostic.Info)]
    [InlineData("GVN1002", ReportDiagnostic.Error)]
    public Task A_rule_that_it_does_not_lower_is_fine(string rule, ReportDiagnostic severity) => Lowered(severity, null, rule);

    [Theory]
    [InlineData(ReportDiagnostic.Suppress, "none")]
    [InlineData(ReportDiagnostic.Info, "suggestion")]
    public Task A_warning_of_ours_can_be_lowered_too(ReportDiagnostic severity, string words) => Lowered(
        severity, $"GVN1002 is switched off by NoWarn, a ruleset or the command line ({words}): remove it" + string.Format(null, Write, "GVN1002"), "GVN1002");

    [Fact]
    public Task A_build_that_shows_no_warning_at_all_is_reported() => Expecting(
        new SuppressionTest
        {
            TestCode = "public class Desk { }",
            SolutionTransforms = { (solution, id) => solution.WithProjectCompilationOptions(id, ((CSharpCompilationOptions)solution.GetProject(id)!.CompilationOptions!).WithWarningLevel(0)) },
        },
        "Governance rules are switched off by WarningLevel = 0: remove it" + string.Format(null, Write, "GVN…"));

    [Fact]
    public Task A_ruleset_that_includes_all_as_none_is_reported() => Expecting(
        new SuppressionTest
        {
            TestCode = "public class Desk { }",
            SolutionTransforms =
            {
                (solution, id) => solution.WithProjectCompilationOptions(id, solution.GetProject(id)!.CompilationOptions!.WithGeneralDiagnosticOption(ReportDiagnostic.Suppress)),
            },
        },
        "Governance rules are switched off by a ruleset that includes all rules with the action None: remove it" + string.Format(null, Write, "GVN…"));

    [Theory]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GVN1001.severity = none", "GVN1001",
                "GVN1001 is switched off by dotnet_diagnostic.GVN1001.severity in .editorconfig or .globalconfig (none), which has no effect on this rule")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.gvn1003.severity = warning", "GVN1003",
                "GVN1003 is switched off by dotnet_diagnostic.GVN1003.severity in .editorconfig or .globalconfig (warning)")]
    [InlineData("/0/.globalconfig", "is_global = true\ndotnet_diagnostic.GVN1006.severity = suggestion", "GVN1006",
                "GVN1006 is switched off by dotnet_diagnostic.GVN1006.severity in .editorconfig or .globalconfig (suggestion)")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.category-Governance.Declaration.severity = warning", "GVN…",
                "Governance rules are switched off by dotnet_analyzer_diagnostic.category-Governance.Declaration.severity = warning in .editorconfig or .globalconfig")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GVN1002.severity = suggestion", "GVN1002",
                "GVN1002 is switched off by dotnet_diagnostic.GVN1002.severity in .editorconfig or .globalconfig (suggestion)")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ngenerated_code = True", "GVN…",
                "Governance rules are switched off by generated_code = true over governed code in .editorconfig or .globalconfig, which has no effect on them")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = none", "GVN…",
                "Governance rules are switched off by dotnet_analyzer_diagnostic.severity = none in .editorconfig or .globalconfig")]
    public Task A_rule_that_a_configuration_file_lowers_is_reported_once_without_place(string path, string content, string id, string says)
        => Configured(path, content, says + ": remove it" + string.Format(null, Write, id));

    [Theory]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GVN1003.severity = error")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1822.severity = none")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_analyzer_diagnostic.severity = warning")]
    [InlineData("/0/.editorconfig", "root = true\n[Test2.cs]\ndotnet_analyzer_diagnostic.severity = none")]
    [InlineData("/0/.editorconfig", "root = true\n[*.txt]\ndotnet_diagnostic.GVN1001.severity = none")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.GVN1002.severity = warning\ndotnet_diagnostic.GVN3004.severity = error")]
    [InlineData("/0/.editorconfig", "root = true\n[Test2.cs]\ngenerated_code = true")]
    [InlineData("/0/.editorconfig", "root = true\n[*.cs]\ngenerated_code = false")]
    [InlineData("/.editorconfig", "root = true\n[*.g.cs]\ngenerated_code = true\ndotnet_analyzer_diagnostic.severity = none")]
    public Task Any_other_configuration_is_fine(string path, string content) => Configured(path, content, null);

    [Theory]
    [InlineData("private Task TriageCoreAsync() => Task.CompletedTask;")]
    [InlineData("private Task UndoAsync() => Task.CompletedTask;")]
    [InlineData("public partial Task TriageAsync() => Task.CompletedTask;")]
    public Task The_file_of_a_body_that_belongs_to_a_step_is_governed_code(string body) => Expecting(
        Files("/0/.editorconfig", "root = true\n[Test1.cs]\ndotnet_analyzer_diagnostic.severity = none", body),
        "Governance rules are switched off by dotnet_analyzer_diagnostic.severity = none in .editorconfig or .globalconfig: remove it" + string.Format(null, Write, "GVN…"));

    [Fact]
    public Task A_file_of_suppressions_is_read() => new SuppressionTest
    {
        TestState =
        {
            Sources =
            {
                "public class Desk { " + Step + " }",
                ("/0/GlobalSuppressions.cs", """
                    // This file is used by Code Analysis to maintain SuppressMessage attributes that are applied to this project.
                    using System.Diagnostics.CodeAnalysis;

                    [assembly: SuppressMessage("Governance.Declaration", [|"GVN1001:A step has an owner"|], Justification = "<Pending>", Scope = "member", Target = "~M:Desk.TriageAsync~System.Threading.Tasks.Task")]
                    [module: SuppressMessage("Governance.Declaration", [|"GVN1004"|], Scope = "type", Target = "~T:Desk")]
                    """),
            },
        },
    }.RunAsync();

    [Theory]
    [InlineData("public class Desk { }", "consumer", false)]
    [InlineData("public class Desk { " + Step + " }", "consumer", true)]
    [InlineData("[GovernedWorkflow(\"refunds\")] public class Desk { }", "consumer", true)]
    [InlineData("public class Desk { }", "enforce", true)]
    [InlineData("public class Desk { }", "adopt", true)]
    public Task Where_the_package_came_through_somebody_else_only_those_who_declare_are_held_to_it(string code, string mode, bool reported)
    {
        var marked = reported ? "{|GVN3003:GVN2006|}" : "GVN2006";
        var test = new SuppressionTest
        {
            TestCode = $"#pragma warning disable {marked}\n{code}",
            BuildProperties = { ["GovernanceMode"] = mode },
            SolutionTransforms = { (solution, id) => With(solution, id, "GVN2006", ReportDiagnostic.Suppress) },
        };
        if (reported)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN3003", DiagnosticSeverity.Error));
        }

        return test.RunAsync();
    }

    [Fact]
    public Task No_waiver_covers_it() => new SuppressionTest
    {
        TestCode = """
            #pragma warning disable [|GVN1001|]
            [assembly: GovernanceWaiver("GVN3003", Reason = "we want peace", ApprovedBy = "risk-office", Until = "2027-01-31")]
            """,
    }.RunAsync();

    [Theory]
    [InlineData("#pragma warning disable GVN")]
    [InlineData("#pragma warning disable GVN1001,")]
    [InlineData("#pragma warning")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"G\", ")]
    [InlineData("[System.Diagnostics.CodeAnalysis.SuppressMessage(\"G\", Ids.)]")]
    public Task Half_typed_it_is_no_failure(string code) => new SuppressionTest
    {
        TestCode = code + "\npublic class Desk { }",
        CompilerDiagnostics = CompilerDiagnostics.None,
        DisabledDiagnostics = { "GVN3003" },
    }.RunAsync();

    private static Task Attributes(string onAssembly, string onMember) => new SuppressionTest
    {
        TestCode = $$"""
            {{onAssembly}}
            public class Desk
            {
                {{onMember}}
                public Task RunAsync() => Task.CompletedTask;
            }

            public static class Ids { public const string Owner = "GVN1001"; }
            public sealed class SuppressMessageAttribute(string category, string id) : Attribute { public string All => category + id; }
            """,
    }.RunAsync();

    private static Task Lowered(ReportDiagnostic severity, string? says, string rule = "GVN1003")
    {
        var test = new SuppressionTest
        {
            TestCode = "public class Desk { } public class Other { }",
            SolutionTransforms = { (solution, id) => With(solution, id, rule, severity) },
        };
        return Expecting(test, says);
    }

    private static Task Configured(string path, string content, string? says) => Expecting(Files(path, content), says);

    private static SuppressionTest Files(string path, string content, string body = "private Task TriageCoreAsync() => Task.CompletedTask;")
        => new()
        {
            TestState =
            {
                Sources =
                {
                    "[GovernedWorkflow(\"refunds\")] public partial class Desk(IStepGovernor governor) { [WorkflowStep(\"triage\", RiskTier.Low, Rollback = \"UndoAsync\")] public partial Task TriageAsync(); }",
                    "public partial class Desk { " + body + " }",
                    "public class Other { }",
                },
                AnalyzerConfigFiles = { (path, content) },
            },
        };

    private static Task Expecting(SuppressionTest test, string? says)
    {
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN3003", DiagnosticSeverity.Error).WithMessage(says));
        }

        return test.RunAsync();
    }

    private static Solution With(Solution solution, ProjectId id, string rule, ReportDiagnostic severity)
    {
        var options = solution.GetProject(id)!.CompilationOptions!;
        return solution.WithProjectCompilationOptions(
            id, options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem(rule, severity)));
    }

    /// <summary>The kit's own pragma would be one more finding; that the rule survives a pragma is the first test's subject.</summary>
    private sealed class SuppressionTest : StepTest<RuleMustBeWaivedNotSuppressedAnalyzer>
    {
        public SuppressionTest() => TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
    }
}
