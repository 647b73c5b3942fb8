using GovernanceAnalyzers.Rules.Accountability;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>
/// A library, or another project, that nobody has said anything about: a member that is called as one that acts, and looks like one that leads out of the
/// process, is a warning (GVN2016); what only changes an object, asks, or is known is none.
/// </summary>
public sealed class UnknownLibraryTests
{
    private const string Acme = """
        namespace Acme
        {
            public class OrderClient
            {
                public Task DeleteAsync(string id) => Task.CompletedTask;
                public ValueTask<int> TryCancelAsync(string id) => default;
                public System.Collections.Generic.IAsyncEnumerable<int> UploadAll() => null!;
                public void Send(string id) { }
                public void borrar_pedido(string id) { }
                public Task<string> FetchAsync(string id) => Task.FromResult(id);
                public Task CreateClientAsync() => Task.CompletedTask;
                public Task Deleted() => Task.CompletedTask;
                public Task Delete { get; set; } = Task.CompletedTask;
                public Task ApplyAsync(Func<Task> code) => code();
                public Task UpdateAsync(Func<int, int> change) => Task.CompletedTask;
                public Task WriteAsync(Stream to) => Task.CompletedTask;
                public Task UploadAsync(Stream from) => Task.CompletedTask;
                public Task SetNameAsync(string id) => Task.CompletedTask;
                public Task StopAsync() => Task.CompletedTask;
                public Task StopOrderAsync(string id) => Task.CompletedTask;
                public void SetName(string id) { }
                public static Task<OrderClient> CreateAsync() => Task.FromResult(new OrderClient());
                public Task ExecuteAsync(string text) => Task.CompletedTask;
                public OrderClient() { }
            }
            public interface IOrderService { void Cancel(string id); }
            public class CancelOrderUseCase { public Task ExecuteAsync(string id) => Task.CompletedTask; public void Execute(string id) { } }
            public interface ICancelOrderHandler { Task Handle(string id); }
            public class CancelOrderCommand { }
            public class StartRefundCommand { }
            public class FindOrderCommand { }
            public class CancelledOrder { }
            public interface IHandler<T> { Task HandleAsync(T order); void Handle(T order); Task FindAsync(T order); }
            public class FindOrderUseCase { public Task ExecuteAsync(string id) => Task.CompletedTask; }
            public static class OrderExtensions
            {
                public static void Submit(this OrderClient client, string id) { }
                public static void Submit(this Basket basket, string id) { }
            }
            public class Basket
            {
                public void Remove(string id) { }
                public Task RemoveAsync(string id) => Task.CompletedTask;
                public void Save(string filePath) { }
                public void Save(string name, int n) { }
                public void Add(string filePath) { }
                public Basket Create(string filePath) => this;
                public void Write(string text) { }
            }
            public class BasketBuilder { public Task AddAsync(string id) => Task.CompletedTask; }
            public class BasketService { [ConsequentialAction("acme.basket", RiskTier.Low)] public Task ClearAsync() => Task.CompletedTask; }
        }
        """;

    private const string Remedy = "say what it does in a list of actions, 'M:Acme.OrderClient.DeleteAsync(*); CAPABILITY; TIER; REVERSIBLE; WHY', where Low is nothing, or by a [ConsequentialAction] on it, or on a member that wraps it";

    private static readonly MetadataReference s_acme = Compile("Acme", Acme);

