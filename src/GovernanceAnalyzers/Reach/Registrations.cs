using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Reach;

/// <summary>
/// What the source registers with a container of Microsoft.Extensions.DependencyInjection: for which service, which class. Found by name in the text,
/// kept by file, and bound at the first call through an interface; a file without such a name costs a search of its text.
/// </summary>
internal sealed class Registrations(Compilation compilation, SourceModels models)
{
    private static readonly HashSet<string> s_names = new(
        from verb in new[] { "Add", "TryAdd", "AddKeyed", "TryAddKeyed", "" }
        from lifetime in new[] { "Singleton", "Scoped", "Transient" }
        select verb + lifetime, StringComparer.Ordinal)
    {
        "KeyedSingleton", "KeyedScoped", "KeyedTransient", "Describe", "DescribeKeyed", "AddHttpClient", "AddHostedService", "AddGoverned", "Decorate",
        "ServiceDescriptor",
    };

    private static readonly string[] s_hints = ["Singleton", "Scoped", "Transient", "AddHttpClient", "AddHostedService", "AddGoverned", "Decorate", "ServiceDescriptor"];

    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxNode[]> s_candidates = new();

    private readonly Lazy<ILookup<INamedTypeSymbol, (INamedTypeSymbol Service, INamedTypeSymbol? Class)>> _byService = new(() => Read(compilation, models));

    /// <summary>The classes that are registered for a service; null where none is, or where it is not to be seen what one registration makes.</summary>
    public IReadOnlyList<INamedTypeSymbol>? For(INamedTypeSymbol service)
    {
        var registered = _byService.Value[service.OriginalDefinition]
            .Where(r => r.Service.IsDefinition || TypeArguments.IsOpen(service) || GovernanceSymbols.Same(r.Service, service)).ToList();
        return registered.Count == 0 || registered.Exists(r => r.Class is null)
            ? null
            : [.. registered.Select(r => r.Class!).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).OrderBy(t => t.GetDocumentationCommentId(), StringComparer.Ordinal)];
    }

    private static ILookup<INamedTypeSymbol, (INamedTypeSymbol Service, INamedTypeSymbol? Class)> Read(Compilation compilation, SourceModels models)
        => compilation.SyntaxTrees.SelectMany(t => s_candidates.GetValue(t, Candidates)).SelectMany(c => Read(c, compilation, models))
            .ToLookup<(INamedTypeSymbol Service, INamedTypeSymbol?), INamedTypeSymbol>(r => r.Service.OriginalDefinition, SymbolEqualityComparer.Default);

    private static SyntaxNode[] Candidates(SyntaxTree tree)
    {
        var text = tree.GetText().ToString();
        return s_hints.Any(h => text.IndexOf(h, StringComparison.Ordinal) >= 0)
            ? [.. tree.GetRoot().DescendantNodes().Where(n => n switch
            {
                InvocationExpressionSyntax call => Name(call.Expression) is { } name && s_names.Contains(name.Identifier.ValueText),
                ObjectCreationExpressionSyntax creation => creation.Type is SimpleNameSyntax { Identifier.ValueText: "ServiceDescriptor" }
                    or QualifiedNameSyntax { Right.Identifier.ValueText: "ServiceDescriptor" },
                _ => false,
            })]
            : [];
    }

    /// <summary>Read from the types that are written, for a registration is one also where a package that is not there leaves it unbound.</summary>
    private static IEnumerable<(INamedTypeSymbol Service, INamedTypeSymbol? Class)> Read(SyntaxNode candidate, Compilation compilation, SourceModels models)
    {
        var model = models.Of(candidate.SyntaxTree);
        var (name, arguments) = candidate switch
        {
            InvocationExpressionSyntax call => (Name(call.Expression), call.ArgumentList.Arguments),
            ObjectCreationExpressionSyntax creation => (null, creation.ArgumentList?.Arguments ?? default),
            _ => default,
        };
        List<INamedTypeSymbol?> written =
        [
            .. name is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments.Select(Type) : [],
            .. arguments.Select(a => a.Expression).OfType<TypeOfExpressionSyntax>().Select(t => Type(t.Type)),
        ];
        var service = name?.Identifier.ValueText == "AddHostedService"
            ? compilation.GetTypesByMetadataName("Microsoft.Extensions.Hosting.IHostedService").FirstOrDefault()
            : written.FirstOrDefault();
        if (name is IdentifierNameSyntax && written.Count == 0 && models.OperationOf(candidate) is IInvocationOperation { TargetMethod.TypeArguments: [INamedTypeSymbol inferred, ..] })
        {
            service = inferred;
        }

        if (service is null)
        {
            yield break;
        }

        var made = arguments.Select(a => a.Expression).Where(e => e is not (TypeOfExpressionSyntax or LiteralExpressionSyntax)).SelectMany(Made).ToList();
        if (name?.Identifier.ValueText == "AddHostedService" && written is [{ } hosted])
        {
            yield return (service, hosted);
        }
        else if (written is [_, { TypeKind: TypeKind.Class or TypeKind.Struct } implementation] && !(made.Count > 0 && name?.Identifier.ValueText != "AddHttpClient"))
        {
            yield return (service, implementation);
        }
        else if (made.Count > 0)
        {
            foreach (var type in made)
            {
                yield return (service, type is { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } ? type : null);
            }
        }

        // Of typeof(IRepo<>) the definition: nothing implements the type without arguments that is written.
        INamedTypeSymbol? Type(TypeSyntax type) => model.GetTypeInfo(type).Type as INamedTypeSymbol is { TypeKind: not TypeKind.Error } named
            ? named.IsUnboundGenericType ? named.OriginalDefinition : named
            : null;

        // What a factory returns, or the object that is handed over.
        IEnumerable<INamedTypeSymbol?> Made(ExpressionSyntax argument) => argument switch
        {
            AnonymousFunctionExpressionSyntax { ExpressionBody: { } value } => [TypeOf(value)],
            AnonymousFunctionExpressionSyntax { Block: { } block } => block.DescendantNodes(n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>().Select(r => r.Expression).OfType<ExpressionSyntax>().Select(TypeOf),
            ObjectCreationExpressionSyntax { Type: not null } creation when Type(creation.Type)?.Name != "ServiceDescriptor" => [TypeOf(creation)],
            _ => Handed(argument),
        };

        IEnumerable<INamedTypeSymbol?> Handed(ExpressionSyntax argument)
            => model.GetTypeInfo(argument).Type is INamedTypeSymbol type && compilation.HasImplicitConversion(type, service) ? [TypeOf(argument)] : [];

        INamedTypeSymbol? TypeOf(ExpressionSyntax value)
        {
            while (value is CastExpressionSyntax cast)
            {
                value = cast.Expression;
            }

            return model.GetTypeInfo(value).Type as INamedTypeSymbol;
        }
    }

    private static SimpleNameSyntax? Name(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };
}
