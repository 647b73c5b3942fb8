namespace GovernanceAnalyzers.Catalogue;

/// <summary>
/// Which members a line is about: <c>M:Ns.Type.Member(args)</c> one of them, <c>(*)</c> every overload, <c>Member[Async]</c> both names,
/// <c>Delete*</c> a prefix, <c>#ctor</c>, <c>get_X</c>; <c>M:Ns.Type+.Member(*)</c> and <c>M:Ns.*.Member(*)</c> what a <see cref="TypeScope"/> says, for
/// clients that are generated or hide members of their base; <c>T:Ns.TypeAttribute</c> every method that carries the attribute.
/// </summary>
internal sealed record SymbolPattern
{
    private const string AsyncSuffix = "[Async]";
    private const string DerivedSuffix = "+";
    private const string NamespaceSuffix = ".*";

    private SymbolPattern(string text, string container, string name)
    {
        Text = text;
        Container = container;
        Name = name;
    }

    /// <summary>As written; the line's key together with its capability.</summary>
    public string Text { get; }

    /// <summary>The type or namespace that <see cref="Scope"/> is about, or the attribute's type, as in documentation ids: dots for nesting, <c>`1</c> for arity.</summary>
    public string Container { get; }

    /// <summary>The member's metadata name, without suffix or star.</summary>
    public string Name { get; }

    public bool IsAttribute { get; private init; }

    public TypeScope Scope { get; private init; }

    /// <summary>Also the name with <c>Async</c> appended.</summary>
    public bool IsAlsoAsync { get; private init; }

    /// <summary>Every name that begins so.</summary>
    public bool IsPrefix { get; private init; }

    /// <summary>The full documentation id of the one overload meant; null where every overload is.</summary>
    public string? ExactId { get; private init; }

    /// <summary>The names that the line is found by.</summary>
    public IEnumerable<string> Names => IsAlsoAsync ? [Name, Name + "Async"] : [Name];

    /// <summary>What two lines must share to be about the same: <c>Name[Async](*)</c> says what two lines of one name each would.</summary>
    public IEnumerable<string> Subjects => IsAlsoAsync ? Names.Select(n => $"M:{Container}{Suffix(Scope)}.{n.Replace('.', '#')}(*)") : [Text];

    public static SymbolPattern? Parse(string text, out string problem)
    {
        problem = "";
        if (text.StartsWith("T:", StringComparison.Ordinal))
        {
            return ParseAttribute(text, out problem);
        }

        if (!text.StartsWith("M:", StringComparison.Ordinal))
        {
            problem = text.Length > 1 && text[1] == ':' && text[0] is 'P' or 'E'
                ? "write a property or event by its accessor: M:…get_Name(*), M:…set_Name(*), M:…add_Name(*)"
                : "a symbol is written M:Namespace.Type.Member(*), or T:Namespace.TypeAttribute for methods that carry an attribute";
            return null;
        }

        var open = text.IndexOf('(');
        var name = open < 0 ? text.Substring(2) : text.Substring(2, open - 2);
        var arguments = open < 0 ? "" : text.Substring(open);
        if (open >= 0 && arguments[arguments.Length - 1] != ')')
        {
            problem = "the parameter list is not closed; write (*) for every overload";
            return null;
        }

        var everyOverload = arguments == "(*)";
        var dot = name.LastIndexOf('.');
        var container = dot <= 0 ? "" : name.Substring(0, dot);
        var scope = new[] { TypeScope.Derived, TypeScope.Namespace }.FirstOrDefault(s => container.EndsWith(Suffix(s), StringComparison.Ordinal));
        container = container.Substring(0, container.Length - Suffix(scope).Length);
        if (container.Length == 0 || dot == name.Length - 1 || !IsName(container))
        {
            problem = "a member is written with its namespace and type: M:Namespace.Type.Member(*)";
            return null;
        }

        var member = name.Substring(dot + 1).Replace('#', '.');
        var alsoAsync = member.EndsWith(AsyncSuffix, StringComparison.Ordinal);
        member = alsoAsync ? member.Substring(0, member.Length - AsyncSuffix.Length) : member;
        var prefix = member.Length > 1 && member[member.Length - 1] == '*';
        member = prefix ? member.Substring(0, member.Length - 1) : member;
        if (member.Length == 0 || !IsName(member) || ((alsoAsync || prefix || scope != TypeScope.Itself) && !everyOverload))
        {
            problem = "a member is a name, Name[Async] or a prefix as in Delete*; the last two, and types as in Type+ or Namespace.*, only with (*)";
            return null;
        }

        return new SymbolPattern(text, container, member)
        {
            Scope = scope,
            IsAlsoAsync = alsoAsync,
            IsPrefix = prefix,
            ExactId = everyOverload ? null : text,
        };
    }

    private static string Suffix(TypeScope scope) => scope switch { TypeScope.Derived => DerivedSuffix, TypeScope.Namespace => NamespaceSuffix, _ => "" };

    private static SymbolPattern? ParseAttribute(string text, out string problem)
    {
        var name = text.Substring(2);
        var isAttribute = name.EndsWith("Attribute", StringComparison.Ordinal) && IsName(name) && name.IndexOf('.') > 0;
        problem = isAttribute ? "" : "a T: line names an attribute type (every method that carries it is the action); a member is written M:…";
        return isAttribute ? new SymbolPattern(text, name, "") { IsAttribute = true } : null;
    }

    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or '`' or '<' or '>' or '$');
}
