using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Rules.Configuration;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>Approvals and logs that one cannot edit: <c>governance.controls.txt</c>.</summary>
public sealed class ControlsListTests
{
    private const string Head = "# governance-controls 1\n";

    private const string List = Head + """
        M:Acme.Desk.Ask(*); confirms
        M:Acme.Desk.AskAnother(*); confirms; distinct=yes; binds=what
        M:Acme.Desk.Decide(*); confirms; approved-when=Status == Granted; distinct=yes; approver=By
        M:Acme.Desk.Demand(*); confirms; throws=yes; distinct=yes
        M:Acme.Trail.Write(*); records; moment=both
        M:Acme.Trail.Open(*); records; moment=scope
        """;

    private const string Acme = """
        namespace Acme
        {
            public enum Status { Denied, Granted }
            public sealed record Decision(Status Status, string By);
            public static class Desk
            {
                public static bool Ask(string what) => what.Length > 3;
                public static bool AskAnother(string what) => what.Length > 3;
                public static Decision Decide(string what) => new(what.Length > 3 ? Status.Granted : Status.Denied, what);
                public static void Demand(string what) { if (what.Length > 3) throw new InvalidOperationException(); }
            }
            public static class Trail
            {
                public static void Write(string what) => Console.WriteLine(what);
                public static IDisposable Open(string what) => new MemoryStream(what.Length);
            }
        }
        """;

    [Theory]
    [InlineData("[|# controls|]\n", "the first line must be '# governance-controls 1'")]
    [InlineData(Head + "[|M:A.B.C(*)|]\n", "a line is: symbol; confirms")]
    [InlineData(Head + "[|A.B.C|]; confirms\n", "a symbol is written M:")]
    [InlineData(Head + "[|T:A.BAttribute|]; confirms\n", "a member of one type")]
    [InlineData(Head + "[|M:A.*.B(*)|]; confirms\n", "a member of one type")]
    [InlineData(Head + "M:A.B.C(*); [|asks|]\n", "'asks' is no control")]
    [InlineData(Head + "M:A.B.C(*); [|records|]\n", "say what it records")]
    [InlineData(Head + "M:A.B.C(*); records; moment=[|later|]\n", "'later' is no moment")]
    [InlineData(Head + "M:A.B.C(*); records; moment=both; [|distinct=yes|]\n", "'distinct' is no key of a member that records")]
    [InlineData(Head + "M:A.B.C(*); confirms; [|moment=both|]\n", "'moment' is no key of a member that confirms")]
    [InlineData(Head + "M:A.B.C(*); confirms; distinct=[|true|]\n", "'distinct' is 'yes' or not there")]
    [InlineData(Head + "M:A.B.C(*); confirms; [|distinct|]\n", "is written key=value")]
    [InlineData(Head + "M:A.B.C(*); confirms; binds=a; [|binds=b|]\n", "'binds' is said twice")]
    [InlineData(Head + "M:A.B.C(*); confirms\n[|M:A.B.C(*)|]; confirms; distinct=yes\n", "line 2 already says")]
    public void Says_where_a_line_does_not_parse(string marked, string message)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var file = ControlsParser.Parse(SourceText.From(marked.Replace("[|", "").Replace("|]", "")));

