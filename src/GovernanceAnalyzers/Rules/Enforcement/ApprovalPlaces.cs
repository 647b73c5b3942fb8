using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// Where a StepApproval may be made, kept or handed over at all: there the operations are looked at, and nowhere else is a body bound for it. Told by the text of
/// files, for whoever does it writes the type's name or that of a member that has the type in its signature. Where there is a member that is used without its
/// name, such as an indexer, everything is looked at.
/// </summary>
internal sealed class ApprovalPlaces
{
    /// <summary>Called by what a language construct means, and not by their names.</summary>
    private static readonly HashSet<string> s_unnamed = new(StringComparer.Ordinal)
    {
        "Add", "AppendFormatted", "Cast", "Create", "Deconstruct", "Dispose", "DisposeAsync", "GetAsyncEnumerator", "GetAwaiter", "GetEnumerator", "GetPinnableReference", "GroupBy", "GroupJoin", "Join",
        "OrderBy", "OrderByDescending", "Select", "SelectMany", "ThenBy", "ThenByDescending", "Where",
    };

    private readonly Compilation _compilation;
    private readonly INamedTypeSymbol _approval;
    private readonly IReadOnlyList<IAssemblySymbol> _others;
    private readonly Lazy<Uses> _uses;
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();

    private ApprovalPlaces(Compilation compilation, INamedTypeSymbol approval, IReadOnlyList<IAssemblySymbol> others)
    {
        _compilation = compilation;
        _approval = approval;
        _others = others;
        _uses = new(Read);
    }

    /// <summary>Null where there is no such place: nobody can forge what nobody names and no other assembly asks for.</summary>
    public static ApprovalPlaces? In(Compilation compilation, INamedTypeSymbol approval)
    {
        // By name: a library that is older than this project was compiled against an older version.
        var others = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(a => a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == approval.ContainingAssembly.Name))).ToList();
        return FileMentions.In(compilation, Mention.Approval) || !others.All(Framework.IsOurs) ? new(compilation, approval, others) : null;
    }

    /// <summary>It may be in the code of this type, or in some part of the outermost one round it: there what is private is known without its type's name.</summary>
    public bool MayBeIn(INamedTypeSymbol type)
        => type.ContainingType is { } outer ? MayBeIn(outer) : type.DeclaringSyntaxReferences.Any(part => _files.GetOrAdd(part.SyntaxTree, MayBeIn));

    private bool MayBeIn(SyntaxTree file)
    {
        if (FileMentions.In(file, Mention.Approval) || _uses.Value.AreAnywhere)
        {
            return true;
        }

        var text = file.GetText().ToString();
        return _uses.Value.Names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0)
            || (_uses.Value.AreConstructed && file.GetRoot().DescendantNodes().Any(n => n.IsKind(SyntaxKind.ImplicitObjectCreationExpression)));
    }

    /// <summary>
    /// What has the type in its signature: of this project only in the files that name it, for a signature names its types. To have every signature bound would cost
    /// more than a keystroke may.
    /// </summary>
    private Uses Read()
    {
        var naming = _compilation.SyntaxTrees.Where(t => FileMentions.In(t, Mention.Approval)).ToList();
        var uses = new Uses(_approval) { AreAnywhere = naming.Any(HasGlobalAlias) };
        foreach (var assembly in _others.Append(_approval.ContainingAssembly))
        {
            var showsInternals = assembly.GivesAccessTo(_compilation.Assembly);
            foreach (var type in GovernedCode.Types(assembly.GlobalNamespace))
            {
                uses.Note(type, showsInternals);
            }
        }

        var models = new SourceModels(_compilation);
        foreach (var type in naming.SelectMany(file => TypesIn(file).Select(t => models.Of(file).GetDeclaredSymbol(t)))
            .OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default))
        {
            uses.Note(type, showsInternals: true);
        }

        return uses;
    }

    private static IEnumerable<MemberDeclarationSyntax> TypesIn(SyntaxTree file)
        => file.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<MemberDeclarationSyntax>()
            .Where(m => m is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax);

    /// <summary>Then other files may name it in any way.</summary>
    private static bool HasGlobalAlias(SyntaxTree file)
        => file.GetRoot() is CompilationUnitSyntax unit && unit.Usings.Any(u => u.Alias is not null && u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    /// <summary>The members that have the type in their signatures.</summary>
    private sealed class Uses(INamedTypeSymbol approval)
    {
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);

        public IReadOnlyCollection<string> Names => _names;

        /// <summary>One is used without its name.</summary>
        public bool AreAnywhere { get; set; }

        /// <summary>One is a constructor, for which <c>new(…)</c> is enough.</summary>
        public bool AreConstructed { get; private set; }

        public void Note(INamedTypeSymbol type, bool showsInternals)
        {
            if (!IsSeen(type, showsInternals))
            {
                return;
            }

            AreAnywhere |= Has(type.BaseType) || type.AllInterfaces.Any(Has) || type.DelegateInvokeMethod is { } invoke && Has(invoke);
            foreach (var member in type.GetMembers().Where(m => !m.IsImplicitlyDeclared && IsSeen(m, showsInternals)))
            {
                switch (member)
                {
                    case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                        // What may be empty is nothing to forge, and whoever has one to hand over has it from elsewhere.
                        if (constructor.Parameters.Any(p => p.NullableAnnotation != NullableAnnotation.Annotated && Has(p.Type)))
                        {
                            AreConstructed = true;
                            _names.Add(type.Name);
                        }

                        break;
                    case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when Has(method):
                        Note(method.Name);
                        break;
                    case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method when Has(method):
                    case IPropertySymbol { IsIndexer: true } indexer when Has(indexer.Type) || indexer.Parameters.Any(p => Has(p.Type)):
                        AreAnywhere = true;
                        break;
                    case IPropertySymbol { IsIndexer: false } property when Has(property.Type):
                        Note(property.Name);
                        break;
                    case IFieldSymbol field when Has(field.Type):
                        Note(field.Name);
                        break;
                    case IEventSymbol changed when Has(changed.Type):
                        Note(changed.Name);
                        break;
                }
            }
        }

        /// <summary>What is private is used within its outermost type alone, where the type's name stands; what implements an interface explicitly, by the interface's member.</summary>
        private static bool IsSeen(ISymbol symbol, bool showsInternals) => symbol.DeclaredAccessibility switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal => showsInternals,
            _ => true,
        };

        private void Note(string name)
        {
            AreAnywhere |= s_unnamed.Contains(name);
            _names.Add(name);
        }

        private bool Has(IMethodSymbol method) => Has(method.ReturnType) || method.Parameters.Any(p => Has(p.Type));

        private bool Has(ITypeSymbol? type) => type switch
        {
            INamedTypeSymbol named => GovernanceSymbols.Same(named, approval) || named.TypeArguments.Any(Has) || Has(named.ContainingType),
            IArrayTypeSymbol array => Has(array.ElementType),
            IPointerTypeSymbol pointer => Has(pointer.PointedAtType),
            IFunctionPointerTypeSymbol pointer => Has(pointer.Signature),
            _ => false,
        };
    }
}
