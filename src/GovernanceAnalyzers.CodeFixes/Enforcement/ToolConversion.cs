using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>Writes the three methods that a governed tool is made of: the tool that forwards, the step, and the body that was the tool's.</summary>
internal sealed class ToolConversion(ToolSite tool, SyntaxGenerator generator)
{
    /// <summary>Name, attributes, documentation and parameters as they were; a governor from the container where a static tool has none.</summary>
    public MethodDeclarationSyntax Tool()
    {
        var call = InvocationExpression(IdentifierName(tool.StepName), ArgumentList(SeparatedList(
            Parameters(bare: false).Select(p => Argument(IdentifierName(p.Identifier.WithoutTrivia()))),
            Parameters(bare: false).Skip(1).Select(_ => Comma()))));
        var body = tool.AnswersInWords ? InWords(call) : call;
        var method = tool.Declaration
            .WithParameterList(EndingItsLine(ToolParameters()))
            .WithBody(null)
            .WithExpressionBody(ArrowExpressionClause(IndentedArrow(), body))
            .WithSemicolonToken(Token(SyntaxKind.SemicolonToken).WithTrailingTrivia(tool.Declaration.GetTrailingTrivia()));
        method = method.Async(tool.AnswersInWords);
        return ToolReturn() is { } type ? method.WithReturnType(type.WithTriviaFrom(method.ReturnType)) : method;
    }

    /// <summary>Internal, for a public method of a tool type may be offered to the model as a tool of its own.</summary>
    public MethodDeclarationSyntax Step()
    {
        var id = GovernanceId.Suggest(tool.Stem) ?? "step";
        var isStatic = tool.Method.IsStatic ? "static " : "";
        var step = (MethodDeclarationSyntax)ParseMemberDeclaration(
            $"[WorkflowStep(\"{id}\", RiskTier.{tool.Tier})]\ninternal {isStatic}partial Task {tool.StepName}();")!;
        return step
            .WithReturnType(StepReturnType().WithTrailingTrivia(Space))
            .WithParameterList(CoreMethod.List(Parameters(bare: false)))
            .WithLeadingTrivia(ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>The tool's own body, private, so that nobody reaches it but through the step.</summary>
    public MethodDeclarationSyntax Core()
    {
        var body = tool.Return.Kind != ReturnKind.Other ? tool.Declaration : TaskReturning.Convert(tool.Declaration, tool.Method, TaskOf(tool.Result));
        return body.AsCore(tool.CoreName, CoreMethod.List(Parameters(bare: true)));
    }

    /// <summary>Signature and call together are longer than a line.</summary>
    private ParameterListSyntax EndingItsLine(ParameterListSyntax parameters)
    {
        var endOfLine = tool.Declaration.DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        return parameters.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia) || endOfLine == default
            ? parameters
            : parameters.WithTrailingTrivia(endOfLine);
    }

    private SyntaxToken IndentedArrow()
    {
        var indentation = tool.Declaration.GetLeadingTrivia().LastOrDefault(t => t.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
        return Token(TriviaList(Whitespace(indentation + "    ")), SyntaxKind.EqualsGreaterThanToken, TriviaList(Space));
    }

    private ExpressionSyntax InWords(ExpressionSyntax call)
    {
        var outcome = ParenthesizedExpression(AwaitExpression(Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(Space), call));
        var words = tool.Result switch
        {
            null => "",
            { NullableAnnotation: NullableAnnotation.Annotated } => "text => text ?? \"\"",
            _ => "text => text",
        };
        return InvocationExpression(
            MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, outcome, IdentifierName("ForModel")), ParseArgumentList($"({words})"));
    }

    /// <summary>Null where the tool keeps its type.</summary>
    private TypeSyntax? ToolReturn() => tool switch
    {
        { AnswersInWords: true, Result: null } => TaskOf(tool.Model.Compilation.GetSpecialType(SpecialType.System_String)),
        { Return.Kind: ReturnKind.Other } => TaskOf(tool.Result),
        _ => null,
    };

    private TypeSyntax StepReturnType()
    {
        if (!tool.AnswersInWords)
        {
            return tool.Return.Kind == ReturnKind.Other ? TaskOf(tool.Result) : tool.Declaration.ReturnType.WithoutTrivia();
        }

        return TaskOf(tool.Result is { } result ? tool.Symbols.StepOutcomeOf!.Construct(result) : tool.Symbols.StepOutcome);
    }

    private TypeSyntax TaskOf(ITypeSymbol? result)
        => (TypeSyntax)generator.TypeExpression(result is null ? tool.Symbols.Task! : tool.Symbols.TaskOf!.Construct(result), addImport: true);

    private ParameterListSyntax ToolParameters()
    {
        if (!tool.NeedsGovernorParameter)
        {
            return tool.Declaration.ParameterList;
        }

        return tool.Declaration.ParameterList.Insert(GovernorEditing.Position(tool.Method, tool.Symbols), Governor(forTool: true));
    }

    /// <summary>The tool's parameters without their attributes, on one line; bare ones also without defaults.</summary>
    private List<ParameterSyntax> Parameters(bool bare)
    {
        var parameters = tool.Declaration.ParameterList.Parameters
            .Select(p => bare ? p.Bare() : p.WithAttributeLists(default).WithModifiers(default).WithoutTrivia())
            .ToList();
        if (tool.NeedsGovernorParameter)
        {
            parameters.Insert(GovernorEditing.Position(tool.Method, tool.Symbols), Governor(forTool: false));
        }

        return parameters;
    }

    /// <summary>Semantic Kernel takes a service only where it is told to.</summary>
    private ParameterSyntax Governor(bool forTool)
    {
        var parameter = GovernorEditing.Parameter(tool.Symbols, generator);
        var fromServices = forTool && tool.Method.GetAttributes().Any(a => a.AttributeClass?.Name == "KernelFunctionAttribute");
        return fromServices
            ? parameter.WithAttributeLists(SingletonList(AttributeList(SingletonSeparatedList(Attribute(
                ParseName("Microsoft.SemanticKernel.FromKernelServices").WithAdditionalAnnotations(Microsoft.CodeAnalysis.Simplification.Simplifier.Annotation))))
                .WithTrailingTrivia(Space)))
            : parameter;
    }

    private static SyntaxToken Comma() => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space);
}
