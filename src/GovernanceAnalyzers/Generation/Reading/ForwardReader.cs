using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads a member of an interface that its decorator hands on as it is.</summary>
internal static class ForwardReader
{
    /// <param name="member">The member.</param>
    /// <param name="field">The decorator's field that it is handed on to.</param>
    /// <param name="undone">The step that the member undoes; it then refuses every call. Null otherwise.</param>
    public static ForwardedModel Read(ISymbol member, string field, Step? undone)
    {
        var contract = CSharpText.TypeName(member.ContainingType);
        var target = $"(({contract})this.{field})";
        var isObsolete = member.GetAttributes().Any(a => a.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" });
        return member switch
        {
            IMethodSymbol method => OfMethod(MethodReader.ReadExplicit(method), method, undone is null ? Call(method, target) : Refuse(undone), isObsolete),
            IPropertySymbol property => OfProperty(property, contract, target, isObsolete),
            _ => OfEvent((IEventSymbol)member, contract, target, isObsolete),
        };
    }

    /// <summary>On the member, not on the class: what is asynchronous beside it may not be unsafe.</summary>
    private static string Unsafe(ISymbol member) => NamesPointer(member) ? "unsafe " : "";

    private static bool NamesPointer(ISymbol member) => (member switch
    {
        IMethodSymbol method => method.Parameters.Select(p => p.Type).Append(method.ReturnType),
        IPropertySymbol property => property.Parameters.Select(p => p.Type).Append(property.Type),
        _ => [],
    }).Any(IsPointer);

    private static bool IsPointer(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => true,
        IArrayTypeSymbol array => IsPointer(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsPointer),
        _ => false,
    };

    private static ForwardedModel OfMethod(MethodModel model, IMethodSymbol method, string body, bool isObsolete) => new(
        $"{Unsafe(method)}{model.Returns} {model.Contract}.{model.Name}{model.TypeParameters}({string.Join(", ", model.Parameters)})",
        model.Constraints, $"=> {(method.ReturnsByRef || method.ReturnsByRefReadonly ? "ref " : "")}{body};", EquatableArray<string>.Empty, isObsolete);

    private static string Call(IMethodSymbol method, string target)
        => $"{target}.{CSharpText.Identifier(method.Name)}{CSharpText.TypeParameters(method.TypeParameters)}({Arguments(method.Parameters)})";

    private static string Refuse(Step step) => "throw new global::System.InvalidOperationException(" + CSharpText.Literal(
        $"{step.Rollback} undoes the step {step.FullId} and has no controls of its own: order the rollback from the governor (RollbackAsync).") + ")";

    private static ForwardedModel OfProperty(IPropertySymbol property, string contract, string target, bool isObsolete)
    {
        var type = MethodReader.Reference(property.RefKind) + CSharpText.Type(property.Type);
        var name = property.IsIndexer ? $"this[{string.Join(", ", property.Parameters.Select(MethodReader.Parameter))}]" : CSharpText.Identifier(property.Name);
        var value = property.IsIndexer ? $"{target}[{Arguments(property.Parameters)}]" : $"{target}.{CSharpText.Identifier(property.Name)}";
        var accessors = new List<string>();
        if (property.GetMethod is { DeclaredAccessibility: not Accessibility.Private })
        {
            accessors.Add($"get => {(property.RefKind == RefKind.None ? "" : "ref ")}{value};");
        }

        if (property.SetMethod is { DeclaredAccessibility: not Accessibility.Private } setter)
        {
            // Whoever is decorated has been made already, and nobody can initialise an explicit member of a decorator.
            accessors.Add(setter.IsInitOnly ? "init => throw new global::System.NotSupportedException();" : $"set => {value} = value;");
        }

        return new($"{Unsafe(property)}{type} {contract}.{name}", EquatableArray<string>.Empty, null, accessors.ToEquatableArray(), isObsolete);
    }

    private static ForwardedModel OfEvent(IEventSymbol @event, string contract, string target, bool isObsolete)
    {
        var name = CSharpText.Identifier(@event.Name);
        return new(
            $"event {CSharpText.Type(@event.Type)} {contract}.{name}", EquatableArray<string>.Empty, null,
            new[] { $"add => {target}.{name} += value;", $"remove => {target}.{name} -= value;" }.ToEquatableArray(), isObsolete);
    }

    private static string Arguments(ImmutableArray<IParameterSymbol> parameters) => string.Join(", ", parameters.Select(p => p.RefKind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In or RefKind.RefReadOnlyParameter => "in ",
        _ => "",
    } + CSharpText.Identifier(p.Name)));
}
