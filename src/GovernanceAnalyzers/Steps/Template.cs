namespace GovernanceAnalyzers.Steps;

/// <summary>
/// A <c>Key</c> or <c>Question</c>: text with placeholders <c>{parameter}</c> or <c>{parameter.Member.Member}</c>; <c>{{</c> and <c>}}</c> are braces.
/// </summary>
internal sealed class Template
{
    private Template(ImmutableArray<Placeholder> placeholders, string? problem)
    {
        Placeholders = placeholders;
        Problem = problem;
    }

    public ImmutableArray<Placeholder> Placeholders { get; }

    /// <summary>An unbalanced brace; null where there is none.</summary>
    public string? Problem { get; }

    public static Template Parse(string text)
    {
        var placeholders = ImmutableArray.CreateBuilder<Placeholder>();
        for (var i = 0; i < text.Length; i++)
        {
            var doubled = i + 1 < text.Length && text[i + 1] == text[i];
            if (text[i] is '{' or '}' && doubled)
            {
                i++;
            }
            else if (text[i] == '}')
            {
                return new(placeholders.ToImmutable(), $"the brace at position {i + 1} opens nothing; write }}}} for a brace");
            }
            else if (text[i] == '{')
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                {
                    return new(placeholders.ToImmutable(), $"the brace at position {i + 1} is not closed");
                }

                placeholders.Add(new(text.Substring(i + 1, end - i - 1), i));
                i = end;
            }
        }

        return new(placeholders.ToImmutable(), null);
    }

    /// <summary>There is a text, and it is made of arguments or says something: <c>"TODO"</c> is neither.</summary>
    public static bool IsGiven(string? text) => text is not null && (Answer.IsGiven(text) || !Parse(text).Placeholders.IsEmpty);

    /// <summary>The members a placeholder goes through, or why it leads nowhere.</summary>
    public static (ImmutableArray<PathPart> Path, string? Problem) Resolve(string placeholder, Step step)
    {
        var names = placeholder.Split('.').Select(n => n.Trim()).ToArray();
        var parameter = step.Parameters.FirstOrDefault(p => p.Symbol.Name == names[0]);
        if (parameter.Symbol is null)
        {
            return ([], $"'{step.Method.Name}' has no parameter '{names[0]}'");
        }

        if (parameter.Role != ParameterRole.Argument)
        {
            return ([], $"'{names[0]}' is a service, and only arguments can be shown");
        }

        if (parameter.IsRedacted)
        {
            return ([], Hidden(names[0]));
        }

        var path = ImmutableArray.CreateBuilder<PathPart>();
        var type = parameter.Symbol.Type;
        path.Add(new(names[0], CanBeNull(type)));
        foreach (var name in names.Skip(1))
        {
            var value = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } ? inner : type;
            if (Redaction.IsSecretType(value))
            {
                break;
            }

            if (Member(value, name) is not { } next)
            {
                return ([], $"'{value.WithNullableAnnotation(NullableAnnotation.None).Words()}' has no public property '{name}'");
            }

            if (Redaction.IsRedacted(next.Symbol, step.Symbols))
            {
                return ([], Hidden(name));
            }

            type = next.Type;
            path.Add(new(name, CanBeNull(type)));
        }

        return Redaction.IsSecretType(type) ? ([], Hidden(path[path.Count - 1].Name)) : (path.ToImmutable(), null);
    }

    private static string Hidden(string name)
        => $"'{name}' is redacted, and a question is read and a key is written in clear";

    private static (ISymbol Symbol, ITypeSymbol Type)? Member(ITypeSymbol type, string name)
        => Hierarchy(type).SelectMany(t => t.GetMembers(name)).Select(m => m switch
        {
            IPropertySymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public } p => (p, p.Type),
            IFieldSymbol { IsStatic: false, DeclaredAccessibility: Accessibility.Public } f => (f, f.Type),
            _ => ((ISymbol, ITypeSymbol)?)null,
        }).FirstOrDefault(m => m is not null);

    /// <summary>The types that give this one its members; a type parameter has those of its constraints.</summary>
    private static IEnumerable<ITypeSymbol> Hierarchy(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.SelectMany(Hierarchy),
        { TypeKind: TypeKind.Interface } => type.AllInterfaces.Prepend(type),
        _ => Bases(type),
    };

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            yield return type;
        }
    }

    private static bool CanBeNull(ITypeSymbol type)
        => type.IsReferenceType || type is ITypeParameterSymbol { IsValueType: false } || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}

/// <summary>A placeholder's text and where its brace opens, from 0.</summary>
internal readonly record struct Placeholder(string Text, int Start);

/// <summary>One name on a placeholder's way, and whether what it gives can be null.</summary>
internal readonly record struct PathPart(string Name, bool CanBeNull);
