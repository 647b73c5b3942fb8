using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Editing;

/// <summary>Gives a type or a static step its <c>IStepGovernor</c>.</summary>
internal static class GovernorEditing
{
    public const string ParameterName = "governor";

    public static ParameterSyntax Parameter(GovernanceSymbols symbols, SyntaxGenerator generator, string name = ParameterName)
        => ((ParameterSyntax)StepMethods.Parameter(name, symbols.StepGovernor!, generator)).WithoutTrivia().NormalizeSpace();

    /// <summary>Before the first optional or <c>params</c> parameter and a closing cancellation token.</summary>
    public static int Position(IMethodSymbol method, GovernanceSymbols symbols)
    {
        var index = method.Parameters.TakeWhile(p => !p.IsOptional && !p.IsParams).Count();
        return index == method.Parameters.Length && index > 0 && GovernanceSymbols.Same(method.Parameters[index - 1].Type, symbols.CancellationToken)
            ? index - 1
            : index;
    }

    public static ParameterListSyntax Insert(this ParameterListSyntax list, int index, ParameterSyntax parameter)
    {
        var all = list.Parameters.ToList();
        var separators = list.Parameters.GetSeparators().ToList();
        if (all.Count > 0)
        {
            separators.Insert(index < all.Count ? index : separators.Count, Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space));
        }

        all.Insert(index, parameter);
        return list.WithParameters(SeparatedList(all, separators));
    }

    /// <summary><c>class Desk</c> → <c>class Desk(IStepGovernor governor)</c>; a primary constructor gets one parameter more.</summary>
    public static TypeDeclarationSyntax WithPrimaryParameter(this TypeDeclarationSyntax type, ParameterSyntax parameter)
    {
        if (type.ParameterList is { } list)
        {
            var index = list.Parameters.TakeWhile(p => p.Default is null && !p.Modifiers.Any(SyntaxKind.ParamsKeyword)).Count();
            return type.WithParameterList(list.Insert(index, parameter));
        }

        // The list takes over the trivia after the name, which may be the end of the line.
        var name = (SyntaxNodeOrToken)(type.TypeParameterList is { } generic ? generic : type.Identifier);
        var added = ParameterList(SingletonSeparatedList(parameter)).WithTrailingTrivia(name.GetTrailingTrivia());
        var bare = type.TypeParameterList is { } parameters
            ? type.WithTypeParameterList(parameters.WithTrailingTrivia())
            : type.WithIdentifier(type.Identifier.WithTrailingTrivia());
        return bare.WithParameterList(added);
    }

    /// <summary>A constructor gets the parameter, and the type a field that it fills.</summary>
    public static TypeDeclarationSyntax WithField(
        this TypeDeclarationSyntax type, ConstructorDeclarationSyntax constructor, string field, ParameterSyntax parameter, SyntaxGenerator generator)
    {
        var index = constructor.ParameterList.Parameters.TakeWhile(p => p.Default is null && !p.Modifiers.Any(SyntaxKind.ParamsKeyword)).Count();
        var assignment = (StatementSyntax)generator.ExpressionStatement(
            generator.AssignmentStatement(generator.IdentifierName(field), generator.IdentifierName(ParameterName)));
        var filled = constructor
            .WithParameterList(constructor.ParameterList.Insert(index, parameter))
            .WithBody(constructor.Body!.WithStatements(constructor.Body.Statements.Insert(0, assignment)));
        var declaration = generator.FieldDeclaration(field, parameter.Type!, Accessibility.Private, DeclarationModifiers.ReadOnly);
        return (TypeDeclarationSyntax)generator.InsertMembers(type.ReplaceNode(constructor, filled), 0, declaration);
    }

    private static ParameterSyntax NormalizeSpace(this ParameterSyntax parameter)
        => parameter.WithType(parameter.Type!.WithTrailingTrivia(Space));
}
