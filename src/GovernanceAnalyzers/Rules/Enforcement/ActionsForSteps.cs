using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// The names of the members that only a step may call: by the project's contracts, by those of the assemblies that it references, and by its lists.
/// Names alone, so that nothing is bound in a code base that never says one.
/// </summary>
internal sealed class ActionsForSteps
{
    private const string Property = "OnlyFromSteps";
    private const string OperatorPrefix = "op_";

    private static readonly ImmutableArray<SyntaxKind> s_creations =
    [
        SyntaxKind.ObjectCreationExpression, SyntaxKind.ImplicitObjectCreationExpression, SyntaxKind.BaseConstructorInitializer,
        SyntaxKind.ThisConstructorInitializer, SyntaxKind.PrimaryConstructorBaseType,
    ];

    private static readonly ImmutableArray<SyntaxKind> s_indexings =
        [SyntaxKind.ElementAccessExpression, SyntaxKind.ElementBindingExpression, SyntaxKind.ImplicitElementAccess];

    private static readonly ImmutableArray<SyntaxKind> s_operators =
    [
        SyntaxKind.AddExpression, SyntaxKind.SubtractExpression, SyntaxKind.MultiplyExpression, SyntaxKind.DivideExpression, SyntaxKind.ModuloExpression,
        SyntaxKind.LeftShiftExpression, SyntaxKind.RightShiftExpression, SyntaxKind.UnsignedRightShiftExpression, SyntaxKind.BitwiseAndExpression,
        SyntaxKind.BitwiseOrExpression, SyntaxKind.ExclusiveOrExpression, SyntaxKind.LogicalAndExpression, SyntaxKind.LogicalOrExpression,
        SyntaxKind.EqualsExpression, SyntaxKind.NotEqualsExpression, SyntaxKind.LessThanExpression, SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.UnaryPlusExpression, SyntaxKind.UnaryMinusExpression,
        SyntaxKind.LogicalNotExpression, SyntaxKind.BitwiseNotExpression, SyntaxKind.PreIncrementExpression, SyntaxKind.PreDecrementExpression,
        SyntaxKind.PostIncrementExpression, SyntaxKind.PostDecrementExpression, SyntaxKind.AddAssignmentExpression, SyntaxKind.SubtractAssignmentExpression,
        SyntaxKind.MultiplyAssignmentExpression, SyntaxKind.DivideAssignmentExpression, SyntaxKind.ModuloAssignmentExpression,
        SyntaxKind.LeftShiftAssignmentExpression, SyntaxKind.RightShiftAssignmentExpression, SyntaxKind.UnsignedRightShiftAssignmentExpression,
        SyntaxKind.AndAssignmentExpression, SyntaxKind.OrAssignmentExpression, SyntaxKind.ExclusiveOrAssignmentExpression, SyntaxKind.CastExpression,
    ];

    private static readonly ConditionalWeakTable<SyntaxTree, List<string>> s_inTrees = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, List<string>> s_inAssemblies = new();

    private readonly HashSet<string> _names;
    private readonly List<string> _prefixes;

    private ActionsForSteps(HashSet<string> names, List<string> prefixes)
    {
        _names = names;
        _prefixes = prefixes;
    }

    /// <summary>Nothing in this compilation is for steps only.</summary>
    public bool IsEmpty => _names.Count == 0 && _prefixes.Count == 0;

    /// <summary>The syntax that calls such a member without its name.</summary>
    public IEnumerable<SyntaxKind> Nameless => new[]
    {
        _names.Contains(WellKnownMemberNames.InstanceConstructorName) ? s_creations : [],
        _names.Contains(WellKnownMemberNames.Indexer) || _names.Contains("Item") ? s_indexings : [],
        _names.Any(n => n.StartsWith(OperatorPrefix, StringComparison.Ordinal)) ? s_operators : [],
    }.SelectMany(kinds => kinds);

    public bool MayBe(string name) => _names.Contains(name) || _prefixes.Any(p => name.StartsWith(p, StringComparison.Ordinal));

    public static ActionsForSteps In(RuleContext context)
    {
        var lines = context.Lists.All.SelectMany(l => l.File.Rows).Where(r => r.OnlyFromSteps).ToList();
        var names = new HashSet<string>(lines.Where(r => !r.Symbol.IsPrefix).SelectMany(r => r.Symbol.Names).Select(WithoutAccessor), StringComparer.Ordinal);
        if (context.Symbols.ConsequentialAction is { } contract)
        {
            names.UnionWith(context.Compilation.SyntaxTrees.SelectMany(t => s_inTrees.GetValue(t, static tree => Declared(tree.GetRoot()).ToList())));
            names.UnionWith(context.Compilation.References.Select(context.Compilation.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
                .Where(a => a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == contract.ContainingAssembly.Name)))
                .SelectMany(a => s_inAssemblies.GetValue(a, _ => Promised(a, contract).ToList())));
        }

        return new(names, [.. lines.Where(r => r.Symbol.IsPrefix).Select(r => r.Symbol.Name)]);
    }

    /// <summary>Looks at declarations, and into no body.</summary>
    private static IEnumerable<string> Declared(SyntaxNode root)
        => root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or BaseTypeDeclarationSyntax or BasePropertyDeclarationSyntax or AccessorListSyntax)
            .Where(n => n switch
            {
                MemberDeclarationSyntax member => member.AttributeLists.Any(Says),
                AccessorDeclarationSyntax accessor => accessor.AttributeLists.Any(Says),
                _ => false,
            })
            .Select(n => n switch
            {
                MethodDeclarationSyntax method => method.Identifier.ValueText,
                ConstructorDeclarationSyntax => WellKnownMemberNames.InstanceConstructorName,
                OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => OperatorPrefix,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
                IndexerDeclarationSyntax or AccessorDeclarationSyntax { Parent.Parent: IndexerDeclarationSyntax } => WellKnownMemberNames.Indexer,
                _ => "",
            })
            .Where(n => n.Length > 0);

    private static bool Says(AttributeListSyntax list)
        => list.Attributes.Any(a => a.ArgumentList?.Arguments.Any(g => g.NameEquals?.Name.Identifier.ValueText == Property) == true);

    private static IEnumerable<string> Promised(IAssemblySymbol assembly, INamedTypeSymbol contract)
        => GovernedCode.Types(assembly.GlobalNamespace).SelectMany(t => t.GetMembers())
            .Where(m => m is IMethodSymbol or IPropertySymbol && m.Attribute(contract)?.Named(Property) is true)
            .Select(m => m is IPropertySymbol { IsIndexer: true } or IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } }
                ? WellKnownMemberNames.Indexer
                : WithoutAccessor(m.MetadataName.Substring(m.MetadataName.LastIndexOf('.') is > 0 and var dot ? dot + 1 : 0)));

    private static string WithoutAccessor(string name)
        => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring(4) : name;
}
