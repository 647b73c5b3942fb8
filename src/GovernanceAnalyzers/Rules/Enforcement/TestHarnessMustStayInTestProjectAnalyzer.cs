using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2018: the harness, whose decisions are scripted, is used by tests alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("What the program needs in its place, a journal and somebody to ask, is a decision.")]
public sealed class TestHarnessMustStayInTestProjectAnalyzer : GovernanceAnalyzer
{
    private const string Space = "Governance.Testing";

    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2018",
        GovernanceRule.Enforcement,
        "The test harness stays in test projects",
        "'{0}' belongs to the test harness, which decides in a person's place, and this is no test project: {1}");

    /// <summary>Makes the analyzer.</summary>
    public TestHarnessMustStayInTestProjectAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (context.Compilation.GetTypesByMetadataName(Space + ".GovernanceHarness").IsEmpty || TestProject.WhyNot(context) is not { } reason)
        {
            return;
        }

        var names = NamesOf(context.Compilation);
        context.OnFile((model, report) =>
        {
            // Once for each member: what else it does with the harness follows from the first.
            foreach (var uses in UsesIn(model, names).GroupBy(use => Owner(use.Place)))
            {
                var (place, type) = uses.FirstOrDefault(use => use.Place is not IdentifierNameSyntax { IsVar: true }) is { Place: not null } named ? named : uses.First();
                var symbol = model.GetDeclaredSymbol(Declarator(uses.Key)) ?? model.GetEnclosingSymbol(place.SpanStart);
                context.Waivable(symbol, report)(Diagnostic.Create(s_rule, NamedPlace.Of(place), type.Name, reason));
            }
        });
    }

    /// <summary>
    /// What a name can be that means the harness: one of its types or their members, an alias, or <c>var</c>. Only those are bound: binding each name of a file
    /// costs more than all other rules together.
    /// </summary>
    private static HashSet<string> NamesOf(Compilation compilation)
    {
        var types = Space.Split('.').Aggregate<string, INamespaceOrTypeSymbol?>(
            compilation.GlobalNamespace, (around, name) => around?.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault());
        var aliases = compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            .OfType<UsingDirectiveSyntax>().Select(directive => directive.Alias?.Name.Identifier.ValueText);
        return new(["var", .. types is null ? [] : Within(types), .. aliases.OfType<string>()], StringComparer.Ordinal);
    }

    private static IEnumerable<string> Within(INamespaceOrTypeSymbol around)
        => around.GetMembers().Where(m => m is not INamespaceSymbol).SelectMany(m => m is INamedTypeSymbol type ? Within(type).Append(type.Name) : [m.Name]);

    private static IEnumerable<(SyntaxNode Place, INamedTypeSymbol Type)> UsesIn(SemanticModel model, HashSet<string> names)
    {
        foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes(n => n is not UsingDirectiveSyntax && !IsNameOf(n, model)))
        {
            var canMean = node is SimpleNameSyntax name ? names.Contains(name.Identifier.ValueText) : node is ImplicitObjectCreationExpressionSyntax;
            var symbol = canMean ? model.GetSymbolInfo(node).Symbol : null;
            if ((symbol as INamedTypeSymbol ?? symbol?.ContainingType) is { } type && IsOfHarness(type.OriginalDefinition))
            {
                yield return (node, type);
            }
        }
    }

    private static bool IsOfHarness(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Space;

    /// <summary>A method may have that name, and what it is given runs.</summary>
    private static bool IsNameOf(SyntaxNode node, SemanticModel model)
        => node is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } && model.GetOperation(node) is INameOfOperation;

    /// <summary>The method, field or property; the type for what stands at its head; the file for its statements.</summary>
    private static SyntaxNode Owner(SyntaxNode place)
        => place.Ancestors().First(n => n is MemberDeclarationSyntax and not GlobalStatementSyntax or CompilationUnitSyntax);

    private static SyntaxNode Declarator(SyntaxNode owner) => owner is BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] } ? first : owner;
}
