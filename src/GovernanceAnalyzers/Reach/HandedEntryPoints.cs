using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Finds entry points at calls: delegates handed to a tool factory, types handed to a tool registration.</summary>
internal static class HandedEntryPoints
{
    private static readonly HashSet<string> s_registrations = new(StringComparer.Ordinal) { "WithTools", "AddFromType", "ImportPluginFromType", "CreateFromType" };

    private static readonly HashSet<string> s_names = new(GovernanceSymbols.EntryPointFactories.Select(f => f.Method).Concat(s_registrations), StringComparer.Ordinal);

    /// <summary>The name is one of those looked for: all that is asked of most calls, before anything is bound.</summary>
    public static bool MayBe(InvocationExpressionSyntax call) => s_names.Contains(call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => "",
    });

    public static IEnumerable<EntryPoint> Of(IInvocationOperation call, EntryPoints declared)
    {
        var target = call.TargetMethod;
        if (GovernanceSymbols.EntryPointFactories.Any(f => f.Method == target.Name && MemberName.IsIn(target.ContainingType, f.Type)))
        {
            return call.Arguments.Select(a => Delegate(a.Value, call, declared)).OfType<EntryPoint>().Take(1);
        }

        return s_registrations.Contains(target.Name) && IsToolLibrary(target) && target.TypeArguments is [INamedTypeSymbol type]
            ? declared.RegisteredBy(type)
            : [];
    }

    private static EntryPoint? Delegate(IOperation value, IInvocationOperation call, EntryPoints declared)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        var made = value is IDelegateCreationOperation creation ? creation.Target : value;
        var isConfirmed = call.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ApprovalRequiredAIFunction" } };
        switch (made)
        {
            case IAnonymousFunctionOperation lambda:
                return new(GivenName(call) ?? "lambda", lambda.Symbol, lambda.Syntax.GetLocation()) { Body = lambda.Syntax, IsConfirmedByCaller = isConfirmed };
            case IMethodReferenceOperation { Method: { DeclaringSyntaxReferences: [var reference, ..] } method } when declared.Of(method) is null:
                var declaration = reference.GetSyntax();
                return new(GivenName(call) ?? method.Name, method.OriginalDefinition, method.Locations.FirstOrDefault() ?? declaration.GetLocation())
                {
                    Body = method.MethodKind == MethodKind.LocalFunction ? declaration : null,
                    IsConfirmedByCaller = isConfirmed,
                };
            default:
                return null;
        }
    }

    private static string? GivenName(IInvocationOperation call)
        => call.Arguments.FirstOrDefault(a => a.Parameter?.Name is "name" or "functionName")?.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } name }
            ? name
            : null;

    private static bool IsToolLibrary(IMethodSymbol method)
        => method.ContainingType.Name.IndexOf("Mcp", StringComparison.Ordinal) >= 0
        || method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal);
}
