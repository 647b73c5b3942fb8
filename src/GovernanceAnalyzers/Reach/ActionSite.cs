using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Reach;

/// <summary>A place in a body that takes an action, and the member it takes it through; or, in a root, the call behind which one is taken.</summary>
internal sealed record ActionSite(SyntaxNode Syntax, IMethodSymbol Target, ImmutableArray<ConsequentialAction> Actions);

/// <summary>A call whose target is code that the catalogue says nothing about.</summary>
/// <param name="Syntax">The call.</param>
/// <param name="Target">The member called; where the receiver's type is known exactly, the body that runs.</param>
/// <param name="IsExact">No override and no other implementation can be meant.</param>
internal sealed record CalledMember(SyntaxNode Syntax, IMethodSymbol Target, bool IsExact)
{
    /// <summary>What the receiver is declared as, where that narrows what may run: a type, or a type parameter. Of <c>new T()</c>, the T.</summary>
    public ITypeSymbol? Receiver { get; init; }

    /// <summary>What is sent, where the call finds its target by the type of its argument.</summary>
    public Message? Message { get; init; }

    /// <summary>The root itself, which is a member of an interface: whoever implements it is the root's own code, each of them.</summary>
    public bool IsRoot { get; init; }

    /// <summary><c>new T()</c>: the target is what every constructor calls at last.</summary>
    public bool IsNewOfParameter { get; init; }
}

/// <summary>What no analysis of the source can see through.</summary>
internal sealed record BlindSpot(string Kind, string Detail, SyntaxNode Syntax)
{
    /// <summary>It is the caller who hands over what runs here. Where the caller is read, so is what it makes to hand over.</summary>
    public bool IsCallers { get; init; }

    /// <summary>Of a call that is bound at run time, what is called; null where that has no name, or is nothing but read.</summary>
    public string? Called { get; init; }
}

/// <summary>A call of a step, which is governed at its own place.</summary>
internal sealed record CalledStep(SyntaxNode Syntax, Step Step);

/// <summary>What one body does by itself. Symbols and syntax, never operations: it outlives the walk.</summary>
internal sealed record BodyFacts(
    ImmutableArray<ActionSite> Sites, ImmutableArray<CalledMember> Calls, ImmutableArray<CalledStep> Steps, ImmutableArray<BlindSpot> BlindSpots)
{
    public static readonly BodyFacts None = new([], [], [], []);

    /// <summary>What it calls depends on the type arguments that it is called with.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>It uses a control, or something else that this product brings.</summary>
    public bool UsesControls { get; init; }
}
