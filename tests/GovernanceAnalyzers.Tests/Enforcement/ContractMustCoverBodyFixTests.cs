using GovernanceAnalyzers.CodeFixes.Enforcement;
using GovernanceAnalyzers.Rules.Enforcement;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ContractMustCoverBodyFixTests
{
    [Fact]
    public Task The_contracts_are_raised_where_they_are_written() => new RuleFixTest<ContractMustCoverBodyAnalyzer, ContractMustCoverBodyFix>
    {
        TestCode = Shelf("{|GVN2022:RiskTier.Low|}", "RiskTier.Medium", "{|GVN2022:Retire|}"),
        FixedCode = Shelf("RiskTier.Medium", "RiskTier.High", "Retire"),
    }.RunAsync();

    private static string Shelf(string own, string inherited, string name) => $$"""
        public interface IArchive
        {
            [ConsequentialAction("files.write", {{inherited}})] // kept
            void Retire(string path);
        }

        public sealed class Folder : IArchive
        {
            [ConsequentialAction("files.write", {{own}})]
            public void Write(string path) => File.WriteAllText(path, "");

            public void {{name}}(string path) => File.Delete(path);
        }
        """;
}
