using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>A lambda that C# hands on as data: who gets it reads it, and may or may not run it.</summary>
internal static class ExpressionTree
{
    public static bool IsMadeBy(IOperation operation)
        => operation is IConversionOperation { Operand: IAnonymousFunctionOperation, Type: INamedTypeSymbol { Name: "Expression", IsGenericType: true } type }
        && type.ContainingNamespace.ToDisplayString() == "System.Linq.Expressions";
}
