using System.Reflection;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>What the tables of tricks are as a whole.</summary>
public sealed class BypassSuiteTests
{
    private static readonly TrickTable[] s_tables =
    [
        .. typeof(BypassSuiteTests).Assembly.GetTypes().Where(t => t.Namespace == typeof(BypassSuiteTests).Namespace)
            .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static)).Where(p => p.PropertyType == typeof(TrickTable))
            .Select(p => (TrickTable)p.GetValue(null)!),
    ];

    [Fact]
    public void There_are_at_least_sixty_tricks_and_no_two_of_one_name()
    {
        var tricks = s_tables.SelectMany(t => t).ToList();
        Assert.True(tricks.Count >= 60, $"{tricks.Count} tricks");
        Assert.Equal(tricks.Count, tricks.Select(t => t.Words).Distinct().Count());
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Contains(tricks, t => t.Verdict == verdict));
    }

    /// <summary>So that what a trick's code is marked with comes from the trick.</summary>
    [Fact]
    public Task The_workflow_that_they_are_played_in_lacks_nothing()
    {
        var table = new TrickTable { new("none", Verdict.StillPossible, Shop.Desk(Shop.Step + Shop.Pay), "What can be switched off") };
        return table.PlayAsync("none");
    }
}
