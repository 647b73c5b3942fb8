using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GovernanceAnalyzers.Tests.TestKit;

/// <summary>"A class name starts with a capital letter", as an analyzer that behaves as most do.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public class CapitalAnalyzer : DiagnosticAnalyzer
{
    public CapitalAnalyzer()
        : this("TOY001", GeneratedCodeAnalysisFlags.None)
    {
    }

    protected CapitalAnalyzer(string id, GeneratedCodeAnalysisFlags flags, params string[] tags)
    {
        Flags = flags;
        Rule = new DiagnosticDescriptor(id, "Capital", "'{0}' starts small", "Toys", DiagnosticSeverity.Warning, true, customTags: tags);
    }

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    protected DiagnosticDescriptor Rule { get; }

    private GeneratedCodeAnalysisFlags Flags { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(Flags);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (char.IsLower(symbol.Symbol.Name[0]))
                {
                    symbol.ReportDiagnostic(Diagnostic.Create(Rule, symbol.Symbol.Locations[0], symbol.Symbol.Name));
                }
            },
            SymbolKind.NamedType);
    }
}

/// <summary>The same as a rule that nothing switches off.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public class StrictCapitalAnalyzer() : CapitalAnalyzer(
    "TOY002", GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics, WellKnownDiagnosticTags.NotConfigurable);

/// <summary>Says that nothing switches it off, and is silent in generated code all the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public class EvadableCapitalAnalyzer() : CapitalAnalyzer("TOY003", GeneratedCodeAnalysisFlags.None, WellKnownDiagnosticTags.NotConfigurable);

/// <summary>Suppresses TOY001.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public class CapitalSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_suppression = new("TOYS01", "TOY001", "Small is beautiful.");

    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [s_suppression];

    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            context.ReportSuppression(Suppression.Create(s_suppression, diagnostic));
        }
    }
}

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowingAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("TOY009", "Throws", "Throws", "Toys", DiagnosticSeverity.Warning, true)];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(_ => throw new InvalidOperationException("broken toy"));
    }
}

/// <summary>Writes the class name with a capital.</summary>
public class CapitalFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TOY001"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var declaration = root.FindNode(context.Span).FirstAncestorOrSelf<ClassDeclarationSyntax>()!;
        context.RegisterCodeFix(
            CodeAction.Create("Capitalise", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, Fix(declaration)))), "capitalise"),
            context.Diagnostics);
    }

    protected virtual ClassDeclarationSyntax Fix(ClassDeclarationSyntax declaration)
    {
        var name = declaration.Identifier.ValueText;
        return declaration.WithIdentifier(
            SyntaxFactory.Identifier(char.ToUpperInvariant(name[0]) + name[1..]).WithTriviaFrom(declaration.Identifier));
    }
}

/// <summary>Offers a fix and changes nothing.</summary>
public sealed class IdleFix : CapitalFix
{
    protected override ClassDeclarationSyntax Fix(ClassDeclarationSyntax declaration) => declaration;
}

/// <summary>Fixes one at a time, but its FixAll leaves everything in lower case and adds an s.</summary>
public sealed class WrongFixAllFix : CapitalFix
{
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
    {
        var root = (await document.GetSyntaxRootAsync(context.CancellationToken))!;
        var classes = root.DescendantNodes().OfType<ClassDeclarationSyntax>();
        return document.WithSyntaxRoot(root.ReplaceNodes(classes, (_, node) => Fix(node).WithIdentifier(SyntaxFactory.Identifier("Wrong "))));
    });
}
