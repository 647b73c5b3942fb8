using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ImplementationMustStayBehindDecoratorTests
{
    private const string Register = "AddGoverned<IDesk, Desk>()";
    private const string Decorate = "new GovernedDesk(…, governor) round it, or register it with " + Register;

    [Theory]
    [InlineData("void M(IServiceCollection s) => s.{|#0:AddSingleton<IDesk, Desk>|}();", "Desk", "IDesk", "registered", Register)]
    [InlineData("IDesk M() => {|#0:new Desk|}(\"a\");", "Desk", "IDesk", "made", Decorate)]
    [InlineData("object M(IServiceProvider p) => ActivatorUtilities.{|#0:CreateInstance<Desk>|}(p);", "Desk", "IDesk", "made", Decorate)]
    [InlineData("ILeaf M() => {|#0:new LeafDesk|}();", "LeafDesk", "ILeaf", "made",
                "new GovernedLeaf(…, governor) round it, or register it with AddGoverned<ILeaf, LeafDesk>()")]
    [InlineData("ILeaf M() => {|#0:new BaseFirstDesk|}();", "BaseFirstDesk", "ILeaf", "made",
                "new GovernedLeaf(…, governor) round it, or register it with AddGoverned<ILeaf, BaseFirstDesk>()")]
    [InlineData("void M(IServiceCollection s) => s.{|#0:AddScoped<IItems<int>, Items<int>>|}();", "Items<int>", "IItems<T>", "registered",
                "AddGoverned<…, Items>((inner, governor) => new GovernedItems<…>(inner, governor))")]
    [InlineData("IItems<int> M() => {|#0:new Items<int>|}();", "Items<int>", "IItems<T>", "made",
                "new GovernedItems<…>(…, governor) round it, or register it with AddGoverned<…, Items>((inner, governor) => new GovernedItems<…>(inner, governor))")]
    public Task The_message_says_what_to_write(string member, string implementation, string contract, string how, string write)
        => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
        {
            TestCode = Code(member),
            ExpectedDiagnostics =
            {
                new DiagnosticResult("GVN2017", DiagnosticSeverity.Error).WithLocation(0).WithArguments(implementation, contract, how, write),
            },
        }.RunAsync();

    [Theory]
    [InlineData("void M(IServiceCollection s) => s.[|AddSingleton<Desk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.[|AddTransient<IWide, WideDesk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.[|AddTransient<object, Desk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.[|AddKeyedScoped<IDesk, Desk>|](\"eu\");")]
    [InlineData("void M(IServiceCollection s) => s.[|TryAddSingleton<IDesk, Desk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.[|AddHttpClient<IDesk, Desk>|](client => { });")]
    [InlineData("void M(IServiceCollection? s) => s?.[|AddHttpClient<IDesk, Desk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton(typeof(IDesk), [|typeof(Desk)|]);")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton(typeof(IItems<>), [|typeof(Items<>)|]);")]
    [InlineData("object M() => new ServiceDescriptor(typeof(IDesk), [|typeof(Desk)|], ServiceLifetime.Scoped);")]
    [InlineData("object M() => ServiceDescriptor.[|Singleton<IDesk, Desk>|]();")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IDesk>([|new Desk|]());")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton([|new Desk|]());")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IDesk>(p => [|new Desk|]());")]
    [InlineData("void M(IServiceCollection s) => s.AddScoped<IDesk, Desk>(p => [|new Desk|]());")]
    [InlineData("object M(IServiceProvider p) => ActivatorUtilities.CreateInstance(p, [|typeof(Desk)|]);")]
    [InlineData("object M() => Activator.[|CreateInstance<Desk>|]();")]
    [InlineData("object? M() => Activator.CreateInstance([|typeof(Desk)|]);")]
    [InlineData("Task M() => [|new Desk|]().IssueAsync(1);")]
    [InlineData("object M(Dictionary<object, object> d) => d[[|new Desk|]()];")]
    [InlineData("Desk M() => [|new|]();")]
    [InlineData("IDesk M() => [|new ValueDesk|]();")]
    [InlineData("readonly Desk _desk = [|new|] Desk { Count = 1 };", true)]
    [InlineData("Task M() { var desk = [|new Desk|](); return desk.IssueAsync(1); }")]
    [InlineData("IDesk M() { IDesk desk = [|new Desk|](); return desk; }")]
    [InlineData("Func<int, Task> M() { var desk = [|new Desk|](); return desk.IssueAsync; }")]
    [InlineData("IDesk M(IStepGovernor g) { var desk = [|new Desk|](); new GovernedDesk(desk, g).ToString(); return desk; }")]
    [InlineData("void M(IStepGovernor g) { IDesk desk = [|new Desk|](); desk = new GovernedDesk(desk, g); }")]
    public Task An_implementation_that_nothing_stands_before_is_reported(string member, bool isField = false) => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
    {
        TestCode = Code(isField ? "int Nothing;" + member.Replace("[|new|] Desk", "[|new Desk|]") : member, isField ? "class" : "static class"),
    }.RunAsync();

    [Theory]
    [InlineData("void M(IServiceCollection s) => s.AddGoverned<IDesk, Desk>();")]
    [InlineData("void M(IServiceCollection s) => s.AddGoverned<IDesk>(p => new Desk());")]
    [InlineData("void M(IServiceCollection s) => s.AddGoverned<IDesk>(p => { var desk = new Desk(); return desk; });")]
    [InlineData("void M(IServiceCollection s) => s.AddGoverned<IDesk>(p => ActivatorUtilities.CreateInstance<Desk>(p));")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IDesk>(p => new GovernedDesk(new Desk(), p.GetRequiredService<IStepGovernor>()));")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IDesk, GovernedDesk>();")]
    [InlineData("IDesk M(IStepGovernor g) => new GovernedDesk(new Desk(), g);")]
    [InlineData("ILeaf M(IStepGovernor g) => new GovernedLeaf(new LeafDesk(), g);")]
    [InlineData("IDesk M(IStepGovernor g, bool b) => new GovernedDesk(b ? new Desk(\"a\") : new Desk(), g);")]
    [InlineData("IDesk M(Governance.Testing.GovernanceHarness harness) => harness.Govern<IDesk>(new Desk());")]
    [InlineData("int M(IStepGovernor g) { var desk = new Desk(); IDesk d = new GovernedDesk(desk, g); desk.ToString(); return desk.Count; }")]
    [InlineData("Desk M(IServiceProvider p) => p.GetRequiredService<Desk>();")]
    [InlineData("void M(IServiceCollection s) => s.RemoveAll<Desk>();")]
    [InlineData("Type M() => typeof(Desk);")]
    [InlineData("object M() => new Stranger();")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IPlain, Plain>();")]
    [InlineData("IPlain M() => new Plain();")]
    public Task What_stands_behind_its_decorator_or_has_no_steps_is_fine(string member)
        => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer> { TestCode = Code(member) }.RunAsync();

    [Fact]
    public Task An_implementation_of_another_assemblys_interface_is_reported_unless_its_decorator_takes_it()
    {
        var library = new Generation.PlumbingTest
        {
            TestCode = "namespace Library; [GovernedWorkflow(\"w\")] public interface IDesk { [WorkflowStep(\"a\", RiskTier.Low)] Task RunAsync(); }",
        }.Run().Output.WithAssemblyName("Library");
        return new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
        {
            TestCode = """
                public sealed class Desk : Library.IDesk { public Task RunAsync() => Task.CompletedTask; }
                public static class Code
                {
                    static Library.IDesk Bare() => [|new Desk|]();
                    static Library.IDesk Governed(IStepGovernor governor) => new Library.GovernedDesk(new Desk(), governor);
                }
                """,
            TestState = { AdditionalReferences = { library.ToMetadataReference() } },
        }.RunAsync();
    }

    [Fact]
    public Task What_asks_for_a_service_and_may_make_one_is_reported()
    {
        var test = new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer> { TestCode = Code("object M(IServiceProvider p) => Microsoft.Extensions.DependencyInjection.Own.ActivatorUtilities.[|GetServiceOrCreateInstance<Desk>|](p);") };
        test.TestState.Sources.Add("namespace Microsoft.Extensions.DependencyInjection.Own { public static class ActivatorUtilities { public static T GetServiceOrCreateInstance<T>(IServiceProvider provider) => default!; } }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_test_project_tries_implementations_as_they_are() => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
    {
        TestCode = Code("IDesk M() => new Desk();"),
        TestState = { AdditionalReferences = { HarnessLibrary.TestFramework } },
        BuildProperties = { ["IsTestProject"] = "true" },
    }.RunAsync();

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public Task A_program_that_looks_like_a_test_project_does_not(bool isMarked, bool hasFramework)
    {
        var test = new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer> { TestCode = Code("IDesk M() => [|new Desk|]();") };
        if (isMarked)
        {
            test.BuildProperties["IsTestProject"] = "true";
        }

        if (hasFramework)
        {
            test.TestState.AdditionalReferences.Add(HarnessLibrary.TestFramework);
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "new Desk()")]
    [InlineData("2026-01-31", "[|new Desk|]()")]
    public Task A_waiver_holds_until_its_day(string until, string creation) => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
    {
        TestCode = Code(
            $"[GovernanceWaiver(\"GVN2017\", Reason = \"migration, ticket 4711\", ApprovedBy = \"risk-office\", Until = \"{until}\")] IDesk M() => {creation};"
                .Replace("] IDesk", "] static IDesk", StringComparison.Ordinal), isWritten: true),
        BuildProperties = { ["GovernanceDate"] = "2026-11-25" },
    }.RunAsync();

    [Theory]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton<IDesk, >();")]
    [InlineData("void M(IServiceCollection s) => s.AddSingleton(typeof(), typeof(")]
    [InlineData("IDesk M() => new ();")]
    [InlineData("IDesk M(IStepGovernor g) => new GovernedDesk(new Des")]
    public Task Half_typed_code_does_not_fail(string member) => new RuleTest<ImplementationMustStayBehindDecoratorAnalyzer>
    {
        TestCode = Code(member),
        CompilerDiagnostics = CompilerDiagnostics.None,
    }.RunAsync();

    internal static string Code(string member, string kind = "static class", bool isWritten = false)
        => ContainerLibrary.Usings + $"public {kind} Code {{ {(isWritten || kind == "class" ? "" : "static ")}{member} }}" + ContainerLibrary.Desk + ContainerLibrary.Source;
}
