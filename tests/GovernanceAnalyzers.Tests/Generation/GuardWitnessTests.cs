namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>GVN3106: what the generator says of a build without the package's targets.</summary>
public sealed class GuardWitnessTests
{
    private const string Desk = """
        [GovernedWorkflow("refunds", Owner = "ops")]
        public sealed class Desk;
        """;

    [Theory]
    [InlineData(true, Desk, "ProjectDir")]
    [InlineData(false, Desk, "ProjectDir", "_GovernanceGuards")]
    [InlineData(false, "public sealed class Desk;", "ProjectDir")]
    [InlineData(false, Desk)]
    public void A_build_that_declares_something_without_the_guards_is_an_error(bool reported, string code, params string[] properties)
    {
        var test = new PlumbingTest { TestCode = code };
        foreach (var property in properties)
        {
            test.BuildProperties[property] = "here";
        }

        // A property that the project does not set arrives as an empty text.
        foreach (var absent in new[] { "ProjectDir", "_GovernanceGuards" }.Except(properties))
        {
            test.BuildProperties[absent] = " ";
        }

        var diagnostics = test.Run().Driver.GetRunResult().Diagnostics;
        Assert.Equal(reported ? ["GVN3106"] : [], diagnostics.Select(d => d.Id));
        Assert.All(diagnostics, d => Assert.True(GovernanceRule.IsEnforced(d.Descriptor)));
    }
}
