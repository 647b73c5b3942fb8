using System.Composition;
using GovernanceAnalyzers.CodeFixes.Editing;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace GovernanceAnalyzers.CodeFixes.Enforcement;

/// <summary>
/// GVN2017: registers with <c>AddGoverned</c> what <c>AddSingleton</c>, <c>AddScoped</c> or <c>AddTransient</c> registered bare, for as long a life. What
/// is registered only if nothing else is, by key or as an object, asks for a thought.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImplementationMustStayBehindDecoratorFix)), Shared]
public sealed class ImplementationMustStayBehindDecoratorFix : RuleFix
{
    /// <summary>Makes the fix.</summary>
    public ImplementationMustStayBehindDecoratorFix()
        : base("GVN2017", FixAllScopes.All)
    {
    }

    internal override async Task<IEnumerable<Offer>> OffersAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var reported = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        return reported is not null && model is not null && GovernanceSymbols.For(model.Compilation) is { } symbols
            && model.Compilation.GetTypeByMetadataName("Governance.GovernanceServiceCollectionExtensions") is not null
            && reported.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().Select(call => Registration.Of(call, model, symbols))
                .FirstOrDefault(found => found is not null) is { } registration
                ? [Offer(registration)]
                : [];
    }

    private static Offer Offer(Registration registration) => new(
        $"Register it behind the decorator of '{registration.Contract}'",
        nameof(ImplementationMustStayBehindDecoratorFix),
        async (edit, ct) =>
        {
            var editor = await edit.EditorOfAsync(registration.Call, ct).ConfigureAwait(false);
            editor.ReplaceNode(registration.Call, (node, _) => registration.Governed((InvocationExpressionSyntax)node));
            if (registration.Call.SyntaxTree.GetRoot(ct) is CompilationUnitSyntax file && !registration.SeesGovernance)
            {
                editor.ReplaceNode(file, (node, _) => WithGovernance((CompilationUnitSyntax)node));
            }
        });

    private static CompilationUnitSyntax WithGovernance(CompilationUnitSyntax file) => file.Usings.Any(u => u.Name?.ToString() == "Governance")
        ? file
        : file.WithUsings(file.Usings.Insert(0, UsingDirective(IdentifierName("Governance")).NormalizeWhitespace().WithTrailingTrivia(ElasticLineFeed)));

    /// <summary>A registration that <c>AddGoverned</c> can take the place of.</summary>
    private sealed record Registration(
        InvocationExpressionSyntax Call, string Contract, string? Lifetime, TypeSyntax[] Types, bool IsByTypes,
        bool SeesGovernance)
    {
        private static readonly string[] s_lifetimes = ["Singleton", "Scoped", "Transient"];

        public static Registration? Of(InvocationExpressionSyntax call, SemanticModel model, GovernanceSymbols symbols)
        {
            if (call.Expression is not MemberAccessExpressionSyntax access
                || s_lifetimes.FirstOrDefault(l => "Add" + l == access.Name.Identifier.ValueText) is not { } lifetime
                || TypesIn(access.Name, call.ArgumentList) is not { } types
                || model.GetTypeInfo(types[0]).Type is not INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false } contract
                || contract.Attribute(symbols.GovernedWorkflow) is null || !Decorator.HasSteps(contract, symbols))
            {
                return null;
            }

            var seen = model.LookupNamespacesAndTypes(call.SpanStart, name: "GovernanceServiceCollectionExtensions");
            return new(call, contract.Name, lifetime == "Transient" ? null : lifetime, types, access.Name is not GenericNameSyntax, !seen.IsEmpty);
        }

        public InvocationExpressionSyntax Governed(InvocationExpressionSyntax call)
        {
            var access = (MemberAccessExpressionSyntax)call.Expression;
            var arguments = IsByTypes ? [] : call.ArgumentList.Arguments.AsEnumerable();
            if (Lifetime is { } lifetime)
            {
                arguments = arguments.Append(Argument(MemberAccessExpression(
                    SyntaxKind.SimpleMemberAccessExpression, IdentifierName("ServiceLifetime"), IdentifierName(lifetime))));
            }

            var list = arguments.ToList();
            return call
                .WithExpression(access.WithName(GenericName(Identifier("AddGoverned"), List(Types)).WithTriviaFrom(access.Name)))
                .WithArgumentList(call.ArgumentList.WithArguments(SeparatedList(
                    list, list.Skip(1).Select(_ => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space)))));
        }

        /// <summary>The type arguments of <c>AddGoverned</c>: both types, or the interface alone where a lambda makes the implementation.</summary>
        private static TypeSyntax[]? TypesIn(SimpleNameSyntax name, ArgumentListSyntax arguments)
        {
            var types = (name as GenericNameSyntax)?.TypeArgumentList.Arguments ?? default;
            return (types.Count, arguments.Arguments.Select(a => a.Expression).ToArray()) switch
            {
                (2, []) => [.. types],
                (1 or 2, [LambdaExpressionSyntax]) => [types[0]],
                (0, [TypeOfExpressionSyntax contract, TypeOfExpressionSyntax implementation]) => [contract.Type, implementation.Type],
                _ => null,
            };
        }

        private static TypeArgumentListSyntax List(IEnumerable<TypeSyntax> types)
        {
            var all = types.Select(t => t.WithoutTrivia()).ToList();
            return TypeArgumentList(SeparatedList(
                all, all.Skip(1).Select(_ => Token(SyntaxKind.CommaToken).WithTrailingTrivia(Space))));
        }
    }
}
