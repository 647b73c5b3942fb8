using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class OptionMustBeKnownTests
{
    private const string LevelSays = "which is not a release up to this one (0.1); until it is corrected, every rule is at full strength";

    [Theory]
    [InlineData("GovernanceMode", "off",
                "The governance option GovernanceMode is 'off', which is not enforce, adopt or consumer; until it is corrected, rules are enforced")]
    [InlineData("GovernanceDate", "20.11.2026",
                "The governance option GovernanceDate is '20.11.2026', which is not a date as yyyy-MM-dd; until it is corrected, no date is judged by the compiler")]
    [InlineData("GovernanceMaximumWaiverDays", "0",
                "The governance option GovernanceMaximumWaiverDays is '0', which is not a whole number of days from 1 to 3650; until it is corrected, a waiver lasts at most "
                + "365 days")]
    [InlineData("GovernanceMaximumWaiverDays", "a year",
                "The governance option GovernanceMaximumWaiverDays is 'a year', which is not a whole number of days from 1 to 3650; until it is corrected, a waiver lasts at "
                + "most 365 days")]
    [InlineData("GovernanceMaximumWaiverDays", "3651",
                "The governance option GovernanceMaximumWaiverDays is '3651', which is not a whole number of days from 1 to 3650; until it is corrected, a waiver lasts at "
                + "most 365 days")]
    [InlineData("GovernanceLevel", "0.2", LevelSays)]
    [InlineData("GovernanceLevel", "0.0", LevelSays)]
    [InlineData("GovernanceLevel", "0.1.0", LevelSays)]
    [InlineData("GovernanceLevel", "latest", LevelSays)]
    public Task A_value_that_cannot_be_read_is_an_error(string property, string value, string says)
        => Test(property, value, says == LevelSays ? $"The governance option {property} is '{value}', {says}" : says);

    [Theory]
    [InlineData("GovernanceMode", "enforce")]
    [InlineData("GovernanceMode", "Adopt")]
    [InlineData("GovernanceMode", "consumer")]
    [InlineData("GovernanceMode", "")]
    [InlineData("GovernanceLevel", "0.1")]
    [InlineData("GovernanceLevel", "")]
    [InlineData("GovernanceDate", "2026-11-20")]
    [InlineData("GovernanceDate", "")]
    [InlineData("GovernanceMaximumWaiverDays", "90")]
    [InlineData("GovernanceMaximumWaiverDays", "3650")]
    [InlineData("GovernanceMaximumWaiverDays", "")]
    [InlineData("Unrelated", "off")]
    public Task A_known_value_and_none_are_fine(string property, string value) => Test(property, value, null);

    [Theory]
    [InlineData("GovernanceMod", "adopt", "The governance option governancemod is none of this version and has no effect; did you mean GovernanceMode?")]
    [InlineData("GovernanceBudget", "", "The governance option governancebudget is none of this version and has no effect; remove it, or see docs/options.md")]
    public Task A_property_that_is_none_of_ours_is_an_error(string property, string value, string says) => Test(property, value, says);

    [Theory]
    [InlineData("/.globalconfig", "is_global = true\ngovernance_mode = adopt\n", "governance_mode", "did you mean GovernanceMode?")]
    [InlineData("/.editorconfig", "[*.cs]\ngovernance.budget = 1\n", "governance.budget", "remove it, or see docs/options.md")]
    [InlineData("/.editorconfig", "[Test0.cs]\nGovernance_Anything = x\n", "governance_anything", "remove it, or see docs/options.md")]
    public async Task A_key_that_is_none_of_ours_is_an_error(string file, string content, string key, string advice)
    {
        var test = new RuleTest<OptionMustBeKnownAnalyzer> { TestCode = "public class Desk { }" };
        test.TestState.AnalyzerConfigFiles.Add((file, content));
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN9003", DiagnosticSeverity.Error)
            .WithMessage($"The governance option {key} is none of this version and has no effect; {advice}"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.GVN1003.severity = error\n")]
    [InlineData("[*.cs]\nmy_governance_mode = x\ngovernanceboard = y\nbuild_property.Other = z\n")]
    [InlineData("[*.md]\ngovernance_mode = adopt\n")]
    public async Task Other_keys_are_other_peoples(string content)
    {
        var test = new RuleTest<OptionMustBeKnownAnalyzer> { TestCode = "public class Desk { }" };
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", content));
        await test.RunAsync();
    }

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
