using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Steps;

/// <summary>
/// The names by which code outside a step's type may reach past the step: of Core bodies and rollback handlers that are not private, and of those that an
/// interface declares. Read off the declarations, without binding anything, and kept by file: most compilations have none, and then no call in them is
/// looked at. There are rather too many than too few of them; what a name means is decided on symbols.
/// </summary>
internal sealed class ExposedNames
{
    private static readonly ConditionalWeakTable<Compilation, ExposedNames> s_cache = new();
    private static readonly ConditionalWeakTable<SyntaxTree, FileNames> s_files = new();
    private static readonly ConditionalWeakTable<IAssemblySymbol, string[]> s_assemblies = new();

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private ExposedNames(GovernanceSymbols symbols)
    {
        var files = symbols.Compilation.SyntaxTrees.Select(t => s_files.GetValue(t, static tree => FileNames.Of(tree.GetRoot()))).ToList();
        var internals = new HashSet<string>(files.SelectMany(f => f.Internals), StringComparer.Ordinal);
        var isAny = files.Any(f => f.IsAny);
        if (isAny || internals.Count > 0)
        {
            _names.UnionWith(files.SelectMany(f => f.Open).Where(name => isAny || internals.Contains(name)));
        }

        var ofOthers = symbols.Compilation.SourceModule.ReferencedAssemblySymbols
            .SelectMany(a => s_assemblies.GetValue(a, assembly => InterfacesOf(assembly, symbols))).ToList();
        _names.UnionWith(ofOthers);
        HasGovernedInterface = ofOthers.Count > 0 || files.Any(f => f.HasInterface);
    }

    /// <summary>An interface, here or in an assembly that is referenced, may have steps.</summary>
    public bool HasGovernedInterface { get; }

    public bool IsEmpty => _names.Count == 0;

    public static ExposedNames In(GovernanceSymbols symbols) => s_cache.GetValue(symbols.Compilation, _ => new(symbols));

    public bool Contains(string name) => _names.Contains(name);

    /// <summary>The members of another assembly's interfaces with steps. Only one that knows our attributes can have any.</summary>
    private static string[] InterfacesOf(IAssemblySymbol assembly, GovernanceSymbols symbols)
        => assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == symbols.WorkflowStep?.ContainingAssembly.Name))
            ? [.. GovernedCode.Types(assembly.GlobalNamespace)
                .Where(t => t.TypeKind == TypeKind.Interface && t.Attribute(symbols.GovernedWorkflow) is not null)
                .SelectMany(t => t.MemberNames)]
            : [];

    /// <summary>What one file adds.</summary>
    private sealed record FileNames(string[] Internals, string[] Open, bool HasInterface, bool IsAny)
    {
        private static readonly FileNames s_none = new([], [], false, false);

        public static FileNames Of(SyntaxNode root)
        {
            var internals = new List<string>();
            var open = new List<string>();
            var (hasInterface, isAny) = (false, false);
            foreach (var method in root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MethodDeclarationSyntax>())
            {
                if (!IsPrivate(method))
                {
                    open.Add(method.Identifier.ValueText);
                }

                // A step has an id at least. What its attribute is called is nobody's promise: it may have an alias.
                foreach (var attribute in method.AttributeLists.SelectMany(l => l.Attributes).Where(a => a.ArgumentList?.Arguments.Count > 0))
                {
                    var name = method.Identifier.ValueText;
                    internals.Add(name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5 ? name.Substring(0, name.Length - 5) + "CoreAsync" : name + "Core");
                    hasInterface |= method.Parent is InterfaceDeclarationSyntax { AttributeLists.Count: > 0 };
                    var handler = attribute.ArgumentList!.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == "Rollback")?.Expression;
                    if (handler is not null && NameIn(handler) is { } named)
                    {
                        internals.Add(named);
                    }
                    else
                    {
                        isAny |= handler is not null;
                    }
                }
            }

            return internals.Count + open.Count == 0 ? s_none : new([.. internals], [.. open], hasInterface, isAny);
        }

        private static string? NameIn(ExpressionSyntax handler) => handler switch
        {
            LiteralExpressionSyntax { Token.Value: string name } => name,
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: [{ Expression: var named }] } => named switch
            {
                SimpleNameSyntax name => name.Identifier.ValueText,
                MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
                _ => null,
            },
            _ => null,
        };

        private static bool IsPrivate(MethodDeclarationSyntax method)
        {
            var (isPrivate, isMore) = (false, false);
            foreach (var modifier in method.Modifiers)
            {
                isPrivate |= modifier.IsKind(SyntaxKind.PrivateKeyword);
                isMore |= modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword;
            }

            return !isMore && (isPrivate || method.Parent is not InterfaceDeclarationSyntax);
        }
    }
}
