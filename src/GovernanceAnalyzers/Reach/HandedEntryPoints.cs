using GovernanceAnalyzers.Catalogue;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>Finds entry points at calls: delegates handed to a tool factory, types handed to a tool registration.</summary>
internal static class HandedEntryPoints
{
    private static readonly HashSet<string> s_registrations = new(StringComparer.Ordinal)
    {
        "WithTools", "AddFromType", "ImportPluginFromType", "CreateFromType",
    };

    private static readonly HashSet<string> s_names = new(
        GovernanceSymbols.EntryPointFactories.Select(f => f.Method).Concat(s_registrations), StringComparer.Ordinal);

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
            return call.Arguments.Where(a => IsCode(a.Parameter?.Type)).Take(1)
                .SelectMany(a => MethodsOfTarget(a.Value, call, declared).Append(Handed(a.Value, call, declared))).OfType<EntryPoint>();
        }

        return s_registrations.Contains(target.Name) && IsToolLibrary(target) && target.TypeArguments is [INamedTypeSymbol type]
            ? declared.RegisteredBy(type)
            : [];
    }

    private static bool IsCode(ITypeSymbol? type) => type is { Name: "Delegate" or "MethodInfo" } or { TypeKind: TypeKind.Delegate };

    /// <summary>A method that is found at run time, and is to run on an object of this type, may be any of the type's: <c>Create(method, new FileTools())</c>.</summary>
    private static IEnumerable<EntryPoint?> MethodsOfTarget(IOperation value, IInvocationOperation call, EntryPoints declared)
        => HandedCode.Of(value) is null
        && call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "target")?.Value is IConversionOperation { Operand.Type: INamedTypeSymbol type }
            ? declared.RegisteredBy(type).Select(e => e with { IsConfirmedByCaller = IsConfirmed(call) })
            : [];

    private static bool IsConfirmed(IInvocationOperation call)
        => call.Parent is IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "ApprovalRequiredAIFunction" } };

    /// <summary>The entry point that a handed delegate or method is; null where the method is one by declaration already.</summary>
    private static EntryPoint? Handed(IOperation value, IInvocationOperation call, EntryPoints declared)
    {
        var isConfirmed = IsConfirmed(call);
        switch (HandedCode.Of(value))
        {
            case IAnonymousFunctionOperation lambda:
                return new(GivenName(call) ?? "lambda", lambda.Symbol, lambda.Syntax.GetLocation())
                {
                    Body = lambda.Syntax, IsConfirmedByCaller = isConfirmed, NameInMember = GivenName(call) ?? $"lambda{NumberOf(call)}",
                };
            case IMethodReferenceOperation { Method: var method }:
                return OfMethod(method);
            case ITypeOfOperation { TypeOperand: var type } when HandedCode.NamedMethod(value, type) is { } method:
                return OfMethod(method);
            default:
                return Around() is { } around ? new(GivenName(call) ?? "unseen", around, value.Syntax.GetLocation())
                {
                    Body = value.Syntax, IsUnseen = true, IsConfirmedByCaller = isConfirmed,
                }
                : null;
        }

        EntryPoint? OfMethod(IMethodSymbol method)
        {
            if (declared.Of(method) is not null)
            {
                return null;
            }

            if (!declared.HasBody(method))
            {
                return OfAnother(method);
            }

            var declaration = method.DeclaringSyntaxReferences[0];
            return new(GivenName(call) ?? method.Name, method.OriginalDefinition, method.Locations.FirstOrDefault() ?? declaration.GetSyntax().GetLocation())
            {
                Body = method.MethodKind == MethodKind.LocalFunction ? declaration.GetSyntax() : null,
                NameInMember = method.MethodKind == MethodKind.LocalFunction ? method.Name : null,
                IsConfirmedByCaller = isConfirmed,
            };
        }

        // Its code is elsewhere, but which method it is stands here: what the catalogue or a contract says of it is what the tool does.
        EntryPoint? OfAnother(IMethodSymbol method)
            => Around() is { } around ? new(GivenName(call) ?? method.Name, around, value.Syntax.GetLocation())
            {
                Body = value.Syntax, NameInMember = GivenName(call) ?? method.Name, IsConfirmedByCaller = isConfirmed,
                IsUnseen = HandedCode.Of(value) is ITypeOfOperation,
            }
            : null;

        IMethodSymbol? Around()
            => call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is { } around
                ? around as IMethodSymbol ?? around.ContainingType?.InstanceConstructors.FirstOrDefault()
                : null;
    }

    private static string? GivenName(IInvocationOperation call)
    {
        var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Name is "name" or "functionName");
        return argument?.Value.ConstantValue is { HasValue: true, Value: string { Length: > 0 } name } ? name : null;
    }

    /// <summary>Which of its member's registrations the call is, from 1: lambdas that serve another purpose do not count.</summary>
    private static int NumberOf(IInvocationOperation call)
    {
        var member = call.Syntax.FirstAncestorOrSelf<MemberDeclarationSyntax>(m => m is not GlobalStatementSyntax) ?? call.Syntax.SyntaxTree.GetRoot();
        return member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(MayBe).TakeWhile(c => c.SpanStart < call.Syntax.SpanStart).Count() + 1;
    }

    private static bool IsToolLibrary(IMethodSymbol method)
        => method.ContainingType.Name.IndexOf("Mcp", StringComparison.Ordinal) >= 0
        || method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal);
}
