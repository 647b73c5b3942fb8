using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Declaration;

/// <summary>
/// GVN1018: marks the parameter <c>[StepService]</c>. The person who confirms does not see what is marked so, and a value that stands for it may be
/// better: each place is for its author to judge, and there is no FixAll.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepParameterMustBeArgumentOrServiceFix)), Shared]
public sealed class StepParameterMustBeArgumentOrServiceFix : StepFix
{
    /// <summary>Makes the fix.</summary>
    public StepParameterMustBeArgumentOrServiceFix()
        : base("GVN1018", FixAllScopes.None)
    {
    }

    private protected override IEnumerable<Offer> Offers(StepSite site)
    {
        if (site.Method.ParameterList.Parameters.FirstOrDefault(p => p.Identifier.Span == site.Diagnostic.Location.SourceSpan) is { } parameter)
        {
            yield return new Offer(
                $"Mark '{parameter.Identifier.ValueText}' [StepService]",
                nameof(StepParameterMustBeArgumentOrServiceFix),
                async (edit, ct) => (await edit.EditorOfAsync(parameter, ct).ConfigureAwait(false)).ReplaceNode(parameter, (node, _) => node.WithMark("StepService")));
        }
    }
}
