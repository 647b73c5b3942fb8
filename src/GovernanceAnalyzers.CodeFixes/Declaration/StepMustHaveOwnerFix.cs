using System.Composition;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>GVN1001: adds <c>Owner = ""</c>, to be filled in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustHaveOwnerFix)), Shared]
public sealed class StepMustHaveOwnerFix : MissingAnswerFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustHaveOwnerFix()
        : base("GVN1001", "Owner")
    {
    }
}
