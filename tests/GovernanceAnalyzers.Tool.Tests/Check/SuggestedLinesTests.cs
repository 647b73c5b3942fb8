using GovernanceAnalyzers.Tool.Check.Reports;
using static GovernanceAnalyzers.Tool.Tests.Check.RecordedCheck;

namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary><c>check --suggest</c>: lines to be decided for what leaves the code.</summary>
public sealed class SuggestedLinesTests : IDisposable
{
    private static readonly string[] s_rules = ["GVN0001"];
    private readonly RecordedCheck _check = new();

    public void Dispose() => _check.Dispose();

    [Fact]
    public void The_most_called_comes_first_and_every_decision_is_left_to_a_person()
    {
        _check.Compiled(
            "net10.0",
            s_rules,
            Fact("step", "a/b", 3, ("boundary", "M:Acme.Billing.Client.Charge(*)|Acme.Billing|2\nM:Acme.Mail.Box.Send(*)|Acme.Mail|1")),
            Fact("entry-point", "Pay", 9, ("boundary", "M:Acme.Billing.Client.Charge(*)|Acme.Billing|1\nM:Acme.Billing.#ctor(*)|Acme.Billing|1")));

        Assert.Equal(
            [
                "# governance-actions 1",
                "# What steps and entry points call in other assemblies and nothing is known of, the most called first. Decide each line: a capability, Low, Medium or",
                "# High, yes, partial or no, and why; Low for what changes nothing. A line that is not decided is an error (GVN9001).",
                "# 3 calls from 2 callers, into Acme.Billing",
                "M:Acme.Billing.Client.Charge(*); CAPABILITY; TIER; REVERSIBLE; WHY",
                "# 1 call from 1 caller, into Acme.Billing",
                "M:Acme.Billing.#ctor(*); CAPABILITY; TIER; REVERSIBLE; WHY",
                "# 1 call from 1 caller, into Acme.Mail",
                "M:Acme.Mail.Box.Send(*); CAPABILITY; TIER; REVERSIBLE; WHY",
            ],
            Lines());
    }

    [Fact]
    public void A_step_that_is_compiled_twice_counts_once()
    {
        _check.Compiled("net10.0", s_rules, Fact("step", "a/b", 3, ("boundary", "M:Acme.Mail.Box.Send(*)|Acme.Mail|2")))
            .Compiled("net8.0", s_rules, Fact("step", "a/b", 3, ("boundary", "M:Acme.Mail.Box.Send(*)|Acme.Mail|1")));

        Assert.Contains("# 2 calls from 1 caller, into Acme.Mail", Lines());
    }

    [Fact]
    public void The_many_that_are_called_less_are_counted()
    {
        _check.Compiled("net10.0", s_rules, Fact("step", "a/b", 3, ("boundary", string.Join("\n", Enumerable.Range(10, 32).Select(n => $"M:Acme.Box.Call{n}(*)|Acme|1")))));

        Assert.Equal("# and 2 members more, called less", Lines()[^1]);
    }

    [Fact]
    public void Where_all_is_known_there_is_nothing_to_suggest()
    {
        _check.Compiled("net10.0", s_rules, Fact("step", "a/b", 3));

        Assert.Equal(["# Nothing to suggest: every call that leaves the code has a catalogue line, a contract or a summary."], Lines());
    }

    private string[] Lines()
    {
        var writer = new StringWriter { NewLine = "\n" };
        SuggestedLines.Write(writer, _check.Read());
        return writer.ToString().TrimEnd('\n').Split('\n');
    }
}
