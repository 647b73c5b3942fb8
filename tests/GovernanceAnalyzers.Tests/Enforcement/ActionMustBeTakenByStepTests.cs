using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ActionMustBeTakenByStepTests
{
    private const string Api = """
        public interface IPaymentApi
        {
            [System.ComponentModel.Browsable(false)]
            [System.ComponentModel.Category("money"), ConsequentialAction("payment.commit", RiskTier.High, OnlyFromSteps = true), System.ComponentModel.Description]
            Task PayAsync(string id);

            [ConsequentialAction("payment.commit", RiskTier.High)]
            Task AskAsync(string id);

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            string Secret { get; set; }
        }

        public class Vault
        {
            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public Vault(int n = 0) { }

            public Vault(string name) { }

            public string Token { [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)] get; set; } = "";

            public string this[int n] { [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)] get => ""; set { } }

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public string this[string n] => "";

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public static Vault operator +(Vault a, Vault b) => a;

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public static Vault operator ++(Vault a) => a;

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public static bool operator !(Vault a) => false;

            [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)]
            public static explicit operator int(Vault a) => 1;

            public static Vault operator -(Vault a, Vault b) => a;
        }
        """;

    [Fact]
    public Task The_message_names_who_calls_and_what() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            public sealed class Job(IPaymentApi api)
            {
                public Task RunAsync() => api.{|#0:PayAsync|}("o-1");
            }
            """,
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2019", DiagnosticSeverity.Error).WithLocation(0)
                .WithArguments("RunAsync", "payment.commit (High)", "IPaymentApi.PayAsync"),
        },
    }.RunAsync();

    [Theory]
    [InlineData("Task M() => api.[|PayAsync|](id);")]
    [InlineData("Task M() => api?.[|PayAsync|](id)!;")]
    [InlineData("Func<string, Task> M() => api.[|PayAsync|];")]
    [InlineData("Func<Task> M() => () => api.[|PayAsync|](id);")]
    [InlineData("Task M() { return Pay(); Task Pay() => api.[|PayAsync|](id); }")]
    [InlineData("string M() => api.[|Secret|];")]
    [InlineData("void M() => api.[|Secret|] = id;")]
    [InlineData("object M() => [|new Vault|]();")]
    [InlineData("Vault M() => [|new|](3);")]
    [InlineData("string M(Vault vault) => vault.[|Token|];")]
    [InlineData("string M(Vault vault) => vault is { [|Token|]: \"x\" } ? id : id;")]
    [InlineData("string M(Vault vault) => vault[|[1]|];")]
    [InlineData("string? M(Vault? vault) => vault?[|[id]|];")]
    [InlineData("Vault M(Vault vault) => vault [|+|] vault;")]
    [InlineData("void M(Vault vault) => [|vault|] += vault;")]
    [InlineData("Vault M(Vault vault) => vault[|++|];")]
    [InlineData("Vault M(Vault vault) => [|++|]vault;")]
    [InlineData("bool M(Vault vault) => [|!|]vault;")]
    [InlineData("int M(Vault vault) => [|(int)|]vault;")]
    [InlineData("Func<Task> late = () => Api.[|PayAsync|](\"x\");")]
    [InlineData("Task M() => new Implementation().[|PayAsync|](id);")]
    [InlineData("Task M() => Helper(); private Task Helper() => api.[|PayAsync|](id);")]
    [InlineData("Task M(Func<string, Task> pay) => M(api.[|PayAsync|]);")]
    [InlineData("class Locked(string s) : [|Vault|](3);")]
    [InlineData("class Locked : Vault { public Locked() : [|base|](3) { } }")]
    public Task Whoever_takes_it_outside_a_step_is_reported(string member) => Outside(member).RunAsync();

    [Theory]
    [InlineData("string M() => nameof(api.PayAsync);")]
    [InlineData("Task M() => api.AskAsync(id);")]
    [InlineData("object M() => new Vault(id);")]
    [InlineData("void M(Vault vault) => vault.Token = id;")]
    [InlineData("void M(Vault vault) => vault[1] = id;")]
    [InlineData("object M() => new Vault(id) { [1] = id };")]
    [InlineData("Vault M(Vault vault) => vault - vault;")]
    [InlineData("void M(Vault vault) => vault -= vault;")]
    [InlineData("char M() => id[0];")]
    [InlineData("string M() => id + id;")]
    [InlineData("string M(Vault vault) => nameof(vault) + (object)vault;")]
    [InlineData("System.Linq.Expressions.Expression<Func<IPaymentApi, Task>> M() => a => a.PayAsync(id);")]
    [InlineData("Task PayAsync(string id) => Task.CompletedTask; Task M() => PayAsync(id);")]
    [InlineData("/// <summary><see cref=\"IPaymentApi.PayAsync\"/></summary>\nvoid M() { }")]
    [InlineData("class Decorator(IPaymentApi inner) : IPaymentApi { public Task PayAsync(string id) => inner.PayAsync(id); public Task AskAsync(string id) => inner.AskAsync(id); public string Secret { get => inner.Secret; set => inner.Secret = value; } }")]
    [InlineData("[ConsequentialAction(\"payment.commit\", RiskTier.High, OnlyFromSteps = true)] public Task Wrapper() => api.PayAsync(id);")]
    public Task What_takes_nothing_or_is_asked_itself_is_not(string member) => Outside(member).RunAsync();

    [Fact]
    public Task The_code_of_steps_may_take_it() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            [GovernedWorkflow("a")]
            public sealed partial class Desk(IPaymentApi api, IStepGovernor governor, IConfirmationGate gate)
            {
                [WorkflowStep("plumbed", RiskTier.High, Rollback = nameof(UndoAsync))]
                public partial Task PlumbedAsync(string id, CancellationToken ct = default);

                private async Task PlumbedCoreAsync(string id, CancellationToken ct)
                {
                    await Task.Run(() => api.PayAsync(id));
                    await Helper(id);
                    await Local();
                    Task Local() => api.PayAsync(api.Secret);
                }

                private Task UndoAsync(string id, CancellationToken ct) => Helper(id);

                private Task Helper(string id) => id.Length == 0 ? Deeper(id) : api.PayAsync(id);

                private Task Deeper(string id) => id.Length == 1 ? Helper(id) : api.PayAsync(id + Known);

                private string Known => api.Secret;

                [WorkflowStep("own", RiskTier.High)]
                public Task OwnAsync(string id) => Parts.Payment.SendAsync(api, id);

                private static class Parts
                {
                    public static class Payment
                    {
                        public static Task SendAsync(IPaymentApi api, string id) => NowAsync(api, id);

                        private static Task NowAsync(IPaymentApi api, string id) => api.[|PayAsync|](id);
                    }

                    public static string Name(IPaymentApi api) => nameof(api.PayAsync);
                }

                private static class Tellers
                {
                    public sealed class Teller(Desk desk)
                    {
                        public static Task AllAsync(Desk desk, string id) => new Teller(desk).OneAsync(id);

                        private Task OneAsync(string id) => desk.ForTellerAsync(id);
                    }
                }

                private Task ForTellerAsync(string id) => api.[|PayAsync|](id);

                public static string Called => nameof(OnlyNamedElsewhere);

                [WorkflowStep("named", RiskTier.High)]
                public Task NamedAsync(string id) => OnlyNamedElsewhere(id);

                private Task OnlyNamedElsewhere(string id) => api.PayAsync(id);

                private static class MethodOfThatName
                {
                    public static Task RunAsync(Desk desk, string id) => nameof(desk.CalledThere(id));

                    private static Task nameof(Task task) => task;
                }

                [WorkflowStep("called", RiskTier.High)]
                public Task CalledAsync(string id) => CalledThere(id);

                private Task CalledThere(string id) => api.[|PayAsync|](id);

                public Task Elsewhere(string id) => Shared(id);

                [WorkflowStep("shares", RiskTier.High)]
                public Task SharesAsync(string id) => Shared(id);

                private Task Shared(string id) => api.[|PayAsync|](id);

                private Task Unused(string id) => api.[|PayAsync|](id);
            }
            """,
    }.RunAsync();

    [Fact]
    public Task So_may_whoever_implements_a_step() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            [GovernedWorkflow("a")]
            public interface IDesk
            {
                [WorkflowStep("pay", RiskTier.High, Rollback = nameof(UndoAsync))]
                Task PayOutAsync(string id, CancellationToken ct = default);

                Task UndoAsync(string id, CancellationToken ct);

                Task OtherAsync(string id);
            }

            public sealed class Desk(IPaymentApi api) : IDesk
            {
                public Task PayOutAsync(string id, CancellationToken ct = default) => api.PayAsync(id);

                public Task UndoAsync(string id, CancellationToken ct) => api.PayAsync(id);

                public Task OtherAsync(string id) => api.[|PayAsync|](id);
            }
            """,
    }.RunAsync();

    [Fact]
    public async Task A_line_of_a_list_says_it_too()
    {
        var test = new RuleTest<ActionMustBeTakenByStepAnalyzer>
        {
            TestCode = """
                public static class Disk { public static void Wipe() { } public static void WipeAll() { } public static string Label { get; set; } = ""; }
                public static class Job
                {
                    public static void Run() { Disk.[|Wipe|](); Disk.[|WipeAll|](); Disk.[|Label|] = ""; _ = Disk.Label; File.[|Delete|](""); }
                }
                """,
        };
        test.TestState.AdditionalFiles.Add(("/0/shop.actions.txt", """
            # governance-actions 1
            M:Disk.Wipe*(*); vendor.wipe; High; no; wipes; only-from-steps=yes
            M:Disk.set_Label(*); vendor.label; Low; yes; names it; only-from-steps=yes
            M:System.IO.File.Delete(*); files.delete; High; no; nothing is deleted but by a step; only-from-steps=yes
            """));
        await test.RunAsync();
    }

    [Fact]
    public Task What_another_assembly_keeps_for_steps_is_kept_for_them()
    {
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("using Governance; namespace Library;\n" + """
                public interface IVault { [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)] void Open(); }
                public class Vault : IVault
                {
                    public static int Opened;
                    [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)] public string Secret { get; set; } = "";
                    public string Label { [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = true)] get; set; } = "";
                    [ConsequentialAction("secrets.read", RiskTier.Medium)] public void Ask() { }
                    [ConsequentialAction("secrets.read", RiskTier.Medium, OnlyFromSteps = false)] public void Show() { }
                    void IVault.Open() { }
                }
                """)],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        return new RuleTest<ActionMustBeTakenByStepAnalyzer>
        {
            TestCode = """
                public sealed class Job
                {
                    public void Run(Library.Vault vault, Library.IVault door)
                    {
                        door.[|Open|]();
                        vault.[|Secret|] = "";
                        vault.Label = vault.[|Label|];
                        vault.Ask();
                        vault.Show();
                        Library.Vault.Opened++;
                    }
                }
                """,
            TestState = { AdditionalReferences = { library.ToMetadataReference() } },
        }.RunAsync();
    }

    [Fact]
    public Task An_AI_tool_is_told_by_the_rule_about_tools() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            public sealed class Tools(IPaymentApi api)
            {
                [AutomationEntryPoint]
                public Task Pay(string id) => api.PayAsync(id);
            }
            """,
    }.RunAsync();

    [Fact]
    public Task A_waiver_holds() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            public sealed class Job(IPaymentApi api)
            {
                [GovernanceWaiver("GVN2019", Reason = "a migration", ApprovedBy = "risk-office", Until = "2026-06-30")]
                public Task RunAsync() => api.PayAsync("o-1");

                public Task AgainAsync() => api.[|PayAsync|]("o-1");
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Half_typed_code_is_left_to_the_compiler() => new RuleTest<ActionMustBeTakenByStepAnalyzer>
    {
        TestCode = Api + """
            public sealed class Job(IPaymentApi api)
            {
                public Task RunAsync() => api.PayAsync.
            }
            """,
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    [Fact]
    public Task A_test_project_is_left_alone()
    {
        var test = Outside("Task M() => api.PayAsync(id);");
        test.BuildProperties["IsTestProject"] = "true";
        test.TestState.AdditionalReferences.Add(HarnessLibrary.TestFramework);
        return test.RunAsync();
    }

    private static RuleTest<ActionMustBeTakenByStepAnalyzer> Outside(string member) => new()
    {
        TestCode = $$"""
            {{Api}}
            public class Implementation : IPaymentApi
            {
                public static IPaymentApi Api => null!;
                public Task PayAsync(string id) => Task.CompletedTask;
                public Task AskAsync(string id) => Task.CompletedTask;
                public string Secret { get; set; } = "";
            }
            public class Caller(IPaymentApi api, string id)
            {
                private static IPaymentApi Api => null!;
                private string Name => id + api;
                {{member}}
            }
            """,
    };
}
