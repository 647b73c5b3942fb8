using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests;

/// <summary>A test of a rule about steps, with a workflow round the members under test that is complete in everything else.</summary>
/// <typeparam name="TAnalyzer">The rule's analyzer.</typeparam>
public class StepTest<TAnalyzer>([CallerFilePath] string testFile = "", [CallerMemberName] string test = "") : RuleTest<TAnalyzer>(testFile, test)
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <summary>Members of <c>RefundDesk</c>, a workflow with owner and escalation path that reaches a governor.</summary>
    public string Members
    {
        set => TestCode = "[GovernedWorkflow(\"refunds\", Owner = \"payments-ops\", EscalateTo = \"oncall-payments\")]\n"
                        + "public sealed partial class RefundDesk(IStepGovernor governor)\n{\n    public IStepGovernor Governor => governor;\n\n"
                        + value + "\n}\n\n"
                        + "public sealed record RefundRequest(string OrderId, decimal Amount, Customer? Customer);\n"
                        + "public sealed record Customer(string Name);\n"
                        + "public sealed record Receipt(string Id);\n";
    }

    /// <summary>What the single finding says, word by word.</summary>
    public string Says
    {
        set => ExpectedDiagnostics.Add(
            new DiagnosticResult(GetDefaultDiagnostic([new TAnalyzer()])!.Id, DiagnosticSeverity.Error).WithLocation(0).WithMessage(value));
    }
}
