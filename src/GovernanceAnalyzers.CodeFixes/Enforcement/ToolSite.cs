using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>A tool that acts by itself: what it is, and what a step in its place can look like.</summary>
internal sealed class ToolSite
{
    private ToolSite(IMethodSymbol method, MethodDeclarationSyntax declaration, SemanticModel model, GovernanceSymbols symbols, string tier)
    {
        Method = method;
        Declaration = declaration;
        Model = model;
        Symbols = symbols;
        Tier = tier;
        Return = StepReturn.Of(method.ReturnType, symbols);
        Result = Return.Kind != ReturnKind.Other ? Return.Result : method.ReturnsVoid ? null : method.ReturnType;
    }

    public IMethodSymbol Method { get; }

    public MethodDeclarationSyntax Declaration { get; }

    public SemanticModel Model { get; }

    public GovernanceSymbols Symbols { get; }

    /// <summary>The tier of the highest action that the tool reaches, by name.</summary>
    public string Tier { get; }

    public StepReturn Return { get; }

    /// <summary>What the tool gives, without the task; null where it gives nothing.</summary>
    public ITypeSymbol? Result { get; }

    public string Stem => GovernanceId.WithoutAsync(Method.Name);

    public string StepName => Stem + "StepAsync";

    public string CoreName => Stem + "StepCoreAsync";

    /// <summary>The tool answers in words, so what a pending or denied step says can reach the model. A tool without result can get words.</summary>
    public bool AnswersInWords => Result is null ? CanChangeSignature : Result.SpecialType == SpecialType.System_String;

    /// <summary>An override or an implementation has the signature that another declaration gives it.</summary>
    public bool CanChangeSignature => !Method.IsOverride && Method.ExplicitInterfaceImplementations.IsEmpty && !ImplementsInterface(Method);

    public bool NeedsGovernorParameter => Method.IsStatic && GovernorAccess.Of(Method, Symbols).Problem == GovernorProblem.Missing;

    /// <summary>Null, too, while the file does not parse: the formatter that rounds off the edit fails on some of what is half-typed.</summary>
    public static async Task<ToolSite?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return diagnostic.Properties.TryGetValue(RuleProperty.Member, out var member)
            && diagnostic.Properties.TryGetValue(RuleProperty.LowestTier, out var tier) && tier is not null
            && root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Parent: TypeDeclarationSyntax } declaration
            && !declaration.SyntaxTree.GetDiagnostics(cancellationToken).Any(d => d.Severity == DiagnosticSeverity.Error)
            && model?.GetDeclaredSymbol(declaration, cancellationToken) is { } method
            && method.GetDocumentationCommentId() == member
            && GovernanceSymbols.For(model.Compilation) is { CanDeclare: true, StepGovernor: not null } symbols
                ? new ToolSite(method, declaration, model, symbols, tier)
                : null;
    }

    /// <summary>A step can be written for it, and nothing that another declaration fixes would have to change.</summary>
    public bool CanBeGoverned()
        => Method is { IsGenericMethod: false, IsAbstract: false, IsExtern: false, IsPartialDefinition: false, PartialDefinitionPart: null }
        && Declaration is ({ Body: not null } or { ExpressionBody: not null }) and { Parent: ClassDeclarationSyntax or RecordDeclarationSyntax }
        && !Declaration.Modifiers.Any(SyntaxKind.UnsafeKeyword)
        && !Declaration.DescendantNodes(n => n is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).OfType<YieldStatementSyntax>().Any()
        && Method.Parameters.All(p => p.RefKind == RefKind.None && !p.Type.IsRefLikeType && p.Type.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer))
        && Result is not { IsRefLikeType: true } && Return.Kind != ReturnKind.Stream
        && IsInClasses(Method.ContainingType)
        && Method.ContainingType.GetMembers(StepName).IsEmpty && Method.ContainingType.GetMembers(CoreName).IsEmpty
        && (CanChangeSignature || (Return.Kind != ReturnKind.Other && !NeedsGovernorParameter))
        && (!NeedsGovernorParameter || (GovernorComesFromServices() && Method.Parameters.All(p => p.Name != "governor")));

    /// <summary>
    /// Who calls the tool fills a parameter of a service type from the container and does not show it to the model. Where a delegate is handed
    /// to a factory nothing is known of that, so a static one gets no parameter.
    /// </summary>
    private bool GovernorComesFromServices()
        => Method.GetAttributes().Any(a => GovernanceSymbols.Same(a.AttributeClass, Symbols.AutomationEntryPoint)
            || (a.AttributeClass is { } type && GovernanceSymbols.ServedEntryPointAttributes.Contains(MemberName.Full(type))))
        && !GovernanceSymbols.Same(Model.Compilation.GetEntryPoint(default), Method);

    private static bool IsInClasses(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.TypeKind != TypeKind.Class || type.IsFileLocal)
            {
                return false;
            }
        }

        return true;
    }

    private static bool ImplementsInterface(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(i => i.GetMembers(method.Name))
        .Any(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
}
