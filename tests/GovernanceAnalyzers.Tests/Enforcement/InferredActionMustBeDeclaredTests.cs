using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class InferredActionMustBeDeclaredTests
{
    private const string Stores = """

        public interface IStore { void Remove(string path); }
        public sealed class DiskStore : IStore { public void Remove(string path) => Wipe(path); private static void Wipe(string path) => File.Delete(path); }
        public sealed class NoStore : IStore { public void Remove(string path) { } }
        """;

    private const string Remedy = "put [ConsequentialAction(\"files.delete\", RiskTier.High)] on it";

    [Fact]
    public Task A_step_below_the_tier_of_what_may_answer_is_reported_where_it_calls() => new RuleTest<InferredActionMustBeDeclaredAnalyzer>
    {
        TestCode = """
            [GovernedWorkflow("w", Owner = "ops")]
            public sealed partial class W(IStore store, IStepGovernor governor)
            {
                [WorkflowStep("forget", RiskTier.Medium)] public partial Task ForgetAsync(string p);
                private async Task ForgetCoreAsync(string p) => Inner(p);
                private void Inner(string p) => store.{|#1:Remove|}(p);
            }
            """.Replace("=> Inner(p);", "=> {|#0:Inner|}(p);") + Stores.Replace("=> Wipe(path);", "=> {|#2:Wipe|}(path);").Replace("=> File.Delete(path);", "=> File.{|#3:Delete|}(path);"),
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithLocation(3).WithArguments(
                "Step", "w/forget", "files.delete (High)", "ForgetAsync → Inner → DiskStore.Remove → Wipe → File.Delete", "who answers 'IStore.Remove', which 2 may", Remedy),
        },
    }.RunAsync();

    [Theory]
    [InlineData("", ", which 2 may")]
    [InlineData("public sealed class Third : IStore { public void Remove(string path) { } }", ", which 3 may")]
    public async Task An_entry_point_is_called_one_and_it_is_said_how_many_may_answer(string more, string whoMay)
    {
        var test = new RuleTest<InferredActionMustBeDeclaredAnalyzer>
        {
            TestCode = "public class Tools { [AutomationEntryPoint] public static void T(IStore s, string p) => s.{|#0:Remove|}(p); }"
                + Stores.Replace("=> Wipe(path);", "=> {|#1:Wipe|}(path);").Replace("=> File.Delete(path);", "=> File.{|#2:Delete|}(path);") + more,
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithArguments(
            "Entry point", "T", "files.delete (High)", "T → DiskStore.Remove → Wipe → File.Delete", "who answers 'IStore.Remove'" + whoMay, Remedy));
        await test.RunAsync();
    }

    [Fact]
    public async Task Of_one_that_answers_it_is_said_that_others_may()
    {
        var test = Test("[AutomationEntryPoint] public static void T(IOne s, string p) => s.{|#0:Do|}(p); public interface IOne { void Do(string p); } public sealed class One : IOne { public void Do(string p) => File.{|#1:Delete|}(p); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithArguments(
            "Entry point", "T", "files.delete (High)", "T → One.Do → File.Delete", "who answers 'IOne.Do', which another assembly may implement, too", Remedy));
        await test.RunAsync();
    }

    [Fact]
    public async Task A_query_that_is_put_together_depends_on_what_is_put_into_it()
    {
        var test = Test("[AutomationEntryPoint] public static void T(System.Data.IDbConnection k, string p) { var c = k.CreateCommand(); c.CommandText = $\"SELECT * FROM {p}\"; c.{|#0:ExecuteReader|}(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "Entry point", "T", "database.write (Medium)", "T → IDbCommand.ExecuteReader", "whether it runs a constant query", "make that certain, or put a contract on a method of its own round it"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Run(\"SELECT * FROM t\"); void Run(string text) { c.CommandText = $\"SELECT * FROM ({text}) AS q\"; c.ExecuteReader(); }")]
    [InlineData("Run(p); void Run(string text) { c.CommandText = $\"SELECT * FROM ({text}) AS q\"; c.ExecuteReader(); }")]
    [InlineData("c.CommandText = $\"DELETE FROM {p}\"; c.ExecuteReader();")]
    public Task One_that_is_known_and_one_that_may_be_any_do_not(string statements)
        => Test($"[AutomationEntryPoint] public static void T(System.Data.IDbConnection k, string p) {{ var c = k.CreateCommand(); {statements} }}").RunAsync();

    [Fact]
    public async Task A_post_of_a_tool_that_is_called_as_one_that_asks_depends_on_the_name()
    {
        var test = Test("[AutomationEntryPoint] public static void ListOrders(System.Net.Http.HttpClient k, string p) => k.{|#0:PostAsync|}(p, null);");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithArguments(
            "Entry point", "ListOrders", "network.write (Medium)", "ListOrders → HttpClient.PostAsync", "whether it asks, as the tool's name says", "make that certain, or put a contract on a method of its own round it"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("public static void get_orders(System.Net.Http.HttpClient k, string p) => {|GVN2016:Send|}(k, p); static void Send(System.Net.Http.HttpClient k, string p) => k.PostAsync(p, null);")]
    [InlineData("public static void FindOrder(System.Net.Http.HttpClient k) => k.{|GVN2016:PostAsync|}(\"orders\", null);")]
    [InlineData("public static void WebSearch(System.Net.Http.HttpClient k) => k.{|GVN2016:PostAsync|}(\"web\", null);")]
    [InlineData("public static void SaveSearch(System.Net.Http.HttpClient k) => k.{|GVN2006:PostAsync|}(\"web\", null);")]
    [InlineData("public static void SearchBeforeBuy(System.Net.Http.HttpClient k) => k.{|GVN2016:PostAsync|}(\"web\", null);")]
    [InlineData("public static void LoginUser(System.Net.Http.HttpClient k) => k.{|GVN2016:PostAsync|}(\"odoo\", null);")]
    [InlineData("public static void LoginAndPay(System.Net.Http.HttpClient k) => k.{|GVN2006:PostAsync|}(\"odoo\", null);")]
    [InlineData("public static void PeekConsole(System.IO.Pipes.NamedPipeClientStream k, byte[] p) => k.{|GVN2016:Write|}(p, 0, 1);")]
    [InlineData("public static void WaitForCompletion(System.IO.Pipes.NamedPipeClientStream k, byte[] p) => k.{|GVN2016:WriteAsync|}(p, default);")]
    [InlineData("public static void RunCommand(System.IO.Pipes.NamedPipeClientStream k, byte[] p) => k.{|GVN2006:Write|}(p, 0, 1);")]
    [InlineData("public static void ShowLights(System.Net.WebSockets.WebSocket k, byte[] p) => k.{|GVN2016:SendAsync|}(p, default, true, default);")]
    [InlineData("public static void ShowOrder(System.Net.Http.HttpClient k, string p) => k.{|GVN2016:SendAsync|}(new(System.Net.Http.HttpMethod.Post, p));")]
    [InlineData("public static void ShowOrder(System.Net.Http.HttpClient k, string p, System.Net.Http.HttpMethod m) => k.{|GVN2006:SendAsync|}(new(m, p));")]
    [InlineData("public static void ShowOrder(System.Net.Http.HttpClient k, string p) => k.{|GVN2006:PutAsync|}(p, null);")]
    [InlineData("public static void GetOrCreateOrder(System.Net.Http.HttpClient k, string p) => k.{|GVN2006:PostAsync|}(p, null);")]
    [InlineData("public static void CheckOut(System.Net.Http.HttpClient k, string p) => k.{|GVN2006:PostAsync|}(p, null);")]
    [InlineData("public static void Getaway(System.Net.Http.HttpClient k, string p) => k.{|GVN2006:PostAsync|}(p, null);")]
    [InlineData("public static void OrderList(System.Net.Http.HttpClient k, string p) => k.{|GVN2006:PostAsync|}(p, null);")]
    [InlineData("public static void Refund(System.Net.Http.HttpClient k, string p) => {|GVN2006:GetOrders|}(k, p); static void GetOrders(System.Net.Http.HttpClient k, string p) => k.PostAsync(p, null);")]
    [InlineData("public static void ListOrders(System.Data.IDbCommand k, string p) { k.CommandText = p; k.{|GVN2006:ExecuteNonQuery|}(); }")]
    [InlineData("public static void ListOrders(string p) => File.{|GVN2006:Delete|}(p);")]
    public async Task Of_a_tool_that_is_called_so_a_post_is_a_guess_and_nothing_else(string tool)
    {
        var test = Test("[AutomationEntryPoint] " + tool);
        test.AdditionalAnalyzers.Add(new EntryPointMustNotActAnalyzer());
        await test.RunAsync();
    }

    [Fact]
    public async Task Of_a_step_the_name_says_nothing()
    {
        var test = Test("[WorkflowStep(\"orders\", RiskTier.High)] public async Task GetOrders(System.Net.Http.HttpClient k, string p) => await k.{|GVN2001:PostAsync|}(p, null);");
        test.AdditionalAnalyzers.Add(new ActionMustBeConfirmedAnalyzer());
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T(IStore s, string p) => s.{|GVN2016:Remove|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(IStore s, string p) => s.{|GVN2016:Remove|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(IStore s, string p, StepApproval a) => s.{|GVN2016:Remove|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(IStore s, string p, StepApproval a, IActionLog log) { await log.AppendAsync(new(), default); s.{|GVN2016:Remove|}(p); }")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(IStore s, string p, IActionLog log) { await log.AppendAsync(new(), default); try { s.{|GVN2016:Remove|}(p); } finally { await log.AppendAsync(new(), default); } }")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High, Allows = \"mail.send\")] public partial Task S(IStore s, string p); private async Task SCore(IStore s, string p) => s.{|GVN2016:Remove|}(p);")]
    public Task What_would_be_an_error_of_another_rule_is_reported(string member) => Test(member).RunAsync();

    [Theory]

    // Under control, whoever answers.
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public partial Task SAsync(IStore s, string p); private async Task SCoreAsync(IStore s, string p) => s.Remove(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(IStore s, string p, StepApproval a, IActionLog log) { await log.AppendAsync(new(), default); try { s.Remove(p); } finally { await log.AppendAsync(new(), default); } }")]

    // Certain: that is an error of GVN2006.
    [InlineData("[AutomationEntryPoint] public static void T(DiskStore s, string p) => s.Remove(p);")]
    [InlineData("[AutomationEntryPoint] public static void T(IStore s, string p) { s.Remove(p); File.Delete(p); new DiskStore().Remove(p); }")]

    // Nothing of consequence may answer.
    [InlineData("[AutomationEntryPoint] public static void T(IOther s, string p) => s.Remove(p); public interface IOther { void Remove(string path); } class A : IOther { public void Remove(string p) { } } class B : IOther { public void Remove(string p) => File.ReadAllText(p); }")]

    // The contract answers.
    [InlineData("[AutomationEntryPoint] public static void T(IOther s, string p) => s.Remove(p); public interface IOther { [ConsequentialAction(\"x.y\", RiskTier.High)] void Remove(string path); } class A : IOther { public void Remove(string p) { } } class B : IOther { public void Remove(string p) => File.Delete(p); }")]
    public Task What_is_certain_or_under_control_is_silent(string member) => Test(member).RunAsync();

    [Fact]
    public async Task A_contract_that_promises_too_little_is_seen_through()
        => await Test("""
            [AutomationEntryPoint] public static void T(IOther s, string p) => s.{|GVN2016:Remove|}(p);
            public interface IOther { [ConsequentialAction("x.y", RiskTier.Low, Because = "none")] void Remove(string path); }
            class A : IOther { public void Remove(string p) { } } class B : IOther { public void Remove(string p) => File.Delete(p); }
            """).RunAsync();

    [Theory]
    [InlineData("public interface IOne { void Do(string p); } public sealed class One : IOne { public void Do(string p) => File.Delete(p); }", "IOne", true)]
    [InlineData("internal interface IOne { void Do(string p); } public sealed class One : IOne { public void Do(string p) => File.Delete(p); }", "IOne", false)]
    [InlineData("public abstract class IOne { public abstract void Do(string p); } public sealed class One : IOne { public override void Do(string p) => File.Delete(p); }", "IOne", true)]
    [InlineData("public class IOne { public virtual void Do(string p) => File.Delete(p); }", "IOne", false)]
    public Task One_implementation_is_certain_where_nobody_else_can_have_another(string types, string type, bool isInferred) => Test(
        $"[AutomationEntryPoint] internal static void T({type} s, string p) => " + (isInferred ? "s.{|GVN2016:Do|}(p);" : "s.Do(p);") + types).RunAsync();

    [Fact]
    public async Task In_a_program_nobody_else_can()
    {
        var test = Test("[AutomationEntryPoint] public static void T(IOne s, string p) => s.Do(p); public interface IOne { void Do(string p); } public sealed class One : IOne { public void Do(string p) => File.Delete(p); } static void Main() { }");
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        await test.RunAsync();
    }

    [Theory]
    [InlineData("s.AddSingleton<IStore, DiskStore>();", "GVN2006")]
    [InlineData("s.AddSingleton<IStore, NoStore>();", "")]
    [InlineData("s.AddScoped<IStore, DiskStore>(); s.AddScoped<IStore, NoStore>();", "GVN2016")]
    [InlineData("s.AddSingleton(typeof(IStore), typeof(DiskStore));", "GVN2006")]
    [InlineData("s.AddKeyedScoped<IStore, DiskStore>(\"a\");", "GVN2006")]
    [InlineData("s.TryAddSingleton<IStore, DiskStore>();", "GVN2006")]
    [InlineData("s.AddHttpClient<IStore, DiskStore>(o => { });", "GVN2006")]
    [InlineData("s.AddSingleton<IStore>(new DiskStore());", "GVN2006")]
    [InlineData("s.AddSingleton<IStore>(_ => new DiskStore());", "GVN2006")]
    [InlineData("s.AddTransient<IStore>(p => { if (p is null) return new NoStore(); return new DiskStore(); });", "GVN2016")]
    [InlineData("s.AddSingleton<IStore>(p => p.GetRequiredService<DiskStore>());", "GVN2006")]
    [InlineData("s.AddSingleton<IStore>(p => p.GetRequiredService<IStore>());", "GVN2016")]
    [InlineData("_ = new ServiceDescriptor(typeof(IStore), typeof(DiskStore), ServiceLifetime.Scoped);", "GVN2006")]
    [InlineData("_ = ServiceDescriptor.Singleton<IStore, DiskStore>();", "GVN2006")]
    [InlineData("s.AddGoverned<IStore, DiskStore>();", "GVN2006")]
    [InlineData("s.AddSingleton<IStore>(_ => (IStore)new DiskStore());", "GVN2006")]
    [InlineData("s.AddSingleton<IStore>(_ => (DiskStore)(object)new DiskStore());", "GVN2006")]
    [InlineData("s.AddTransient<IStore>(p => { System.Func<IStore> other = () => { return new NoStore(); }; return new DiskStore(); });", "GVN2006")]
    [InlineData("s.AddSingleton<object, DiskStore>();", "GVN2016")]
    [InlineData("s?.AddSingleton<IStore, DiskStore>();", "GVN2006")]
    [InlineData("ServiceCollectionServiceExtensions.AddSingleton<IStore, DiskStore>(s);", "GVN2006")]
    [InlineData("_ = new Microsoft.Extensions.DependencyInjection.ServiceDescriptor(typeof(IStore), typeof(DiskStore), ServiceLifetime.Scoped);", "GVN2006")]
    [InlineData("s.AddSingleton(typeof(IStore), new DiskStore());", "GVN2006")]
    [InlineData("s.AddSingleton(typeof(IStore), _ => new DiskStore());", "GVN2006")]
    [InlineData("var made = new DiskStore(); s.AddSingleton<IStore>(made);", "GVN2006")]
    [InlineData("s.AddSingleton((IStore)new DiskStore());", "GVN2006")]
    [InlineData("s.AddSingleton(new DiskStore());", "GVN2016")]
    [InlineData("s.AddSingleton<DiskStore>();", "GVN2016")]
    [InlineData("IStore made = new DiskStore(); s.AddSingleton(made);", "GVN2016")]
    [InlineData("s.AddGoverned<IStore>(_ => new DiskStore());", "GVN2006")]
    [InlineData("s.AddScoped<IStore, DiskStore>(_ => new DiskStore());", "GVN2006")]
    [InlineData("s.AddScoped<IStore, IStore>(_ => new DiskStore());", "GVN2006")]
    [InlineData("s.AddSingleton<IStore, IStore>();", "GVN2016")]
    [InlineData("s.AddSingleton<IStore, DiskStore>(); s.AddSingleton<IStore, DiskStore>();", "GVN2006")]
    [InlineData("s.AddTransient<IStore, DiskStore>(); s.AddSingleton<IStore, NoStore>();", "GVN2016")]
    [InlineData("s.AddSingleton<IStore, DiskStore>(); s.AddSingleton<IStore>(p => p.GetRequiredService<IStore>());", "GVN2016")]
    [InlineData("s.AddSingleton<IStore>(p => p.GetRequiredService<IStore>()); s.AddSingleton<IStore, DiskStore>();", "GVN2016")]
    [InlineData("s.AddHttpClient<IStore, DiskStore>(o => o.ToString());", "GVN2006")]
    [InlineData("AddHostedService<DiskStore>(); static void AddHostedService<T>() { }", "GVN2016")] // Where there is no hosted service at all.
    [InlineData("Scoped(() => new DiskStore()); static void Scoped(Func<DiskStore> make) { }", "GVN2016")]
    [InlineData("s.RemoveAll<IStore>();", "GVN2016")]
    public async Task A_single_registration_is_the_answer(string registration, string rule)
    {
        var test = Test(
            "[AutomationEntryPoint] public static void T(IStore s, string p) => " + Found(rule)
            + "static void R(Microsoft.Extensions.DependencyInjection.IServiceCollection s) { " + registration + " }",
            ContainerLibrary.Usings);
        test.TestState.Sources.Add("global using System; global using System.Threading.Tasks;" + ContainerLibrary.Source);
        test.AdditionalAnalyzers.Add(new EntryPointMustNotActAnalyzer());
        await test.RunAsync();
    }

    [Theory]
    [InlineData("s.AddSingleton<IRepo<int>, DiskRepo<int>>();", "GVN2006")]
    [InlineData("s.AddSingleton<IRepo<string>, DiskRepo<string>>();", "GVN2016")]
    [InlineData("s.AddSingleton<IRepo<int>, DiskRepo<int>>(); s.AddSingleton<IRepo<string>, NoRepo<string>>();", "GVN2006")]
    [InlineData("s.AddSingleton<IRepo<int>, NoRepo<int>>(); s.AddSingleton<IRepo<string>, DiskRepo<string>>();", "")]
    [InlineData("s.AddSingleton(typeof(IRepo<>), typeof(DiskRepo<>));", "GVN2006")]
    [InlineData("s.AddSingleton(typeof(IRepo<>), typeof(DiskRepo<>)); s.AddSingleton<IRepo<int>, NoRepo<int>>();", "GVN2016")]
    [InlineData("s.AddSingleton(typeof(IRepo<>), typeof(NoRepo<>));", "")]
    public async Task The_registration_of_a_generic_service_is_of_its_type_argument(string registration, string rule)
    {
        var test = Test(
            "[AutomationEntryPoint] public static void T(IRepo<int> s, string p) => " + Found(rule)
            + "static void R(IServiceCollection s) { " + registration + " }",
            ContainerLibrary.Usings);
        test.TestState.Sources.Add("global using System; global using System.Threading.Tasks;" + ContainerLibrary.Source);
        test.TestState.Sources.Add("""
            public interface IRepo<T> { void Remove(string path); }
            public sealed class DiskRepo<T> : IRepo<T> { public void Remove(string path) => File.Delete(path); }
            public sealed class NoRepo<T> : IRepo<T> { public void Remove(string path) { } }
            """);
        test.AdditionalAnalyzers.Add(new EntryPointMustNotActAnalyzer());
        await test.RunAsync();
    }

    [Fact]
    public Task A_waiver_silences_it() => Test("""
        [GovernanceWaiver("GVN2016", Reason = "only NoStore is configured, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
        [AutomationEntryPoint] public static void T(IStore s, string p) => s.Remove(p);
        """).RunAsync();

    [Fact]
    public async Task Adopting_counts_and_does_not_warn()
    {
        var test = Test("[AutomationEntryPoint] public static void T(IStore s, string p) => s.{|#0:Remove|}(p);");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Info).WithLocation(0));
        test.BuildProperties["GovernanceMode"] = "adopt";
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T(IStore s, string p) => s.")]
    [InlineData("[AutomationEntryPoint] public static void T(IStore s, string p) => s.Remove(")]
    [InlineData("[AutomationEntryPoint] public static void T(IUnknown s, string p) => s.Remove(p);")]
    [InlineData("[AutomationEntryPoint] public static void T(IStore s, string p) => ((IStore)s).Gone(p); class Half : IStore { public void")]
    public async Task Half_typed_code_does_not_fail(string member)
    {
        var test = Test(member);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    private static string Found(string rule) => rule.Length == 0 ? "s.Remove(p);" : "s.{|" + rule + ":Remove|}(p);";

    private static RuleTest<InferredActionMustBeDeclaredAnalyzer> Test(string member, string usings = "") => new()
    {
        TestCode = usings + "[GovernedWorkflow(\"w\", Owner = \"ops\")] public partial class Tools { private readonly IStepGovernor governor = null!; " + member + " }" + Stores,
    };
}
