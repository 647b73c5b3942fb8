namespace GovernanceAnalyzers.Generation.Emission;

/// <summary>The marks that say who wrote a member.</summary>
internal static class GeneratedCode
{
    /// <summary>Rules and inspector know a plumbed step by this name.</summary>
    public static readonly string Attribute = "[global::System.CodeDom.Compiler.GeneratedCode(\"GovernanceAnalyzers\", \""
        + typeof(GeneratedCode).Assembly.GetName().Version.ToString(3) + "\")]";

    public const string Hidden = "[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]";
}
