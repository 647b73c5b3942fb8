using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ImplementationMustStayBehindDecoratorFixTests
{
    [Theory]
    [InlineData("s.[|AddTransient<IDesk, Desk>|]()", "s.AddGoverned<IDesk, Desk>()")]
    [InlineData("s.[|AddSingleton<IDesk, Desk>|]()", "s.AddGoverned<IDesk, Desk>(ServiceLifetime.Singleton)")]
    [InlineData("s.[|AddScoped<ILeaf, LeafDesk>|]()", "s.AddGoverned<ILeaf, LeafDesk>(ServiceLifetime.Scoped)")]
    [InlineData("s.AddSingleton(typeof(IDesk), [|typeof(Desk)|])", "s.AddGoverned<IDesk, Desk>(ServiceLifetime.Singleton)")]
    [InlineData("s.AddSingleton<IDesk>(p => [|new Desk|](\"a\"))", "s.AddGoverned<IDesk>(p => new Desk(\"a\"), ServiceLifetime.Singleton)")]
    [InlineData("s.AddTransient<IDesk>(p => [|new Desk|]())", "s.AddGoverned<IDesk>(p => new Desk())")]
    [InlineData("s.AddScoped<IDesk, Desk>(p => [|new Desk|]())", "s.AddGoverned<IDesk>(p => new Desk(), ServiceLifetime.Scoped)")]
    [InlineData("s.[|AddSingleton<IDesk, Desk>|]().[|AddTransient<IDesk, Desk>|]()", "s.AddGoverned<IDesk, Desk>(ServiceLifetime.Singleton).AddGoverned<IDesk, Desk>()")]
    public Task It_is_registered_behind_its_decorator_for_as_long(string before, string after)
        => new RuleFixTest<ImplementationMustStayBehindDecoratorAnalyzer, ImplementationMustStayBehindDecoratorFix>
        {
            TestCode = Code(before),
            FixedCode = Code(after),
        }.RunAsync();

    [Theory]
    [InlineData("s.[|AddTransient<IWide, WideDesk>|]()")]
    [InlineData("s.[|AddSingleton<Desk>|]()")]
    [InlineData("s.[|TryAddSingleton<IDesk, Desk>|]()")]
    [InlineData("s.[|AddKeyedScoped<IDesk, Desk>|](\"eu\")")]
    [InlineData("s.[|AddHttpClient<IDesk, Desk>|]()")]
    [InlineData("s.AddSingleton<IDesk>([|new Desk|]())")]
    [InlineData("s.AddSingleton(typeof(IItems<>), [|typeof(Items<>)|])")]
    [InlineData("s.[|AddSingleton<IItems<int>, Items<int>>|]()")]
    [InlineData("[|new Desk|]().ToString()")]
    public Task What_asks_for_a_thought_is_left(string registration) => new RuleFixTest<ImplementationMustStayBehindDecoratorAnalyzer, ImplementationMustStayBehindDecoratorFix>
    {
        TestCode = Code(registration),
    }.RunAsync();

    [Fact]
    public Task Our_namespace_is_brought_in_where_it_is_missing()
    {
        const string Usings = "using System; using System.Threading.Tasks; using Governance;\n";
        var test = new RuleFixTest<ImplementationMustStayBehindDecoratorAnalyzer, ImplementationMustStayBehindDecoratorFix>
        {
            TestCode = "using Microsoft.Extensions.DependencyInjection;\nclass Code { void M(IServiceCollection s) => s.[|AddTransient<IDesk, Desk>|](); }",
            FixedCode = "using Governance;\nusing Microsoft.Extensions.DependencyInjection;\nclass Code { void M(IServiceCollection s) => s.AddGoverned<IDesk, Desk>(); }",
        };
        test.SolutionTransforms.Clear();
        test.TestState.Sources.Add(Usings + ContainerLibrary.Desk + ContainerLibrary.Source);
        test.FixedState.Sources.Add(Usings + ContainerLibrary.Desk + ContainerLibrary.Source);
        return test.RunAsync();
    }

    private static string Code(string registration)
        => ImplementationMustStayBehindDecoratorTests.Code($"void M(IServiceCollection s) => {registration};");
}
