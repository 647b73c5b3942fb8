using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class OptionMustBeKnownTests
{
    [Theory]
    [InlineData("GovernanceMode", "off",
                "The MSBuild property GovernanceMode is 'off', which is not enforce, adopt or consumer; until it is corrected, rules are enforced")]
    [InlineData("GovernanceDate", "20.11.2026",
                "The MSBuild property GovernanceDate is '20.11.2026', which is not a date as yyyy-MM-dd; until it is corrected, no date is judged by the compiler")]
    [InlineData("GovernanceMaximumWaiverDays", "0",
                "The MSBuild property GovernanceMaximumWaiverDays is '0', which is not a whole number of days above 0; until it is corrected, a waiver lasts at most "
                + "365 days")]
    [InlineData("GovernanceMaximumWaiverDays", "a year",
                "The MSBuild property GovernanceMaximumWaiverDays is 'a year', which is not a whole number of days above 0; until it is corrected, a waiver lasts at "
                + "most 365 days")]
    public Task A_value_that_cannot_be_read_is_an_error(string property, string value, string says) => Test(property, value, says);

    [Theory]
    [InlineData("GovernanceMode", "enforce")]
    [InlineData("GovernanceMode", "Adopt")]
    [InlineData("GovernanceMode", "consumer")]
    [InlineData("GovernanceMode", "")]
    [InlineData("GovernanceDate", "2026-11-20")]
    [InlineData("GovernanceDate", "")]
    [InlineData("GovernanceMaximumWaiverDays", "90")]
    [InlineData("GovernanceMaximumWaiverDays", "")]
    [InlineData("Unrelated", "off")]
    public Task A_known_value_and_none_are_fine(string property, string value) => Test(property, value, null);

    private static Task Test(string property, string value, string? says)
    {
        var test = new RuleTest<OptionMustBeKnownAnalyzer> { TestCode = "public class Desk { }", BuildProperties = { [property] = value } };
        if (says is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9003", DiagnosticSeverity.Error).WithMessage(says));
        }

        return test.RunAsync();
    }
}
