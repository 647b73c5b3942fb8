namespace GovernanceAnalyzers.Generation.Models;

/// <summary>The class that stands before whoever implements an interface with steps.</summary>
/// <param name="Type">The interface.</param>
/// <param name="Name">The class's name, escaped.</param>
/// <param name="Header">The class's header: <c>public sealed class GovernedRefundDesk : global::Shop.IRefundDesk</c>.</param>
/// <param name="Constraints">Constraint clauses, those of the interface.</param>
/// <param name="Inherited">The interfaces with steps that the interface inherits: their own decorators answer for them.</param>
/// <param name="Members">What is no step of the interface's own, handed on.</param>
/// <param name="TableItem">How the assembly's step table names interface and decorator; null where it cannot see them.</param>
internal sealed record DecoratorModel(
    TypeModel Type, string Name, string Header, EquatableArray<string> Constraints, EquatableArray<InheritedStepsModel> Inherited,
    EquatableArray<ForwardedModel> Members, string? TableItem);

/// <summary>An inherited interface with steps.</summary>
/// <param name="Contract">The interface.</param>
/// <param name="Decorator">Its decorator.</param>
/// <param name="Field">The field that holds it.</param>
internal sealed record InheritedStepsModel(string Contract, string Decorator, string Field);

/// <summary>A member of the interface that is implemented by handing it on.</summary>
/// <param name="Declaration">The explicit implementation up to its body.</param>
/// <param name="Constraints">The few constraint clauses that may be repeated there.</param>
/// <param name="Body">What follows the declaration; null where accessors do.</param>
/// <param name="Accessors">The accessors of a property or an event.</param>
/// <param name="IsObsolete">The member may only be used where the user is obsolete, too.</param>
internal sealed record ForwardedModel(
    string Declaration, EquatableArray<string> Constraints, string? Body, EquatableArray<string> Accessors, bool IsObsolete);
