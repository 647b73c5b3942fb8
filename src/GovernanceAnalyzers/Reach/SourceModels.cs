using System.Collections.Concurrent;

namespace GovernanceAnalyzers.Reach;

/// <summary>Operations of any file of the compilation: a step's Core body may stand in another file than the step.</summary>
internal sealed class SourceModels(Compilation compilation)
{
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public SemanticModel Of(SyntaxTree tree)
    {
        // The rule warns that a new model binds again. Under the analyzer driver the call returns the driver's own model of the tree; and only
        // bodies of steps, entry points and what they call are asked for.
#pragma warning disable RS1030
        return _models.GetOrAdd(tree, t => compilation.GetSemanticModel(t));
#pragma warning restore RS1030
    }

    /// <summary>It is declared in this compilation; an editor shows the code of other projects, too.</summary>
    public bool Has(ISymbol member) => GovernanceSymbols.Same(member.ContainingAssembly, compilation.Assembly);

    /// <summary>The node's operation; null where the node has none, or where it is not of this compilation.</summary>
    public IOperation? OperationOf(SyntaxNode node) => compilation.ContainsSyntaxTree(node.SyntaxTree) ? Of(node.SyntaxTree).GetOperation(node) : null;
}
