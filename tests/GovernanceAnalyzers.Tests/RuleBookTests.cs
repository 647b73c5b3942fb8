using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests;

/// <summary>
/// What a project has not accepted yet warns and stops nothing, and what it has accepted stays as strict as it was. There is one release so far:
/// rules and rows of a later one are made up here and given to the real analyzers.
/// </summary>
public sealed class RuleBookTests
{
    private const string Unowned = """
        [GovernedWorkflow("refunds")]
        public sealed partial class RefundDesk(IStepGovernor governor)
        {
            [{|#0:WorkflowStep|}("triage", RiskTier.Low)]
            public partial Task TriageAsync(string id, CancellationToken ct = default);

            private Task TriageCoreAsync(string id, CancellationToken ct) => Task.CompletedTask;
        }
        """;

    private const string NoOwner = "Step 'refunds/triage' has no owner: write Owner = \"…\" here or on [GovernedWorkflow] of 'RefundDesk', "
                                 + "naming the person, team or role that answers for it";

    private const string New = " (new in 0.2)";

    private const string Printer = """
        public static class Printer { public static void Print() { } public static void Shred() { } }
        """;

    private const string FirstRow = "M:Printer.Print(*); vendor.print; Medium; no; prints";
    private const string RaisedRow = "M:Printer.Print(*); vendor.print; High; no; prints cheques; since=0.2";
    private const string NewRow = "M:Printer.Shred(*); vendor.shred; High; no; shreds; since=0.2";

    [Fact]
    public void The_last_release_is_this_packages()
        => Assert.Equal(typeof(RuleBook).Assembly.GetName().Version!.ToString(2), PackageRelease.Current.ToString());

    /// <summary>Shipped.md has a heading for each release; what is not shipped comes with this one.</summary>
    [Fact]
    public void Each_rule_is_as_old_as_the_release_files_say()
    {
        var release = PackageRelease.Current;
        var listed = new Dictionary<string, Version>();
        foreach (var line in Lines("Unshipped").Concat(Lines("Shipped")))
        {
            release = Regex.Match(line, @"^## Release (\d+\.\d+)") is { Success: true } heading ? Version.Parse(heading.Groups[1].Value) : release;
            if (Regex.Match(line, @"^GVN\d{4}") is { Success: true } id)
            {
                listed[id.Value] = release;
            }
        }

        // One comes from the generator, on behalf of the build.
        Assert.Equal(listed.Where(r => !RuleIds.IsFromTheBuild(r.Key)).OrderBy(r => r.Key), RuleIds.All.Order().Select(id => KeyValuePair.Create(id, RuleBook.Shipped.SinceOf(id))));
    }

    [Fact]
    public void A_project_that_names_no_level_has_everything_at_full_strength()
        => Assert.All(RuleIds.All, id => Assert.True(RuleBook.Shipped.SinceOf(id) <= PackageRelease.Current));

    [Theory]
    [InlineData("0.1")]
    [InlineData("")]
    public Task What_the_project_has_accepted_is_an_error(string level) => Run(
        new BookTest<StepMustHaveOwnerAnalyzer>(Book()) { TestCode = Unowned, BuildProperties = { ["GovernanceLevel"] = level } },
        Expected("GVN1001", DiagnosticSeverity.Error, NoOwner));

    [Fact]
    public Task A_newer_enforced_rule_warns_and_says_so() => Run(
        new BookTest<StepMustHaveOwnerAnalyzer>(Book("GVN1001")) { TestCode = Unowned },
        Expected("GVN1001", DiagnosticSeverity.Warning, NoOwner + New));

    [Fact]
    public Task It_stays_a_warning_where_warnings_are_errors() => Run(
        new BookTest<StepMustHaveOwnerAnalyzer>(Book("GVN1001")) { TestCode = Unowned }.WithWarningsAsErrors(),
        Expected("GVN1001", DiagnosticSeverity.Warning, NoOwner + New));

    [Theory]
    [InlineData("GVN1003", DiagnosticSeverity.Warning, New)]
    [InlineData("GVN1001", DiagnosticSeverity.Error, "")]
    public Task So_does_a_newer_configurable_rule_and_no_other(string newer, DiagnosticSeverity severity, string tag) => Run(
        new BookTest<GovernanceIdMustBeWellFormedAnalyzer>(Book(newer))
        {
            TestCode = """public partial class Desk { [WorkflowStep({|#0:"Triage!"|}, RiskTier.Low, Owner = "ops")] public void Triage() { } }""",
        }.WithWarningsAsErrors(),
        Expected("GVN1003", severity, "'Triage!' is no step id, which is lower-case words of a-z and 0-9, joined by '-' or '.': write \"triage\"" + tag));

    [Fact]
    public Task A_waiver_covers_it_like_any_other() => Run(new BookTest<StepMustHaveOwnerAnalyzer>(Book("GVN1001"))
    {
        TestCode = """
            [GovernanceWaiver("GVN1001", Reason = "the team is being formed", ApprovedBy = "risk-office", Until = "2027-01-31")]
            """ + Unowned.Replace("{|#0:WorkflowStep|}", "WorkflowStep"),
    });

