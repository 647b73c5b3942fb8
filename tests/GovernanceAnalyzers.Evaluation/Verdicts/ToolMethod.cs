using GovernanceAnalyzers.Evaluation.Table;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Evaluation.Verdicts;

/// <summary>The declaration that a row of the table is about.</summary>
internal sealed record ToolMethod(SyntaxNode Declaration, ISymbol? Symbol)
{
    /// <summary>
    /// By its name in that file, the one nearest to the line, for lines differ by an attribute or a comment; else what stands on that line, for a lambda has no
    /// name of its own. Null where there is neither.
    /// </summary>
    public static ToolMethod? Find(SyntaxTree tree, Compilation compilation, ToolRow row)
    {
        var name = row.Method.Split('.', '(', '<') is { Length: > 1 } && row.Method.Split('(', '<')[0] is var plain ? plain.Split('.')[^1] : row.Method;
        var methods = tree.GetRoot().DescendantNodes().Where(IsCode).ToList();
        var declaration = methods.Where(m => NameOf(m) == name).MinBy(m => Distance(m, row.Line))
            ?? methods.Where(m => Distance(m, row.Line) == 0).MinBy(m => m.Span.Length);
        return declaration is null ? null : new(declaration, SymbolOf(compilation.GetSemanticModel(tree), declaration));
    }

    /// <summary>
    /// The finding is about this method: it names it as its entry point, or a lambda that is written in it, which a method that makes a tool hands over; or it stands in it and names
    /// none.
    /// </summary>
    public bool Has(Finding finding)
    {
        if (finding.EntryPoint is { } entryPoint && Symbol is not null)
        {
            var id = IdOf(Symbol, out var isInner);
            return isInner
                ? entryPoint.StartsWith(id + "#", StringComparison.Ordinal)
                  && (NameOf(Declaration) is { } name && entryPoint == $"{id}#{name}" || Holds(finding.Diagnostic.Location))
                : entryPoint == id || (entryPoint.StartsWith(id + "#", StringComparison.Ordinal) && Holds(finding.Diagnostic.Location));
        }

        return Holds(finding.Diagnostic.Location) && IsInnermost(finding.Diagnostic.Location)
            || finding.Id != Finding.Facts && finding.Diagnostic.AdditionalLocations.Any(Holds) && !finding.Diagnostic.Location.IsInSource;
    }

    /// <summary>What the compiler says inside it: names that stay unresolved.</summary>
    public int Unresolved(Compilation compilation) => compilation.GetSemanticModel(Declaration.SyntaxTree).GetDiagnostics(Declaration.FullSpan)
        .Count(d => d.Severity == DiagnosticSeverity.Error);

    private static bool IsCode(SyntaxNode node)
        => node is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or PropertyDeclarationSyntax;

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        AnonymousFunctionExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } => variable.Identifier.ValueText,
        _ => null,
    };

    private static ISymbol? SymbolOf(SemanticModel model, SyntaxNode declaration)
        => declaration is AnonymousFunctionExpressionSyntax ? model.GetSymbolInfo(declaration).Symbol : model.GetDeclaredSymbol(declaration);

    private static int Distance(SyntaxNode node, int line)
    {
        var span = node.SyntaxTree.GetLineSpan(node.FullSpan);
        var (first, last) = (node.SyntaxTree.GetLineSpan(node.Span).StartLinePosition.Line + 1, span.EndLinePosition.Line + 1);
        return line < first ? first - line : line > last ? line - last : 0;
    }

    /// <summary>The documentation id of the member it is or stands in.</summary>
    private static string IdOf(ISymbol symbol, out bool isInner)
    {
        var at = symbol;
        while (at is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
        {
            at = at.ContainingSymbol;
        }

        isInner = !ReferenceEquals(at, symbol);
        return at.GetDocumentationCommentId() ?? at.Name;
    }

    private bool Holds(Location location) => location.SourceTree == Declaration.SyntaxTree && Declaration.FullSpan.Contains(location.SourceSpan);

    /// <summary>A local function is not the method round it.</summary>
    private bool IsInnermost(Location location)
        => Declaration.FindNode(location.SourceSpan, getInnermostNodeForTie: true).AncestorsAndSelf().First(n => n is MethodDeclarationSyntax or LocalFunctionStatementSyntax || n == Declaration) == Declaration;
}
