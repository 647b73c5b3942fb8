using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>GVN2009: lets the failure of the log through the catch that ended it, or waits for the entry.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LogFailureMustNotBeSwallowedFix)), Shared]
public sealed class LogFailureMustNotBeSwallowedFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public LogFailureMustNotBeSwallowedFix()
        : base("GVN2009", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await ReportedPlace.FindAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } place)
        {
            return [];
        }

        return place.Node switch
        {
            CatchClauseSyntax clause when Rethrowing.Can(clause)
                => [new($"Rethrow in '{Rethrowing.Words(clause)}'", nameof(LogFailureMustNotBeSwallowedFix), (edit, ct) => Rethrowing.ApplyAsync(clause, edit, ct))],
            _ when Awaiting.Of(place.Node, place.Model) is { } awaiting
                => [new($"Await '{ReportedPlace.Words(awaiting.Task)}'", nameof(LogFailureMustNotBeSwallowedFix), awaiting.ApplyAsync)],
            _ => [],
        };
    }
}
