namespace GovernanceAnalyzers.Catalogue;

/// <summary>Of which types a line means the member. A line with a nearer scope stands in the place of those with a wider one.</summary>
internal enum TypeScope
{
    /// <summary>The named type: <c>Ns.Type</c>.</summary>
    Itself,

    /// <summary>The named type, and every one that derives from it or implements it: <c>Ns.Type+</c>.</summary>
    Derived,

    /// <summary>Every type in the named namespace and below it: <c>Ns.*</c>.</summary>
    Namespace,
}
