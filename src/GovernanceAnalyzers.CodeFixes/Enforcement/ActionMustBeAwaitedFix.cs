using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>GVN2008: waits for the task that a statement drops.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ActionMustBeAwaitedFix)), Shared]
public sealed class ActionMustBeAwaitedFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ActionMustBeAwaitedFix()
        : base("GVN2008", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await ReportedPlace.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } place
            && Awaiting.Of(place.Node, place.Model) is { } awaiting
                ? [new($"Await '{ReportedPlace.Words(awaiting.Task)}'", nameof(ActionMustBeAwaitedFix), awaiting.ApplyAsync)]
                : [];
}