    [Fact]
    public void Place_further_places_properties_and_help_stay()
    {
        var place = Location.Create("a.actions.txt", new(1, 2), new(new(0, 1), new(0, 3)));
        var found = Diagnostic.Create(GovernanceRule.InternalFailure, place, [place], RuleProperty.Of("k", "v"), "a", "b");

        var graded = Book(GovernanceRule.InternalFailure.Id).Grade(found, new(0, 1));

        Assert.Equal(found.GetMessage(null) + " (new in 0.2)", graded.GetMessage(null));
        Assert.Equal((place, "v", found.Descriptor.HelpLinkUri), (graded.Location, graded.Properties["k"], graded.Descriptor.HelpLinkUri));
        Assert.Equal([place], graded.AdditionalLocations);
    }

    [Fact]
    public void What_is_only_counted_stays_as_it_is()
    {
        var counted = Diagnostic.Create(GovernanceRule.InternalFailure, Location.None, DiagnosticSeverity.Info, null, null, "a", "b");

        Assert.Same(counted, Book(GovernanceRule.InternalFailure.Id).Grade(counted, new(0, 1)));
    }

    [Fact]
    public Task A_tool_that_does_what_a_newer_row_names_is_warned_about() => Run(
        new BookTest<EntryPointMustNotActAnalyzer>(Rows(NewRow)) { TestCode = Tool("Printer.{|#0:Shred|}()") },
        Expected("GVN2006", DiagnosticSeverity.Warning, "Entry point 'Work' performs vendor.shred (High) by Work → Printer.Shred and nobody is asked: let it forward to a step" + New));

    [Fact]
    public Task A_tool_that_did_it_already_stays_refused() => Run(
        new BookTest<EntryPointMustNotActAnalyzer>(Rows(FirstRow, RaisedRow)) { TestCode = Tool("Printer.{|#0:Print|}()") },
        Expected("GVN2006", DiagnosticSeverity.Error, "Entry point 'Work' performs vendor.print (Medium) by Work → Printer.Print and nobody is asked: let it forward to a step"));

    [Theory]
    [InlineData("Low", DiagnosticSeverity.Error, "Medium", "")]
    [InlineData("Medium", DiagnosticSeverity.Warning, "High", New)]
    public Task A_raised_row_asks_for_the_higher_tier_and_keeps_asking_for_the_old_one(string tier, DiagnosticSeverity severity, string wanted, string tag) => Run(
        new BookTest<StepTierMustCoverActionsAnalyzer>(Rows(FirstRow, RaisedRow)) { TestCode = Step("{|#0:RiskTier." + tier + "|}", "Printer.Print();") },
        Expected("GVN2003", severity, $"Step 'shop/work' is declared {tier} but reaches vendor.print ({wanted}) by Work → Printer.Print: raise it to RiskTier.{wanted}{tag}"));

    [Theory]
    [InlineData(NewRow, "Shred", "vendor.shred (High)", "vendor.shred", DiagnosticSeverity.Warning, New)]
    [InlineData(FirstRow, "Print", "vendor.print (Medium)", "vendor.print", DiagnosticSeverity.Error, "")]
    public Task A_step_that_does_not_allow_what_a_newer_row_names_is_warned(
        string row, string call, string action, string word, DiagnosticSeverity severity, string tag) => Run(
        new BookTest<StepMustStayWithinAllowanceAnalyzer>(Rows(row))
        {
            TestCode = Step("RiskTier.High, Allows = {|#0:\"mail.send\"|}", $"Printer.{{|#1:{call}|}}();"),
        },
        Expected("GVN2021", severity, $"Step 'shop/work' allows mail.send but reaches {action} by Work → Printer.{call}: take it out, or decide that the step may do it "
            + $"and add {word} to Allows{tag}").WithLocation(1));

    [Fact]
    public Task A_step_that_does_not_allow_what_an_older_row_names_is_refused_for_that() => Run(
        new BookTest<StepMustStayWithinAllowanceAnalyzer>(Rows(FirstRow, NewRow.Replace("vendor.shred", "vendor.print")))
        {
            TestCode = Step("RiskTier.High, Allows = {|#0:\"mail.send\"|}", "Printer.{|#2:Shred|}(); Printer.{|#1:Print|}();"),
        },
        Expected("GVN2021", DiagnosticSeverity.Error, "Step 'shop/work' allows mail.send but reaches vendor.print (Medium) by Work → Printer.Print (1 of 2 places): take it out, or decide that the step may do it "
            + "and add vendor.print to Allows").WithLocation(1).WithLocation(2));

