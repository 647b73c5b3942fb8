namespace GovernanceAnalyzers.Reach;

/// <summary>A place where automation enters the code: an AI tool method, or a delegate handed to a tool factory.</summary>
/// <param name="Name">The tool's name, else the method's.</param>
/// <param name="Method">The method that runs; the lambda or local function where it is one.</param>
/// <param name="Location">The declaration's identifier.</param>
internal sealed record EntryPoint(string Name, IMethodSymbol Method, Location Location)
{
    /// <summary>The code, where it is not simply the method's: a lambda, a local function.</summary>
    public SyntaxNode? Body { get; init; }

    /// <summary>
    /// What a lambda or a local function is called in its member, where that lasts: the name that it is registered under, the function's, or which of
    /// the member's registrations it is handed to.
    /// </summary>
    public string? NameInMember { get; init; }

    /// <summary>What a backlog line calls it; other code may come and go without changing it.</summary>
    public string BacklogId => NameInMember is null ? EnclosingMember.IdOf(Method) : $"{EnclosingMember.IdOf(Method)}#{Plain(NameInMember)}";

    /// <summary>The code is not to be seen: a delegate from elsewhere, a method found by reflection. <see cref="Body"/> is what was handed over.</summary>
    public bool IsUnseen { get; init; }

    /// <summary>Where it is registered, a wrapper asks a person before each call: <c>new ApprovalRequiredAIFunction(…)</c>.</summary>
    public bool IsConfirmedByCaller { get; init; }

    /// <summary>A registered name may be any text; in a line it must neither end the field nor the line.</summary>
    private static string Plain(string name) => new([.. name.Trim().Select(c => c == ';' || char.IsControl(c) ? '_' : c)]);
}