        var mistake = Assert.Single(file.Mistakes);
        Assert.Equal(TextSpan.FromBounds(start, end), mistake.Span);
        Assert.Contains(message, mistake.Message);
    }

    [Theory]
    [InlineData("intent")]
    [InlineData("outcome")]
    [InlineData("scope")]
    [InlineData("both")]
    public void Each_moment_is_one_that_a_line_may_name(string moment)
        => Assert.Equal(Enum.Parse<LogMoment>(moment, ignoreCase: true), Assert.Single(ControlsParser.Parse(SourceText.From($"{Head}M:A.B.C(*); records; moment={moment}")).Rows).Log);

    [Theory]
    [InlineData("Approved", "Approved", null)]
    [InlineData(" Approved ", "Approved", null)]
    [InlineData("Approved == true", "Approved", null)]
    [InlineData("Approved == false", "Approved", "false")]
    [InlineData("Status == Granted", "Status", "Granted")]
    [InlineData("Status==Granted", "Status", "Granted")]
    [InlineData("Status == Acme.Status.Granted", "Status", "Granted")]
    [InlineData("Word == \"yes\"", "Word", "yes")]
    [InlineData("Word == 'yes'", "Word", "yes")]
    public void What_means_yes_is_written_in_several_ways(string approvedWhen, string member, string? yes)
        => Assert.Equal((member, yes), ConfirmationForm.Parse(approvedWhen));

    [Theory]
    [InlineData("if (Acme.Desk.AskAnother(path)) File.Delete(path);")]
    [InlineData("if (Acme.Desk.Decide(path).Status == Acme.Status.Granted) File.Delete(path);")]
    [InlineData("Acme.Desk.Demand(path); File.Delete(path);")]
    [InlineData("if (Acme.Desk.Ask(path)) File.WriteAllText(path, path);", "RiskTier.Medium")]
    [InlineData("if (Acme.Desk.Ask(path)) File.{|GVN2001:Delete|}(path);")]
    [InlineData("Acme.Desk.Ask(path); File.{|GVN2004:WriteAllText|}(path, path);", "RiskTier.Medium")]
    [InlineData("if (Acme.Desk.Decide(path).Status != Acme.Status.Granted) File.{|GVN2004:Delete|}(path);")]
    public Task A_listed_member_confirms_as_it_claims(string statements, string tier = "RiskTier.High")
        => Run(
            new RuleTest<ActionMustBeConfirmedAnalyzer>
            {
                TestCode = Code($"using var scope = Acme.Trail.Open(path); {statements}", tier),
                AdditionalAnalyzers = { new ConfirmationMustGateActionAnalyzer() },
            },
            List);

    [Theory]
    [InlineData("Acme.Trail.Write(path); try { File.Delete(path); } finally { Acme.Trail.Write(path); }")]
    [InlineData("using (Acme.Trail.Open(path)) File.Delete(path);")]
    [InlineData("Acme.Trail.Write(path); File.[|Delete|](path);")]
    public Task A_listed_member_records_as_it_claims(string statements)
        => Run(new RuleTest<ActionMustBeLoggedAnalyzer> { TestCode = Code($"Acme.Desk.Demand(path); {statements}") }, List);

    [Fact]
    public Task Without_the_list_nothing_is_claimed()
        => Run(new RuleTest<ActionMustBeConfirmedAnalyzer> { TestCode = Code("using var scope = Acme.Trail.Open(path); Acme.Desk.Demand(path); File.[|Delete|](path);") }, Head);

    [Theory]
    [InlineData("M:Acme.Desk.[|Aks|](*); confirms", "Acme.Desk has no 'Aks'")]
    [InlineData("M:Acme.Desk.Ask(*); confirms; binds=[|who|]", "no overload has a parameter 'who'")]
    [InlineData("[|M:Acme.Desk.Decide(*)|]; confirms", "'Decide' returns no bool: say approved-when=Property, approved-when=Property == Value or throws=yes")]
    [InlineData("[|M:Acme.Desk.Decide(*)|]; confirms; approved-when=Status == Given", "'Status' has no value 'Given': say approved-when=Property, approved-when=Property == Value or throws=yes")]
    public Task A_line_without_effect_is_reported(string line, string problem)
    {
        var test = new RuleTest<CatalogueSymbolMustResolveAnalyzer> { TestCode = Acme };
        var (from, to) = (line.IndexOf("[|", StringComparison.Ordinal), line.IndexOf("|]", StringComparison.Ordinal) - 2);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9002", DiagnosticSeverity.Error).WithSpan("/0/governance.controls.txt", 2, from + 1, 2, to + 1)
            .WithArguments(problem));
        return Run(test, Head + line.Replace("[|", "").Replace("|]", ""));
    }

    [Fact]
    public Task A_line_that_does_not_parse_is_reported()
    {
        var test = new RuleTest<ListFileMustParseAnalyzer> { TestCode = Acme };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9001", DiagnosticSeverity.Error).WithSpan("/0/governance.controls.txt", 2, 13, 2, 17)
            .WithArguments("'asks' is no control; write confirms or records"));
        return Run(test, Head + "M:A.B.C(*); asks");
    }

    [Theory]
    [InlineData("HumanConfirmation(Binds = [|\"who\"|])", "bool Ask(string what);")]
    [InlineData("HumanConfirmation(ApprovedWhen = \"Yes\", Approver = [|\"Who\"|])", "Task<Answer> Ask(string what);")]
    [InlineData("HumanConfirmation(ApprovedWhen = \"Yes\", Binds = \"what\", Approver = \"By\")", "Task<Answer> Ask(string what);")]
    [InlineData("HumanConfirmation(ApprovedWhen = \"Yes\", Approver = \"By\")", "Task<IBoth> Ask(string what); interface IBoth : IYes { string By { get; } } interface IYes { bool Yes { get; } }")]
    public Task A_claim_about_what_is_not_there_is_reported(string attribute, string member)
        => new RuleTest<DeclarationMustHaveEffectAnalyzer>
        {
            TestCode = $"public record Answer(bool Yes, string By);\npublic interface IAsk {{ [{attribute}] {member} }}",
        }.RunAsync();

    [Theory]
    [InlineData("if (Acme.Desk.AskAnother(path)) File.Delete(path);", "Desk.AskAnother|binds=what|approver=unknown|distinct=yes")]
    [InlineData("if (Acme.Desk.Ask(path)) File.Delete(path);", "Desk.Ask|binds=unknown|approver=unknown|distinct=unknown")]
    [InlineData("if (Acme.Desk.Decide(path) is { Status: Acme.Status.Granted }) File.Delete(path);", "Desk.Decide|binds=unknown|approver=By|distinct=yes")]
    [InlineData("File.Delete(path);", "")]
    public async Task What_is_not_claimed_is_unknown_in_the_facts(string statements, string claims) => Assert.Equal(claims, await Claims(Code(statements)));

    [Fact]
    public async Task What_a_mark_claims_is_in_the_facts_as_what_a_line_claims_is()
        => Assert.Equal("Marked.Ask|binds=what|approver=By|distinct=yes", await Claims(Code("if (Marked.Ask(path).Yes) File.Delete(path);") + """
            public record Answer(bool Yes, string By);
            public static class Marked
            {
                [HumanConfirmation(ApprovedWhen = "Yes", Distinct = true, Binds = "what", Approver = "By")]
                public static Answer Ask(string what) => new(what.Length > 3, what);
            }
            """));

    private static async Task<string?> Claims(string code)
    {
        var compilation = CSharpCompilation.Create(
            "facts",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content)],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        var facts = Assert.Single(await compilation.WithAnalyzers([new GovernanceFactsAnalyzer()], new AnalyzerOptions([new ListFile(List)])).GetAnalyzerDiagnosticsAsync());
        return facts.Properties["claims"];
    }

    private static Task Run<T>(RuleTest<T> test, string list)
        where T : DiagnosticAnalyzer, new()
    {
        test.TestState.AdditionalFiles.Add(("/0/governance.controls.txt", list));
        return test.RunAsync();
    }

    private static string Code(string statements, string tier = "RiskTier.High") => $$"""
        [GovernedWorkflow("disk")]
        public class Disk
        {
            [WorkflowStep("clean", {{tier}})]
            public void Clean(string path) { {{statements}} }
        }

        {{Acme}}
        """;

    [Fact]
    public void A_list_that_cannot_be_read_says_so()
    {
        var file = Assert.Single(ControlsFile.In(new AnalyzerOptions([new Unreadable()])));

        Assert.Equal(("/0/governance.controls.txt", "the file cannot be read"), (file.Path, Assert.Single(file.Mistakes).Message));
        Assert.Empty(file.Rows);
    }

    private sealed class Unreadable : AdditionalText
    {
        public override string Path => "/0/governance.controls.txt";

        public override SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private sealed class ListFile(string text) : AdditionalText
    {
        public override string Path => "/0/governance.controls.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
