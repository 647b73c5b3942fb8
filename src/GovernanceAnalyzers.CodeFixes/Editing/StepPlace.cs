using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Where a new method of a step goes.</summary>
internal static class StepPlace
{
    /// <summary>The Core body where it is in the same type declaration, else the step.</summary>
    public static MethodDeclarationSyntax LastMethodOf(StepSite site)
        => ((TypeDeclarationSyntax)site.Method.Parent!).Members.OfType<MethodDeclarationSyntax>()
            .LastOrDefault(m => m.Identifier.ValueText == site.Step.CoreName) ?? site.Method;
}