    [Fact]
    public Task A_step_that_does_only_what_a_newer_row_names_is_warned_about_each_control_it_lacks()
        => Task.WhenAll(
            Run(new BookTest<ActionMustBeConfirmedAnalyzer>(Rows(NewRow)) { TestCode = Step("RiskTier.High", "Printer.{|#0:Shred|}();") },
                Expected("GVN2001", DiagnosticSeverity.Warning, "Step 'shop/work' performs vendor.shred (High) by Work → Printer.Shred without asking a person first" + New)),
            Run(new BookTest<ActionMustBeLoggedAnalyzer>(Rows(NewRow)) { TestCode = Step("RiskTier.High", "Printer.{|#0:Shred|}();").Replace("[WorkflowStep", Unasked + "[WorkflowStep") },
                Expected("GVN2002", DiagnosticSeverity.Warning, "Step 'shop/work' performs vendor.shred (High) by Work → Printer.Shred without an action-log entry before it and after it on every path, "
                    + "the failing one included" + New)),
            // Nothing that held before is forgiven because of it: no rollback stays an error.
            Run(new BookTest<StepMustDeclareRollbackAnalyzer>(Rows(NewRow)) { TestCode = Step("RiskTier.High", "Printer.Shred();").Replace("WorkflowStep", "{|#0:WorkflowStep|}") },
                Expected("GVN1005", DiagnosticSeverity.Error, "High step 'shop/work' has neither a rollback handler nor a reason why it cannot be undone: write Rollback = nameof(RollbackWork) "
                    + "and a private method of that name, or Irreversible = \"why\"")));

    [Fact]
    public Task A_step_that_also_does_what_an_older_row_names_is_refused_for_that() => Run(
        new BookTest<ActionMustBeConfirmedAnalyzer>(Rows(FirstRow, NewRow)) { TestCode = Step("RiskTier.High", "Printer.Shred(); Printer.{|#0:Print|}();") },
        Expected("GVN2001", DiagnosticSeverity.Error, "Step 'shop/work' performs vendor.print (Medium) by Work → Printer.Print with neither a confirmation nor an action log: make it a plumbed step, "
            + "a partial method whose private 'WorkCore' does the work"));

    [Theory]
    [InlineData("Printer.{|#1:Shred|}();", "Shred", "vendor.shred", "High", DiagnosticSeverity.Warning, New)]
    [InlineData("Printer.Shred(); Printer.{|#1:Print|}();", "Print", "vendor.print", "Medium", DiagnosticSeverity.Error, "")]
    public Task A_contract_is_held_to_an_older_row_before_a_newer_one(string body, string call, string word, string tier, DiagnosticSeverity severity, string tag) => Run(
        new BookTest<ContractMustCoverBodyAnalyzer>(Rows(FirstRow, NewRow))
        {
            TestCode = $"public class Press {{ [ConsequentialAction(\"vendor.print\", {{|#0:RiskTier.Low|}})] public void Work() {{ {body} }} }}\n{Printer}",
        },
        Expected("GVN2022", severity, $"'Press.Work' promises vendor.print (Low) but reaches {word} ({tier}) by Press.Work → Printer.{call}: raise that contract to RiskTier.{tier}{tag}")
            .WithLocation(1));

    /// <summary>An action that nobody confirms is said to be that first.</summary>
    private const string Unasked
        = "[GovernanceWaiver(\"GVN2001\", Reason = \"four eyes outside the code, ticket 4711\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\")] ";

    private static RuleBook Book(params string[] newer) => new(newer.ToDictionary(id => id, _ => new Version(0, 2)), BuiltInCatalogue.File);

    private static RuleBook Rows(params string[] rows)
        => new(RuleIds.Newer, CatalogueParser.Parse(SourceText.From($"{CatalogueParser.FirstLine}\n{string.Join('\n', rows)}\n"), CatalogueKind.BuiltIn));

    private static string Tool(string call) => $"public static class Tools {{ [AutomationEntryPoint] public static void Work() => {call}; }}\n{Printer}";

    private static string Step(string tier, string body) => $$"""
        [GovernedWorkflow("shop", Owner = "ops", EscalateTo = "rota")]
        public class Desk
        {
            [WorkflowStep("work", {{tier}})]
            public void Work() { {{body}} }
        }
        {{Printer}}
        """;

    private static DiagnosticResult Expected(string id, DiagnosticSeverity severity, string message)
        => new DiagnosticResult(id, severity).WithLocation(0).WithMessage(message);

    private static Task Run<T>(BookTest<T> test, params DiagnosticResult[] expected)
        where T : GovernanceAnalyzer, new()
    {
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    private static IEnumerable<string> Lines(string file) => File.ReadLines(AllRules.RepositoryFile($"src/GovernanceAnalyzers/AnalyzerReleases.{file}.md"));

    /// <summary>A real analyzer with a made-up book.</summary>
    private sealed class BookTest<TAnalyzer>(RuleBook book, [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
        : RuleTest<TAnalyzer>(testFile, test)
        where TAnalyzer : GovernanceAnalyzer, new()
    {
        // Where warnings are errors, so are the compiler's about missing comments.
        public BookTest<TAnalyzer> WithWarningsAsErrors()
        {
            DisabledDiagnostics.Add("CS1591");
            SolutionTransforms.Add(WarningsAsErrors);
            return this;
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new TAnalyzer { Book = book }];

        private static Solution WarningsAsErrors(Solution solution, ProjectId project) => solution.WithProjectCompilationOptions(
            project, ((CSharpCompilationOptions)solution.GetProject(project)!.CompilationOptions!).WithGeneralDiagnosticOption(ReportDiagnostic.Error));
    }
}
