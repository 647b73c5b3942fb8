using System.Text;
using GovernanceAnalyzers.Generation.Models;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads the type round a step, and those round it.</summary>
internal static class TypeReader
{
    public static TypeModel Read(INamedTypeSymbol type)
    {
        var chain = Chain(type).Reverse().ToArray();
        return new(
            type.GetDocumentationCommentId() ?? "",
            CSharpText.TypeName(type),
            Namespace(type),
            chain.Select(Header).ToEquatableArray(),
            HintName(type.ContainingNamespace, chain.Select(NameInHint)),
            chain.All(t => t.Arity == 0 && IsSeenByAssembly(t)) ? CSharpText.Unused("GovernanceSteps", name => IsTaken(type, name)) : null);
    }

    /// <summary>A name that already means something in the type or round it.</summary>
    public static bool IsTaken(INamedTypeSymbol type, string name)
        => Chain(type).Any(t => t.Name == name || !t.GetMembers(name).IsEmpty || t.TypeParameters.Any(p => p.Name == name));

    public static IEnumerable<INamedTypeSymbol> Chain(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            yield return type;
        }
    }

    public static string Header(INamedTypeSymbol type)
    {
        // A pointer in a signature is refused as a step's parameter, and still C# wants an unsafe context to repeat it in. Not for what others implement: in
        // such a context no step could be asynchronous.
        var pointers = type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => m.IsPartialDefinition && m.GetAttributes().Any(a => a.AttributeClass?.Name == "WorkflowStepAttribute"))
            .SelectMany(m => m.Parameters.Select(p => p.Type).Append(m.ReturnType))
            .Any(t => t.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer);
        var keyword = type switch
        {
            { IsRecord: true, TypeKind: TypeKind.Struct } => "record struct",
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        return (pointers ? "unsafe " : "") + (type.IsRefLikeType ? "ref " : "")
             + $"partial {keyword} {CSharpText.Identifier(type.Name)}{CSharpText.TypeParameters(type.TypeParameters)}";
    }

    public static bool IsSeenByAssembly(INamedTypeSymbol type)
        => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    public static string? Namespace(INamedTypeSymbol type)
        => type.ContainingNamespace is { IsGlobalNamespace: false } space ? Namespace(space) : null;

    private static string Namespace(INamespaceSymbol space)
        => (space.ContainingNamespace is { IsGlobalNamespace: false } outer ? Namespace(outer) + "." : "") + CSharpText.Identifier(space.Name);

    /// <summary><c>Desk{T}</c></summary>
    public static string NameInHint(INamedTypeSymbol type) => type.Name + TypeParametersInHint(type);

    public static string TypeParametersInHint(INamedTypeSymbol type)
        => type.Arity == 0 ? "" : $"{{{string.Join(",", type.TypeParameters.Select(p => p.Name))}}}";

    /// <summary><c>Shop.Desk{T}.Inner</c>, of the characters that a hint name may have.</summary>
    public static string HintName(INamespaceSymbol space, IEnumerable<string> chain)
    {
        var name = string.Join(".", chain);
        var text = new StringBuilder(space.IsGlobalNamespace ? name : $"{space.ToDisplayString()}.{name}");
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = char.IsLetterOrDigit(text[i]) || text[i] is '.' or ',' or '{' or '}' or '_' ? text[i] : '_';
        }

        return text.ToString();
    }
}
