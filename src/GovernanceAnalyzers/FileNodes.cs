using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers;

/// <summary>
/// The nodes of a file that rules start from because of how they are written. Found in one walk for all rules and kept by file, so that an edit costs a
/// walk of the edited file; a node action would cost every rule a look at every node.
/// </summary>
internal sealed class FileNodes
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileNodes> s_files = new();

    private readonly List<SyntaxNode> _markedFunctions = [];
    private readonly List<AttributeSyntax> _attributes = [];
    private readonly List<BaseObjectCreationExpressionSyntax> _initialised = [];

    private FileNodes(SyntaxTree tree)
    {
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case LocalFunctionStatementSyntax { AttributeLists.Count: > 0 } or ParenthesizedLambdaExpressionSyntax { AttributeLists.Count: > 0 }:
                    _markedFunctions.Add(node);
                    break;
                case AttributeSyntax { ArgumentList.Arguments.Count: >= 2 } attribute:
                    _attributes.Add(attribute);
                    break;
                case BaseObjectCreationExpressionSyntax { Initializer.Expressions.Count: >= 2 } creation:
                    _initialised.Add(creation);
                    break;
            }
        }
    }

    /// <summary>Local functions and lambdas with an attribute: no symbol action comes by there.</summary>
    public IReadOnlyList<SyntaxNode> MarkedFunctions => _markedFunctions;

    /// <summary>Attributes with two arguments and more.</summary>
    public IReadOnlyList<AttributeSyntax> Attributes => _attributes;

    /// <summary>Objects that are made and given two members and more in one expression.</summary>
    public IReadOnlyList<BaseObjectCreationExpressionSyntax> Initialised => _initialised;

    public static FileNodes Of(SyntaxTree tree) => s_files.GetValue(tree, static t => new(t));
}
