using System.Composition;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1008: adds <c>EscalateTo = ""</c>, to be filled in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustHaveEscalationPathFix)), Shared]
public sealed class StepMustHaveEscalationPathFix : MissingAnswerFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustHaveEscalationPathFix()
        : base("GVN1008", "EscalateTo")
    {
    }
}
