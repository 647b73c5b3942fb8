using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;

namespace GovernanceAnalyzers.Controls;

/// <summary>Which part of an action's record a member writes; <c>Governance.RecordMoment</c>, and both for the action log itself.</summary>
internal enum LogMoment
{
    Intent = 0,
    Outcome = 1,
    Scope = 2,
    Both = 3,
}

/// <summary>What a member is to control: it asks a person, it writes to the action log, or neither.</summary>
internal sealed record Control(ConfirmationForm? Confirmation, LogMoment? Log, bool IsLogAsserted)
{
    public static readonly Control None = new(null, null, false);
}

/// <summary>The members that confirm and that record: our contracts and what implements them, what a project marks, and what its lists name.</summary>
internal sealed class ControlMembers(GovernanceSymbols symbols, ImmutableArray<ControlsFile> lists = default)
{
    private readonly ConcurrentDictionary<IMethodSymbol, Control> _known = new(SymbolEqualityComparer.Default);

    public Control Of(IMethodSymbol method) => _known.GetOrAdd((method.ReducedFrom ?? method).OriginalDefinition, Find);

    public bool IsControl(IMethodSymbol method) => Of(method) is { Confirmation: not null } or { Log: not null };

    /// <summary>A parameter that only an approved request can fill.</summary>
    public bool DemandsApproval(IMethodSymbol method) => method.Parameters.Any(p =>
        GovernanceSymbols.Same(p.Type, symbols.StepApproval) && p is { HasExplicitDefaultValue: false, NullableAnnotation: not NullableAnnotation.Annotated });

    /// <summary>What holds throughout a body: whoever calls a method that demands a StepApproval has one, and only the governor makes them.</summary>
    public Proof Held(IMethodSymbol body) => DemandsApproval(body) ? Proof.AnotherPerson : Proof.None;

    private Control Find(IMethodSymbol method)
    {
        if (IsElicitation(method))
        {
            // The tool's own client answers: a person's yes, but nothing says that it is another person's.
            return new(new(Proof.Person, IsAsserted: true) { ApprovedWhen = [("IsAccepted", null), ("Action", "accept")] }, null, false);
        }

        ConfirmationForm? confirmation = null;
        LogMoment? log = null;
        var isLogAsserted = false;
        foreach (var slot in SlotsAbove.AndSelf(method))
        {
            confirmation ??= Confirmation(slot) ?? Listed(slot).Select(r => r.Confirmation).FirstOrDefault(c => c is not null);
            if (log is null && Is(slot, symbols.ActionLog, "AppendAsync"))
            {
                log = LogMoment.Both;
            }
            else if (log is null && slot.Attribute(symbols.RecordsAction) is { } mark && mark.Positional(0) is int moment and >= 0 and <= 2)
            {
                log = (LogMoment)moment;
                isLogAsserted = true;
            }
            else if (log is null && Listed(slot).Select(r => r.Log).FirstOrDefault(l => l is not null) is { } listed)
            {
                log = listed;
                isLogAsserted = true;
            }
        }

        return confirmation is null && log is null ? Control.None : new(confirmation, log, isLogAsserted);
    }

    private ConfirmationForm? Confirmation(IMethodSymbol slot)
    {
        if (Is(slot, symbols.ConfirmationGate, "RequestAsync"))
        {
            return new(Proof.AnotherPerson, IsAsserted: false) { ApprovedWhen = [("Verdict", "Approved")] };
        }

        if (Is(slot, symbols.StepGovernor, "RequireApprovalAsync") || Is(slot, symbols.StepGovernor, "UseApprovalAsync"))
        {
            return new(Proof.AnotherPerson, IsAsserted: false) { Throws = true };
        }

        return slot.Attribute(symbols.HumanConfirmation) is { } mark
            ? new(mark.Named("Distinct") is true ? Proof.AnotherPerson : Proof.Person, IsAsserted: true)
            {
                Throws = mark.Named("Throws") is true,
                ApprovedWhen = mark.NamedText("ApprovedWhen") is { } when ? [ConfirmationForm.Parse(when)] : [],
                Binds = mark.NamedText("Binds"),
                Approver = mark.NamedText("Approver"),
            }
            : null;
    }

    private IEnumerable<ControlRow> Listed(IMethodSymbol slot) => lists.IsDefaultOrEmpty ? [] : lists.SelectMany(l => l.Rows).Where(r => r.IsAbout(slot));

    private static bool Is(IMethodSymbol slot, INamedTypeSymbol? type, string name)
        => slot.Name == name && GovernanceSymbols.Same(slot.ContainingType?.OriginalDefinition, type);

    private static bool IsElicitation(IMethodSymbol method)
        => method.Name is "ElicitAsync"
        && method.ContainingNamespace?.ToDisplayString().StartsWith("ModelContextProtocol", StringComparison.Ordinal) == true;
}
