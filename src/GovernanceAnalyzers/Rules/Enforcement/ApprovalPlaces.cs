using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;
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

    private readonly INamedTypeSymbol _approval;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SyntaxTree, bool> _files = new();
    private bool _isAnywhere;
    private bool _isConstructed;

    private ApprovalPlaces(INamedTypeSymbol approval) => _approval = approval;

    /// <summary>Null where there is no such place: nobody can forge what nobody names and no other assembly asks for.</summary>
    public static ApprovalPlaces? In(Compilation compilation, INamedTypeSymbol approval)
    {
        // By name: a library that is older than this project was compiled against an older version.
        var others = compilation.SourceModule.ReferencedAssemblySymbols
            .Where(a => a.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == approval.ContainingAssembly.Name))).ToList();
        if (!FileMentions.In(compilation, Mention.Approval) && others.All(Framework.IsOurs))
        {
            return null;
        }

        var places = new ApprovalPlaces(approval);
        places._isAnywhere = compilation.SyntaxTrees.Any(t => FileMentions.In(t, Mention.Approval) && HasGlobalAlias(t));
        foreach (var assembly in others.Append(approval.ContainingAssembly).Append(compilation.Assembly))
        {
            var showsInternals = GovernanceSymbols.Same(assembly, compilation.Assembly) || assembly.GivesAccessTo(compilation.Assembly);
            foreach (var type in GovernedCode.Types(assembly.GlobalNamespace))
            {
                places.Note(type, showsInternals);
            }
        }

        return places;
    }

    /// <summary>It may be in the code of this type, or in some part of the outermost one round it: there what is private is known without its type's name.</summary>
    public bool MayBeIn(INamedTypeSymbol type)
        => type.ContainingType is { } outer
            ? MayBeIn(outer)
            : _isAnywhere || type.DeclaringSyntaxReferences.Any(part => _files.GetOrAdd(part.SyntaxTree, MayBeIn));

    private bool MayBeIn(SyntaxTree file)
    {
        if (FileMentions.In(file, Mention.Approval))
        {
            return true;
        }

        var text = file.GetText().ToString();
        return _names.Any(name => text.IndexOf(name, StringComparison.Ordinal) >= 0)
            || (_isConstructed && file.GetRoot().DescendantNodes().Any(n => n.IsKind(SyntaxKind.ImplicitObjectCreationExpression)));
    }

    /// <summary>Then other files may name it in any way.</summary>
    private static bool HasGlobalAlias(SyntaxTree file)
        => file.GetRoot() is CompilationUnitSyntax unit && unit.Usings.Any(u => u.Alias is not null && u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    private void Note(INamedTypeSymbol type, bool showsInternals)
    {
        if (!IsSeen(type, showsInternals))
        {
            return;
        }

        _isAnywhere |= Has(type.BaseType) || type.AllInterfaces.Any(Has) || type.DelegateInvokeMethod is { } invoke && Has(invoke);
        foreach (var member in type.GetMembers().Where(m => !m.IsImplicitlyDeclared && IsSeen(m, showsInternals)))
        {
            switch (member)
            {
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    // What may be empty is nothing to forge, and whoever has one to hand over has it from elsewhere.
                    if (constructor.Parameters.Any(p => p.NullableAnnotation != NullableAnnotation.Annotated && Has(p.Type)))
                    {
                        _isConstructed = true;
                        _names.Add(type.Name);
                    }

                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method when Has(method):
                    Note(method.Name);
                    break;
                case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator or MethodKind.Conversion } method when Has(method):
                case IPropertySymbol { IsIndexer: true } indexer when Has(indexer.Type) || indexer.Parameters.Any(p => Has(p.Type)):
                    _isAnywhere = true;
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
        _isAnywhere |= s_unnamed.Contains(name);
        _names.Add(name);
    }

    private bool Has(IMethodSymbol method) => Has(method.ReturnType) || method.Parameters.Any(p => Has(p.Type));

    private bool Has(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol named => GovernanceSymbols.Same(named, _approval) || named.TypeArguments.Any(Has) || Has(named.ContainingType),
        IArrayTypeSymbol array => Has(array.ElementType),
        IPointerTypeSymbol pointer => Has(pointer.PointedAtType),
        IFunctionPointerTypeSymbol pointer => Has(pointer.Signature),
        _ => false,
    };
}