    [Fact]
    public async Task The_message_names_the_way_and_the_line_to_write()
    {
        var test = Test("[AutomationEntryPoint] public static Task T(OrderClient c, string p) => {|#0:Drop|}(c, p); static Task Drop(OrderClient c, string p) => c.{|#1:DeleteAsync|}(p);");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithArguments(
            "Entry point", "T", "unknown.action (Medium)", "T → Drop → OrderClient.DeleteAsync",
            "whether 'OrderClient.DeleteAsync', of which no more is known than its name, does as it is called", Remedy));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("c.{|GVN2016:DeleteAsync|}(p);")]
    [InlineData("c.{|GVN2016:TryCancelAsync|}(p);")]
    [InlineData("c.{|GVN2016:UploadAll|}();")]
    [InlineData("c.{|GVN2016:Send|}(p);")]
    [InlineData("c.{|GVN2016:borrar_pedido|}(p);")]
    [InlineData("new CancelOrderUseCase().{|GVN2016:ExecuteAsync|}(p);")]
    [InlineData("((ICancelOrderHandler)null!).{|GVN2016:Handle|}(p);")]
    [InlineData("((IHandler<CancelOrderCommand>)null!).{|GVN2016:HandleAsync|}(new());")]
    [InlineData("((IHandler<StartRefundCommand>)null!).{|GVN2016:HandleAsync|}(new());")]
    [InlineData("c.{|GVN2016:Submit|}(p);")]
    [InlineData("OrderExtensions.{|GVN2016:Submit|}(c, p);")]
    [InlineData("s.{|GVN2016:Cancel|}(p);")]
    [InlineData("Func<string, Task> f = c.{|GVN2016:DeleteAsync|};")]
    [InlineData("new Basket().{|GVN2016:RemoveAsync|}(p);")]
    [InlineData("new Basket().{|GVN2016:Save|}(p);")]
    [InlineData("c.{|GVN2016:UpdateAsync|}(n => n);")]
    [InlineData("c.{|GVN2016:UploadAsync|}(Stream.Null);")]
    [InlineData("c.{|GVN2016:SetNameAsync|}(p);")]
    [InlineData("c.{|GVN2016:StopOrderAsync|}(p);")]
    public Task What_is_called_as_acting_and_leads_outside_is_a_guess(string statement) => Tool(statement).RunAsync();

    [Theory]

    // It does not say that it acts.
    [InlineData("c.FetchAsync(p);")]
    [InlineData("c.Deleted();")]
    [InlineData("c.CreateClientAsync();")]
    [InlineData("c.StopAsync();")]
    [InlineData("_ = new OrderClient();")]
    [InlineData("_ = OrderClient.CreateAsync();")]
    [InlineData("_ = c.Delete; c.Delete = Task.CompletedTask;")]

    // It works on what it is handed.
    [InlineData("c.ApplyAsync(() => Task.CompletedTask);")]
    [InlineData("c.WriteAsync(Stream.Null);")]

    // It does what its type is called after.
    [InlineData("((IHandler<FindOrderCommand>)null!).HandleAsync(new()); ((IHandler<CancelledOrder>)null!).HandleAsync(new()); ((IHandler<string>)null!).HandleAsync(p);")]
    [InlineData("((IHandler<CancelOrderCommand>)null!).Handle(new()); ((IHandler<CancelOrderCommand>)null!).FindAsync(new());")]
    [InlineData("new FindOrderUseCase().ExecuteAsync(p); c.ExecuteAsync(p); new CancelOrderUseCase().Execute(p);")]

    // It changes an object.
    [InlineData("new Basket().Remove(p); new Basket().Write(p); new Basket().Submit(p);")]
    [InlineData("new BasketBuilder().AddAsync(p);")]
    [InlineData("new Basket().Save(p, 1); new Basket().Add(p); new Basket().Create(p);")]
    [InlineData("c.SetName(p);")]

    // A contract says what it does.
    [InlineData("new BasketService().ClearAsync();")]
    public Task What_is_called_otherwise_or_works_in_memory_is_none(string statement) => Tool(statement).RunAsync();

    [Theory]
    [InlineData("M:Acme.OrderClient.DeleteAsync(*); acme.order; Low; yes; only marks it", "c.DeleteAsync(p); c.{|GVN2016:Send|}(p);")]
    [InlineData("M:Acme.OrderClient.DeleteAsync(*); acme.order; High; no; deletes the order", "c.{|GVN2006:DeleteAsync|}(p); c.{|GVN2016:Send|}(p);")]
    [InlineData("M:Acme.OrderClient.Delete[Async](*); acme.order; Medium; no; deletes the order", "c.{|GVN2006:DeleteAsync|}(p);")]
    [InlineData("M:Acme.*.Delete*(*); acme.order; Low; yes; only marks it", "c.DeleteAsync(p);")]
    public Task A_line_settles_its_own_member(string line, string statements) => Tool(statements, ("/0/x.actions.txt", "# governance-actions 1\n" + line)).RunAsync();

    [Fact]
    public Task A_summary_settles_the_whole_assembly() => Tool("c.DeleteAsync(p); c.Send(p);", ("/0/acme.reach.txt", "# governance-reach 1; assembly=Acme")).RunAsync();

    /// <summary>What was looked through by hand has a row for what acts.</summary>
    [Theory]
    [InlineData("namespace FluentFTP { public interface IFtpClient { void DeleteFile(string path); } public class OtherClient { public void Delete(string path) { } } }", "FluentFTP.OtherClient", "Delete")]
    [InlineData("namespace FluentFTPS { public class OtherClient { public void Delete(string path) { } } }", "FluentFTPS.OtherClient", "{|GVN2016:Delete|}")]
    [InlineData("namespace FreeSql.Acme { public class OtherClient { public void Move(string path) { } } }", "FreeSql.Acme.OtherClient", "Move")]
    [InlineData("namespace FreeSqlAcme { public class OtherClient { public void Move(string path) { } } }", "FreeSqlAcme.OtherClient", "{|GVN2016:Move|}")]
    public async Task A_library_that_the_catalogue_has_a_row_of_is_taken_to_have_no_other(string library, string type, string call)
    {
        var test = Test($"[AutomationEntryPoint] public static void T({type} c, string p) => c.{call}(p);");
        test.TestState.AdditionalReferences.Add(Compile("Library", library));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Microsoft.Acme", "")]
    [InlineData("GovernanceAnalyzers.Acme", "")]
    [InlineData("Acme.Microsoft", "GVN2016")]
    public async Task The_frameworks_and_our_own_are_known(string assembly, string rule)
    {
        var test = Test($"/* {assembly} */ [AutomationEntryPoint] public static void T(Other.OtherClient c) => c.{(rule.Length == 0 ? "Delete" : "{|GVN2016:Delete|}")}();");
        test.TestState.AdditionalReferences.Add(Compile(assembly, "namespace Other { public class OtherClient { public void Delete() { } } }"));
        await test.RunAsync();
    }

    /// <summary>The body tells, whatever the member is called.</summary>
    [Theory]
    [InlineData("", "{|GVN2016:Cancel|}")]
    [InlineData("sealed class Mine : IOrderService { public void Cancel(string id) { } }", "Cancel")]
    [InlineData("sealed class Mine : IOrderService { public void Cancel(string id) => File.Delete(id); }", "{|GVN2016:Cancel|}")]
    public Task An_interface_of_another_project_that_somebody_here_implements_does_what_he_does(string implementation, string call)
        => Test($"[AutomationEntryPoint] public static void T(IOrderService s, string p) => s.{call}(p); {implementation}").RunAsync();

    [Theory]
    [InlineData("public interface IMine { Task {0}(string id); }", "DeleteAsync", true)]
    [InlineData("public abstract class Mine { public abstract Task {0}(string id); }", "DeleteAsync", true)]
    [InlineData("public interface IMine { Task {0}(string id); }", "FindAsync", false)]
    [InlineData("public interface IMineBuilder { Task {0}(string id); }", "AddAsync", false)]
    [InlineData("public interface IMine { Task {0}(string id) => Task.CompletedTask; }", "DeleteAsync", false)]
    [InlineData("public interface IMine { Task {0}(string id); } sealed class Only : IMine { public Task {0}(string id) => Task.CompletedTask; }", "DeleteAsync", false)]
    [InlineData("public interface IMine { [ConsequentialAction(\"acme.order\", RiskTier.Low)] Task {0}(string id); }", "DeleteAsync", false)]
    public Task Of_a_member_that_nobody_here_implements_its_name_tells(string type, string member, bool isReported)
    {
        var name = type.Split(' ').First(w => w.Contains("Mine"));
        return Test($"[AutomationEntryPoint] public static Task T({name} m, string p) => m.{(isReported ? "{|GVN2016:" + member + "|}" : member)}(p); {type.Replace("{0}", member)}").RunAsync();
    }

    /// <summary>Nine may, which is more than are read.</summary>
    [Fact]
    public Task Of_a_member_that_too_many_implement_its_name_tells() => Test(
        "[AutomationEntryPoint] public static Task T(IMine m, string p) => m.{|GVN2016:DeleteAsync|}(p); public interface IMine { Task DeleteAsync(string id); }"
        + string.Concat(Enumerable.Range(0, 9).Select(n => $" sealed class Mine{n} : IMine {{ public Task DeleteAsync(string id) => Task.CompletedTask; }}"))).RunAsync();

    [Fact]
    public Task A_step_of_an_interface_is_no_guess_of_its_own() => Test(
        "} [GovernedWorkflow(\"disk\", Owner = \"ops\")] public interface IDisk { [WorkflowStep(\"clean\", RiskTier.Low)] Task CleanAsync(string path); [WorkflowStep(\"drop\", RiskTier.Low)] Task DeleteAsync(string path);").RunAsync();

    [Theory]
    [InlineData("d.{|GVN2016:Send|}();")]
    [InlineData("d.Mail.{|GVN2016:SaveAs|}(p);")]
    [InlineData("d[1].{|GVN2016:Delete|}();")]
    [InlineData("d?.{|GVN2016:Run|}(p);")]
    [InlineData("Action<string> a = q => d.{|GVN2016:Send|}(q);")]
    [InlineData("Drop(d); static void Drop(dynamic e) => e.{|GVN2016:Delete|}();")]
    [InlineData("d.Find(p); d.Sent(); d.Stop(); d.CreateClient();")]
    [InlineData("_ = d.Delete; d.Delete = 1; _ = d[p]; d(p);")]
    [InlineData("new Basket().Write((dynamic)p); Own(d); static void Own(string delete) { }")]
    [InlineData("c.{|GVN2016:Send|}((dynamic)p);")]
    public Task Of_what_is_bound_at_run_time_its_name_tells(string statements)
        => Test($"[AutomationEntryPoint] public static void T(dynamic d, OrderClient c, string p) {{ {statements} }}").RunAsync();

    [Fact]
    public async Task The_message_names_what_is_bound_at_run_time()
    {
        var test = Test("[AutomationEntryPoint] public static void T(dynamic d) => {|#0:Drop|}(d); static void Drop(object o) { dynamic d = o; d.{|#1:Delete|}(); }");
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithArguments(
            "Entry point", "T", "unknown.action (Medium)", "T → Drop", "whether it does as 'Delete' is called, which is bound at run time",
            "make that certain, or put a contract on a method of its own round it"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Of_a_message_that_somebody_elsewhere_handles_its_name_tells()
    {
        var test = Test("""
            [AutomationEntryPoint] public static void T(MediatR.ISender s) { s.{|#0:Send|}(new DeleteOrder()); s.{|#1:Send|}(new Acme.CancelSession()); s.Send(new FindOrder()); s.Send(new PayOrder()); }
            public sealed record DeleteOrder; public sealed record FindOrder; public sealed record PayOrder;
            public sealed class Handler : MediatR.IRequestHandler<PayOrder> { public Task Handle(PayOrder request, CancellationToken ct) => Task.CompletedTask; }
            """);
        test.TestState.Sources.Add("namespace MediatR { public interface ISender { Task Send(object request, CancellationToken c = default); } public interface IRequestHandler<T> { Task Handle(T request, CancellationToken c); } } namespace Acme { public sealed record CancelSession; }");
        test.ExpectedDiagnostics.Add(Sent("DeleteOrder").WithLocation(0));
        test.ExpectedDiagnostics.Add(Sent("CancelSession").WithLocation(1));
        await test.RunAsync();

        static DiagnosticResult Sent(string message) => new DiagnosticResult("GVN2016", DiagnosticSeverity.Warning).WithArguments(
            "Entry point", "T", "unknown.action (Medium)", "T → ISender.Send", $"whether it does as '{message}' is called, which nobody here handles",
            "make that certain, or put a contract on a method of its own round it");
    }

    [Fact]
    public Task A_member_of_this_project_says_what_it_does_by_its_body()
        => Test("[AutomationEntryPoint] public static void T(Mine m) => m.DeleteAsync(); public sealed class Mine { public Task DeleteAsync() => Task.CompletedTask; }").RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"s\", RiskTier.Low)] public partial Task S(OrderClient c, string p); private Task SCore(OrderClient c, string p) => c.{|GVN2016:DeleteAsync|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.Low, Rollback = nameof(Undo))] public partial Task S(OrderClient c, string p); private Task SCore(OrderClient c, string p) => Task.CompletedTask; private Task Undo(OrderClient c, string p) => c.{|GVN2016:DeleteAsync|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(OrderClient c, string p) => await c.{|GVN2016:DeleteAsync|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(OrderClient c, string p, StepApproval a) => await c.{|GVN2016:DeleteAsync|}(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(OrderClient c, string p, IActionLog log) { await log.AppendAsync(new(), default); try { await c.{|GVN2016:DeleteAsync|}(p); } finally { await log.AppendAsync(new(), default); } }")]
    public Task A_step_that_is_not_ready_for_it_is_told(string members) => Test(members).RunAsync();

    [Theory]
    [InlineData("[WorkflowStep(\"s\", RiskTier.Medium)] public partial Task S(OrderClient c, string p); private Task SCore(OrderClient c, string p) => c.DeleteAsync(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High, Allows = \"mail.send\")] public partial Task S(OrderClient c, string p); private Task SCore(OrderClient c, string p) => c.DeleteAsync(p);")]
    [InlineData("[WorkflowStep(\"s\", RiskTier.High)] public async Task S(OrderClient c, string p, StepApproval a, IActionLog log) { await log.AppendAsync(new(), default); try { await c.DeleteAsync(p); } finally { await log.AppendAsync(new(), default); } }")]
    [InlineData("[AutomationEntryPoint] public static Task T(OrderClient c, string p) => Wrap(c, p); [ConsequentialAction(\"acme.order\", RiskTier.Low)] static Task Wrap(OrderClient c, string p) => c.DeleteAsync(p);")]
    [InlineData("static object t = new Microsoft.Extensions.AI.ApprovalRequiredAIFunction(Microsoft.Extensions.AI.AIFunctionFactory.Create((OrderClient c, string p) => c.DeleteAsync(p)));")]
    public Task What_is_under_control_whatever_it_is_is_silent(string members) => Test(members).RunAsync();

    [Theory]
    [InlineData("enforce", DiagnosticSeverity.Warning)]
    [InlineData("adopt", DiagnosticSeverity.Info)]
    [InlineData("consumer", null)]
    public async Task The_mode_says_what_becomes_of_it(string mode, DiagnosticSeverity? severity)
    {
        var test = Tool(severity is null ? "c.DeleteAsync(p);" : "c.{|#0:DeleteAsync|}(p);");
        if (severity is { } expected)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", expected).WithLocation(0));
        }

        test.BuildProperties["GovernanceMode"] = mode;
        await test.RunAsync();
    }

    [Fact]
    public async Task A_backlog_lists_it_and_the_line_is_not_stale()
    {
        var test = Test(
            "[AutomationEntryPoint] public static void T(OrderClient c) => c.{|#0:Send|}(\"\");",
            ("/0/governance.backlog.txt", "# governance-backlog 1\nM:Tools.T(Acme.OrderClient); unknown.action/Medium; platform-ops; 2027-03-31\n"));
        test.AdditionalAnalyzers.Add(new WaiverMustCoverFindingAnalyzer());
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2016", DiagnosticSeverity.Info).WithLocation(0));
        await test.RunAsync();
    }

    [Fact]
    public async Task It_is_said_once_and_what_is_not_said_is_noted()
    {
        var test = new RuleTest<GovernedCodeMustBeVisibleAnalyzer>
        {
            TestCode = Code("""
                [AutomationEntryPoint] public static void Said(OrderClient c) => c.{|GVN2016:Send|}("");
                [AutomationEntryPoint] public static void Noted(OrderClient c) { c.{|GVN2016:Send|}(""); c.{|GVN2014:FetchAsync|}(""); }
                [AutomationEntryPoint] public static void Bound(dynamic d) { d.{|GVN2016:Send|}(); d.{|GVN2014:Fetch|}(); }
                static object confirmed = new Microsoft.Extensions.AI.ApprovalRequiredAIFunction(Microsoft.Extensions.AI.AIFunctionFactory.Create((OrderClient c) => c.{|GVN2014:Send|}("")));
                [WorkflowStep("low", RiskTier.Low)] public partial void Low(OrderClient c); private void LowCore(OrderClient c) => c.{|GVN2016:Send|}("");
                [WorkflowStep("high", RiskTier.High)] public partial void High(OrderClient c); private void HighCore(OrderClient c) => c.{|GVN2014:Send|}("");
                """),
            AdditionalAnalyzers = { new InferredActionMustBeDeclaredAnalyzer() },
            TestState = { Sources = { ForeignLibraries.Source }, AdditionalReferences = { s_acme } },
        };
        await test.RunAsync();
    }

    /// <summary>A task that is let go, and a loop, are not what a name can say.</summary>
    [Fact]
    public async Task No_other_rule_goes_by_the_name()
    {
        var test = Test("""
            [WorkflowStep("s", RiskTier.High)] public async Task S(OrderClient c, string[] all, StepApproval a, IActionLog log)
            {
                await log.AppendAsync(new(), default);
                try { foreach (var p in all) { _ = c.DeleteAsync(p); } } catch (InvalidOperationException) { } finally { await log.AppendAsync(new(), default); }
            }
            """);
        test.AdditionalAnalyzers.AddRange(AllRules.AnalyzerTypes.Where(t => t.Namespace == typeof(ActionMustBeAwaitedAnalyzer).Namespace && t != typeof(InferredActionMustBeDeclaredAnalyzer) && t != typeof(EntryPointMustNotActAnalyzer) && t != typeof(GovernedCodeMustBeVisibleAnalyzer)).Select(AllRules.Create));
        await test.RunAsync();
    }

    [Fact]
    public async Task It_is_no_fact()
    {
        var compilation = CSharpCompilation.Create(
            "tools",
            [CSharpSyntaxTree.ParseText(Code("[AutomationEntryPoint] public static void T(OrderClient c) => c.Send(\"\");")), CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content)],
            [.. TestReferences.All, s_acme],
            new(OutputKind.DynamicallyLinkedLibrary));
        var facts = Assert.Single(await compilation.WithAnalyzers([new GovernanceFactsAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Properties;

        Assert.Equal("", facts["actions"]);
        Assert.Equal("", facts["tier"]);
        Assert.StartsWith("OrderClient.Send|", facts["notFollowed"]);
        Assert.Equal("M:Acme.OrderClient.Send(*)|Acme|1", facts["boundary"]);
    }

    [Theory]
    [InlineData("c.DeleteAsync(")]
    [InlineData("c.{|GVN2016:DeleteAsync|}(Undefined(p));")]
    [InlineData("c.Delete")]
    [InlineData("new Undefined().DeleteAsync(p);")]
    public async Task Half_typed_code_does_not_fail(string statement)
    {
        var test = Tool(statement);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.TestBehaviors |= TestBehaviors.SkipSuppressionCheck;
        await test.RunAsync();
    }

    private static RuleTest<InferredActionMustBeDeclaredAnalyzer> Tool(string statements, params (string, string)[] files)
        => Test($"[AutomationEntryPoint] public static void T(OrderClient c, IOrderService s, string p) {{ {statements} }}", files);

    private static RuleTest<InferredActionMustBeDeclaredAnalyzer> Test(string members, params (string, string)[] files)
    {
        var test = new RuleTest<InferredActionMustBeDeclaredAnalyzer>
        {
            TestCode = Code(members),
            AdditionalAnalyzers = { new EntryPointMustNotActAnalyzer() },
            TestState = { Sources = { ForeignLibraries.Source }, AdditionalReferences = { s_acme } },
        };
        foreach (var file in files)
        {
            test.TestState.AdditionalFiles.Add(file);
        }

        return test;
    }

    private static string Code(string members)
        => "using Acme; [GovernedWorkflow(\"w\", Owner = \"ops\")] public partial class Tools { private readonly IStepGovernor governor = null!; " + members + " }";

    private static MetadataReference Compile(string assembly, string source)
    {
        var compilation = CSharpCompilation.Create(
            assembly,
            [CSharpSyntaxTree.ParseText(source), CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content)],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
