namespace GovernanceAnalyzers.Catalogue;

/// <summary>
/// Whether a member of which nothing else is known looks like one that acts outside the process: it is called so (<see cref="ActingName"/>), and it is
/// awaited, belongs to what leads out of the process, or is told a file. What changes an object in memory is called so, too.
/// </summary>
internal static class ActingMember
{
    /// <summary>How types are called that lead out of the process.</summary>
    private static readonly HashSet<string> s_outside = new(StringComparer.OrdinalIgnoreCase)
    {
        "api", "bus", "client", "connection", "gateway", "producer", "publisher", "repository", "sender", "service", "session",
    };

    /// <summary>How types are called that work in memory, or on what they are handed.</summary>
    private static readonly HashSet<string> s_inside = new(StringComparer.OrdinalIgnoreCase)
    {
        "activator", "block", "builder", "cache", "collection", "command", "converter", "dictionary", "factory", "filter", "formatter", "function", "handler", "history", "list", "logger",
        "mapper", "options", "parser", "pipeline", "policy", "reader", "renderer", "resolver", "serializer", "stream", "validator", "visitor", "writer",
    };

    /// <summary>How types are called whose objects say what is to be done.</summary>
    private static readonly HashSet<string> s_orders = new(StringComparer.OrdinalIgnoreCase) { "command", "message", "request" };

    /// <summary>How parameters are called that name a file.</summary>
    private static readonly HashSet<string> s_files = new(StringComparer.OrdinalIgnoreCase) { "file", "filename", "filepath", "path" };

    public static bool Is(IMethodSymbol member)
        => member is { MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension, ContainingType: not null } && !MakesItsOwn(member)
        && (ActingName.Runs(member.Name) ? (ActingName.NamesAct(OwnerOf(member)) || member.Parameters.Any(OrdersAct)) && IsAwaited(member.ReturnType)
            : ActingName.MayAct(member.Name) && !s_inside.Contains(LastWord(OwnerOf(member))) && LeadsOutside(member));

    private static bool LeadsOutside(IMethodSymbol member) => WritesFile(member)
        || (ActingName.Acts(member.Name) ? IsAwaited(member.ReturnType) || s_outside.Contains(LastWord(OwnerOf(member))) : IsAwaited(member.ReturnType) && !member.Parameters.Any(WorksOnIt));

    /// <summary>What the type is called, an interface without its sign. An extension is of what it extends.</summary>
    private static string OwnerOf(IMethodSymbol member)
    {
        var owner = (member.ReducedFrom ?? member) is { IsExtensionMethod: true, Parameters: [{ Type: var extended }, ..] } ? extended : member.ContainingType;
        return owner is { TypeKind: TypeKind.Interface, Name: ['I', >= 'A' and <= 'Z', ..] } ? owner.Name.Substring(1) : owner.Name;
    }

    private static bool IsAwaited(ITypeSymbol type)
        => type.OriginalDefinition is INamedTypeSymbol { Name: "Task" or "ValueTask" or "IAsyncEnumerable" } named && Framework.Owns(named.ContainingAssembly);

    /// <summary>A constructor that is awaited.</summary>
    private static bool MakesItsOwn(IMethodSymbol member)
        => member is { IsStatic: true, ReturnType: INamedTypeSymbol { TypeArguments: [var made] } } && GovernanceSymbols.Same(made, member.ContainingType);

    /// <summary>Code that it runs, or a stream that it fills: what becomes of it is the caller's.</summary>
    private static bool WorksOnIt(IParameterSymbol parameter) => parameter.Type.TypeKind == TypeKind.Delegate || LastWord(parameter.Type.Name) is "Stream" or "Writer";

    /// <summary>What is handled, by the type that is handed over: <c>HandleAsync(new CancelOrderCommand(id))</c>.</summary>
    private static bool OrdersAct(IParameterSymbol parameter) => s_orders.Contains(LastWord(parameter.Type.Name)) && ActingName.Acts(parameter.Type.Name);

    private static bool WritesFile(IMethodSymbol member)
        => ActingName.ActsOnFile(member.Name) && member.ReturnType.SpecialType is SpecialType.System_Void or SpecialType.System_Boolean
        && member.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_String && s_files.Contains(LastWord(p.Name)));

    private static string LastWord(string name) => NameWords.Of(name).LastOrDefault() ?? "";
}
