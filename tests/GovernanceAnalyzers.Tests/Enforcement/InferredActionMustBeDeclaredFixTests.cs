using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class InferredActionMustBeDeclaredFixTests
{
    private const string Rest = """

        public sealed class DiskStore : IStore { public int Size { set => File.Delete("x"); } public void Remove(string path) => File.Delete(path); }
        public sealed class NoStore : IStore { public int Size { set { } } public void Remove(string path) { } }
        """;

    [Fact]
    public Task The_contract_goes_onto_the_member_that_is_called_and_once_where_two_call_it() => new RuleFixTest<InferredActionMustBeDeclaredAnalyzer, InferredActionMustBeDeclaredFix>
    {
        TestCode = """
            public static class Tools
            {
                [AutomationEntryPoint] public static void One(IStore s, string p) => s.[|Remove|](p);
                [AutomationEntryPoint] public static void Two(IStore s, string p) => s.[|Remove|](p);
            }

            public interface IStore
            {
                /// <summary>Takes it away.</summary>
                void Remove(string path);

                int Size { set; }
            }
            """ + Rest,
        FixedCode = """
            public static class Tools
            {
                [AutomationEntryPoint] public static void One(IStore s, string p) => s.Remove(p);
                [AutomationEntryPoint] public static void Two(IStore s, string p) => s.Remove(p);
            }

            public interface IStore
            {
                /// <summary>Takes it away.</summary>
                [ConsequentialAction("files.delete", RiskTier.High)]
                void Remove(string path);

                int Size { set; }
            }
            """ + Rest,
    }.RunAsync();

    [Fact]
    public Task Of_a_property_it_is_the_property_that_says_so() => new RuleFixTest<InferredActionMustBeDeclaredAnalyzer, InferredActionMustBeDeclaredFix>
    {
        TestCode = """
            public static class Tools
            {
                [AutomationEntryPoint] public static void One(IStore s) => s.[|Size|] = 1;
            }

            public interface IStore
            {
                int Size { set; }
                void Remove(string path);
            }
            """ + Rest,
        FixedCode = """
            public static class Tools
            {
                [AutomationEntryPoint] public static void One(IStore s) => s.Size = 1;
            }

            public interface IStore
            {
                [ConsequentialAction("files.delete", RiskTier.High)]
                int Size { set; }
                void Remove(string path);
            }
            """ + Rest,
    }.RunAsync();

    [Fact]
    public Task A_member_of_another_assembly_is_not_ours_to_mark() => new RuleFixTest<InferredActionMustBeDeclaredAnalyzer, InferredActionMustBeDeclaredFix>
    {
        TestCode = """
            public static class Tools
            {
                [AutomationEntryPoint] public static void One(IScope s) { [|using|] (s) { } }
            }

            public interface IScope : IDisposable { }
            public sealed class DiskScope : IScope { public void Dispose() => File.Delete("x"); }
            """,
    }.RunAsync();
}
