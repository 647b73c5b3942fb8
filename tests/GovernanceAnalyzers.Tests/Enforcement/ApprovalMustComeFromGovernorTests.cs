using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ApprovalMustComeFromGovernorTests
{
    [Theory]
    [InlineData("Pay([|null!|]);")]
    [InlineData("Pay([|default!|]);")]
    [InlineData("Pay([|default(StepApproval)!|]);")]
    [InlineData("Pay(approval: [|null!|], id: 2);")]
    [InlineData("new Payment([|null!|]);")]
    [InlineData("StepApproval mine = [|null!|]; Pay(mine);")]
    [InlineData("StepApproval? mine = null; Pay([|mine!|]);")]
    [InlineData("StepApproval mine; mine = [|null!|]; Pay(mine);")]
    [InlineData("_kept = [|null!|];")]
    [InlineData("Pay([|_kept!|]);")]
    [InlineData("Pay([|Last!|]);")]
    [InlineData("Pay([|given!|]);")]
    public Task Nothing_is_no_approval(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("var t = [|typeof(StepApproval)|];")]
    [InlineData("Pay([|(StepApproval)|]Forge());")]
    [InlineData("Pay(Forge() [|as|] StepApproval ?? throw new InvalidOperationException());")]
    [InlineData("Pay([|(StepApproval)|]Activator.CreateInstance([|typeof(StepApproval)|], true)!);")]
    [InlineData("Pay(System.Activator.[|CreateInstance<StepApproval>|]());")]
    [InlineData("Pay(System.Runtime.CompilerServices.Unsafe.[|As<StepApproval>|](Forge()));")]
    [InlineData("Pay(System.Text.Json.JsonSerializer.[|Deserialize<StepApproval>|](\"{}\") ?? throw new InvalidOperationException());")]
    [InlineData("dynamic d = Forge(); Pay([|(StepApproval)|]d);")]
    public Task A_forged_one_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("var a = await AskAsync(); Pay(a); Pay([|a|]);")]
    [InlineData("var a = await AskAsync(); foreach (var i in new[] { 1, 2 }) { Pay([|a|], i); }")]
    [InlineData("var a = await AskAsync(); while (true) { Pay([|a|]); }")]
    [InlineData("var a = await AskAsync(); if (_off) { Pay(a); } Pay([|a|]);")]
    [InlineData("var a = await AskAsync(); Pay(a); new Payment([|a|]);")]
    [InlineData("Pay(approval); Pay([|approval|]);")]
    [InlineData("s_kept = await [|AskAsync|]();")]
    public Task One_that_is_used_again_is_reported(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("Pay(await AskAsync());")]
    [InlineData("var a = await AskAsync(); Pay(a);")]
    [InlineData("var a = await AskAsync(); if (_off) { Pay(a); } else { Pay(a, 2); }")]
    [InlineData("var a = await AskAsync(); if (_off) { Pay(a); return; } Pay(a, 2);")]
    [InlineData("var a = await AskAsync(); Pay(a); a = await AskAsync(); Pay(a);")]
    [InlineData("foreach (var i in new[] { 1, 2 }) { var a = await AskAsync(); Pay(a, i); }")]
    [InlineData("StepApproval? a = null; if (!_off) { a = await AskAsync(); } if (a is not null) { Pay(a); }")]
    [InlineData("StepApproval? a = null; a = await AskAsync(); Pay(a);")]
    [InlineData("var a = await AskAsync(); Pay(a!);")]
    [InlineData("Pay(approval!);")]
    [InlineData("Pay(Find()!);")]
    [InlineData("var a = await AskAsync(); await governor.UseApprovalAsync(a, new(), default); Pay(a);")]
    [InlineData("var a = await AskAsync(); System.Console.WriteLine(a.Approver); Pay(a);")]
    [InlineData("var a = await AskAsync(); var done = _off ? Pay(a) : 0;")]
    [InlineData("var a = await AskAsync(); if ((_kept?.Digest ?? Pay(a).ToString()) is { } why) { System.Console.WriteLine(why); }")]
    [InlineData("var a = await AskAsync(); Payment payment = new(a);")]
    [InlineData("MayPay(null);")]
    [InlineData("MayPay();")]
    [InlineData("_ = approval == null;")]
    [InlineData("var f = (StepApproval a) => a.Digest;")]
    [InlineData("var all = new List<StepApproval>();")]
    [InlineData("_ = nameof(StepApproval);")]
    public Task One_that_the_governor_gave_is_fine(string statements) => Test(statements).RunAsync();

    [Theory]
    [InlineData("Keep", "[|a|]")]
    [InlineData("CheckDigest", "a")]
    [InlineData("ThrowIfNull", "a")]
    [InlineData("Equals", "a")]
    [InlineData("ReferenceEquals", "a")]
    [InlineData("Keep", "a", "Microsoft.Extensions.Logging")]
    public Task Checking_it_or_writing_it_down_is_no_act(string member, string paid, string space = "Own")
    {
        var test = Test($"var a = await AskAsync(); {space}.Guard.{member}<StepApproval>(a); Pay({paid});");
        test.TestState.Sources.Add($"namespace {space} {{ public static class Guard {{ public static void {member}<T>(T value) {{ }} }} }}");
        return test.RunAsync();
    }

    [Theory]
    [InlineData("_ = Pay([|null!|]);", "is nothing at all")]
    [InlineData("var a = await AskAsync(); Pay(a); Pay([|a|]);", "was used for an act before")]
    [InlineData("s_kept = await [|AskAsync|]();", "is kept in a static member, where any act finds it")]
    [InlineData("StepApproval? mine = null; Pay([|mine!|]);", "may be nothing at all, whatever the '!' says")]
    [InlineData("Pay([|(StepApproval)|]Forge());", "comes out of an object of which nothing is known")]
    [InlineData("Pay(System.Activator.[|CreateInstance<StepApproval>|]());", "is made from nothing by 'Activator.CreateInstance'")]
    [InlineData("var t = [|typeof(StepApproval)|];", "is made or changed by reflection")]
    public Task The_message_says_how(string statements, string how)
    {
        var test = Test(statements.Replace("[|", "{|#0:", StringComparison.Ordinal).Replace("|]", "|}", StringComparison.Ordinal));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2015", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            $"This StepApproval {how}: only RequireApprovalAsync gives one, to one request and for one act"));
        return test.RunAsync();
    }

    [Fact]
    public Task A_step_does_not_hand_its_approval_on() => new RuleTest<ApprovalMustComeFromGovernorAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("refunds")]
            public sealed partial class Desk(IStepGovernor governor)
            {
                [WorkflowStep("pay", RiskTier.High)]
                public Task PayAsync(StepApproval approval) => BookAsync([|approval|]);

                [WorkflowStep("book", RiskTier.High)]
                public Task BookAsync(StepApproval approval) => Task.CompletedTask;

                [WorkflowStep("run", RiskTier.High)]
                public partial Task RunAsync();
                private Task RunCoreAsync(StepRun run) => BookAsync([|run.Approval!|]);

                public async Task AllAsync() => await BookAsync(await governor.RequireApprovalAsync(new(), default));
            }
            """,
    }.RunAsync();

    [Theory]
    [InlineData("[[|System.Runtime.CompilerServices.UnsafeAccessor|](System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)] static extern StepApproval Make(string a, string b, string c, ConfirmationAssurance d, DateTimeOffset e);")]
    [InlineData("[[|System.Runtime.CompilerServices.UnsafeAccessor|](System.Runtime.CompilerServices.UnsafeAccessorKind.Field, Name = \"<Digest>k__BackingField\")] static extern ref string Digest(StepApproval approval);")]
    [InlineData("static StepApproval s_none = [|null!|];")]
    [InlineData("StepApproval None { get; } = [|null!|];")]
    [InlineData("StepApproval None() => [|null!|];")]
    public Task Members_that_forge_are_reported(string member) => Test("", member).RunAsync();

    /// <summary>The call itself names nothing; whoever is called does, in another file or another assembly.</summary>
    [Fact]
    public Task A_file_that_does_not_name_it_is_looked_at()
    {
        var test = Test("");
        test.TestState.Sources.Add("public class Other { void M(Desk desk) => desk.Pay([|null!|]); }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_type_in_another_one_is_looked_at_once()
    {
        var test = Test("");
        test.TestState.Sources.Add("public class Outer { class Inner { int _paid = new Desk(null!).Pay([|null!|]); class Innermost(Desk desk) { int Pay() => desk.Pay([|null!|]); } } }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_program_without_a_type_is_looked_at()
    {
        var test = Test("");
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add("new Desk(null!).Pay([|null!|]); void Again(Desk desk) => desk.Pay([|null!|]); Again(new(null!));");
        return test.RunAsync();
    }

    [Fact]
    public Task A_project_that_does_not_name_it_is_looked_at_where_another_one_asks_for_it()
    {
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public static class Payment { public static void Send(Governance.StepApproval approval) { } }")],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        return new RuleTest<ApprovalMustComeFromGovernorAnalyzer>
        {
            TestCode = "public class Other { void M() => Payment.Send([|null!|]); }",
            TestState = { AdditionalReferences = { library.ToMetadataReference() } },
        }.RunAsync();
    }

    [Theory]
    [InlineData("Pay([|null!|]")]
    [InlineData("Pay(null!, , )")]
    [InlineData("StepApproval a = ")]
    [InlineData("Pay(missing); Pay(missing);")]
    public Task Half_typed_code_breaks_nothing(string statements)
    {
        var test = Test(statements);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "null!")]
    [InlineData("2026-01-31", "[|null!|]")]
    public Task A_waiver_holds_until_its_day(string until, string value)
    {
        var test = Test("", $"[GovernanceWaiver(\"GVN2015\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\")] void M() => Pay({value});");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private static RuleTest<ApprovalMustComeFromGovernorAnalyzer> Test(string statements, string member = "") => new()
    {
        TestCode = $$"""
            public sealed class Desk(IStepGovernor governor)
            {
                private static StepApproval? s_kept;
                private StepApproval? _kept;
                private readonly bool _off = false;

                public async Task RunAsync(StepApproval approval, StepApproval? given = null)
                {
                    await Task.Yield();
                    {{statements}}
                }

                {{member}}
                public int Pay(StepApproval approval, int id = 1) => id;
                private static void MayPay(StepApproval? approval = null) { }
                private Task<StepApproval> AskAsync() => governor.RequireApprovalAsync(new(), default);
                private static object Forge() => new();
                private StepApproval? Last { get; set; }
                private StepApproval? Find() => Last;
                private void Uses() => _ = (_off, _kept, s_kept);
            }

            public sealed class Payment(StepApproval approval) { public StepApproval Approval => approval; }
            """,
    };
}
