using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>GVN2010: lets the failure of an action through the catch that ended it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StepMustNotSwallowFailureFix)), Shared]
public sealed class StepMustNotSwallowFailureFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public StepMustNotSwallowFailureFix()
        : base("GVN2010", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
        => await ReportedPlace.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { Node: CatchClauseSyntax clause } && Rethrowing.Can(clause)
            ? [new($"Rethrow in '{Rethrowing.Words(clause)}'", nameof(StepMustNotSwallowFailureFix), (edit, ct) => Rethrowing.ApplyAsync(clause, edit, ct))]
            : [];
}
