using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// A call that makes a container, or the run time, make a class: the members of Microsoft.Extensions.DependencyInjection and what its packages add
/// there, known by name, for we depend on none of them.
/// </summary>
internal static class ServiceCall
{
    /// <summary>The types that the call names to be made, and where.</summary>
    public static IEnumerable<(ITypeSymbol Type, Location Place)> TypesOf(IOperation operation) => operation switch
    {
        IInvocationOperation call when IsCall(call.TargetMethod) => TypesOf(call),
        IObjectCreationOperation { Type.Name: "ServiceDescriptor" } descriptor when IsContainers(descriptor.Type) => NamedIn(descriptor.Arguments),
        _ => [],
    };

    /// <summary>It makes an object at once and registers none.</summary>
    public static bool Makes(IOperation operation)
        => operation is IInvocationOperation { TargetMethod.ContainingType.Name: "ActivatorUtilities" or "Activator" };

    private static IEnumerable<(ITypeSymbol Type, Location Place)> TypesOf(IInvocationOperation call)
    {
        // Where the call is handed the object or how to make it, that is looked at where it is made.
        var isHanded = call.TargetMethod.Parameters.Any(p => p.Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnsVoid: false });
        var name = call.Syntax is InvocationExpressionSyntax invocation ? NameOf(invocation.Expression) : null;
        var written = name is GenericNameSyntax && !isHanded
            ? call.TargetMethod.TypeArguments.Select(type => (type, name.GetLocation()))
            : [];
        return written.Concat(NamedIn(call.Arguments));
    }

    private static IEnumerable<(ITypeSymbol Type, Location Place)> NamedIn(ImmutableArray<IArgumentOperation> arguments)
        => arguments.Select(a => a.Value).OfType<ITypeOfOperation>().Select(named => (named.TypeOperand, named.Syntax.GetLocation()));

    private static bool IsCall(IMethodSymbol method)
        => (method.ContainingType is { Name: "Activator", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            && method.Name == "CreateInstance")
        || (IsContainers(method.ContainingType) && !IsHarmless(method.Name));

    /// <summary>What asks for a service, or takes one out.</summary>
    private static bool IsHarmless(string name)
        => name.StartsWith("Get", StringComparison.Ordinal) && name != "GetServiceOrCreateInstance"
        || name.StartsWith("Remove", StringComparison.Ordinal)
        || name.StartsWith("Is", StringComparison.Ordinal);

    private static bool IsContainers(ITypeSymbol? type)
        => type?.ContainingNamespace?.ToDisplayString() is { } space
        && (space == Space || space.StartsWith(Space + ".", StringComparison.Ordinal));

    private const string Space = "Microsoft.Extensions.DependencyInjection";

    private static SimpleNameSyntax? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
