using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers;

/// <summary>
/// The nodes of a file that rules start from because of how they are written. Found in one walk for all rules, where the text may have any of what is asked for,
/// and kept by file, so that an edit costs a walk of the edited file; a node action would cost every rule a look at every node.
/// </summary>
internal sealed class FileNodes
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileNodes> s_files = new();

    private readonly List<SyntaxNode> _markedFunctions = [];
    private readonly List<AttributeSyntax> _attributes = [];
    private readonly List<BaseObjectCreationExpressionSyntax> _initialised = [];
    private readonly List<InvocationExpressionSyntax> _handing = [];

    private FileNodes(SyntaxTree file)
    {
        foreach (var node in file.GetRoot().DescendantNodes())
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
                case InvocationExpressionSyntax call when HandedEntryPoints.MayBe(call):
                    _handing.Add(call);
                    break;
            }
        }
    }

    /// <summary>Local functions and lambdas with an attribute: no symbol action comes by there.</summary>
    public static IReadOnlyList<SyntaxNode> MarkedFunctions(SyntaxTree file) => FileMentions.In(file, Mention.MarkedFunction) ? Of(file)._markedFunctions : [];

    /// <summary>Attributes with two arguments and more.</summary>
    public static IReadOnlyList<AttributeSyntax> Attributes(SyntaxTree file) => Of(file)._attributes;

    /// <summary>Objects that are made and given two members and more in one expression, and that may be a gate's decision.</summary>
    public static IReadOnlyList<BaseObjectCreationExpressionSyntax> Decisions(SyntaxTree file) => FileMentions.In(file, Mention.Decision) ? Of(file)._initialised : [];

    /// <summary>Calls that may hand code to a framework for tools, by their names.</summary>
    public static IReadOnlyList<InvocationExpressionSyntax> Handing(SyntaxTree file) => Of(file)._handing;

    private static FileNodes Of(SyntaxTree file) => s_files.GetValue(file, static t => new(t));
}
