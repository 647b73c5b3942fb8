using GovernanceAnalyzers.CodeFixes.Declaration;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Tests.Declaration;

public sealed class NameMustBeListedFixTests
{
    [Theory]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = {|GVN1002:\"paymets-ops\"|})]", "[GovernedWorkflow(\"refunds\", Owner = \"payments-ops\")]")]
    [InlineData("[assembly: GovernanceWaiver(\"GVN1008\", ApprovedBy = {|GVN1002:@\"Risk-Offce\"|})]", "[assembly: GovernanceWaiver(\"GVN1008\", ApprovedBy = \"risk-office\")]")]
    public Task A_near_name_is_written(string attribute, string correct) => Test(attribute + Desk, correct + Desk).RunAsync();

    [Theory]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = {|GVN1002:\"kim\"|})]")]
    [InlineData("[GovernedWorkflow(\"refunds\", Owner = {|GVN1002:Desk.Owner|})]")]
    public Task No_name_is_invented_and_no_constant_changed(string attribute) => Test(attribute + Desk, null).RunAsync();

    [Fact]
    public void There_is_no_FixAll() => Assert.Null(new NameMustBeListedFix().GetFixAllProvider());

    private const string Desk = "\npublic class Desk { public const string Owner = \"paymets-ops\"; }\n";

    private static RuleFixTest<NameMustBeListedAnalyzer, NameMustBeListedFix> Test(string code, string? correct)
    {
        var test = new RuleFixTest<NameMustBeListedAnalyzer, NameMustBeListedFix>
        {
            TestCode = code,
            TestState = { AdditionalFiles = { ("/0/governance.owners", NameMustBeListedTests.Owners) } },
        };
        if (correct is not null)
        {
            test.FixedCode = correct;
        }

        return test;
    }
}
