using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers.Generation.Models;

/// <summary>A step as text: what goes into the manifest and, where its controls are generated, into the implementing part or the decorator.</summary>
internal sealed record StepModel(DeclaredStep Declared, TypeModel Type)
{
    /// <summary>The implementing part's signature; null where none is generated.</summary>
    public MethodModel? Method { get; init; }

    /// <summary>The plumbing; null where the implementing part can only throw.</summary>
    public PlumbingModel? Plumbing { get; init; }

    /// <summary>Why the implementing part throws: rule and reason.</summary>
    public string? Refusal { get; init; }

    /// <summary>The governor that an implementing part that throws reads all the same; null where it has none.</summary>
    public string? UnusedGovernor { get; init; }

    /// <summary>Why C# allows no implementing part at all (GVN1010).</summary>
    public string? Forbidden { get; init; }
}

/// <summary>The type round a step.</summary>
/// <param name="Id">Documentation id.</param>
/// <param name="Name">Fully qualified, in terms of its own type parameters.</param>
/// <param name="Namespace">Null for the global one.</param>
/// <param name="Parts">
/// The headers of the type and those round it, outermost first: <c>partial class RefundDesk</c>. An interface is not among them: its decorator stands
/// beside it.
/// </param>
/// <param name="HintName">The file's name, before it is made unique.</param>
/// <param name="EntriesClass">The nested class that holds the type's entries of the step table; null where the table cannot see the type.</param>
internal sealed record TypeModel(
    string Id, string Name, string? Namespace, EquatableArray<string> Parts, string HintName, string? EntriesClass)
{
    /// <summary>The decorator of an interface, fully qualified; null for a class.</summary>
    public string? Decorator { get; init; }

    /// <summary>The class that holds what is generated.</summary>
    public string Bearer => Decorator ?? Name;
}

/// <summary>The implementing part's signature. What C# demands equal in both parts is as in the declaring part.</summary>
/// <param name="Name">The method's name, escaped.</param>
/// <param name="Modifiers">All but <c>partial</c>.</param>
/// <param name="Returns">The return type, <c>ref</c> included.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c>, or nothing.</param>
/// <param name="Constraints">Constraint clauses for the method; an override inherits most of them and may not repeat them.</param>
/// <param name="HolderConstraints">The same for the class that holds the plan.</param>
/// <param name="Parameters">The parameters, without default values.</param>
/// <param name="IsMarked">The declaring part carries <c>[GeneratedCode]</c> itself, which may stand only once.</param>
internal sealed record MethodModel(
    string Name, string Modifiers, string Returns, string TypeParameters, EquatableArray<string> Constraints,
    EquatableArray<string> HolderConstraints, EquatableArray<string> Parameters, bool IsMarked)
{
    /// <summary>The interface whose member a decorator implements explicitly; null for an implementing part.</summary>
    public string? Contract { get; init; }
}
