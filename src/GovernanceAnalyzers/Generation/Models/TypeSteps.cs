namespace GovernanceAnalyzers.Generation.Models;

/// <summary>The steps of one type: one generated file.</summary>
internal sealed record TypeSteps(TypeModel Type, string HintName, EquatableArray<StepModel> Steps)
{
    /// <summary>The decorator that carries them; null for a class, and where none can be written.</summary>
    public DecoratorModel? Decorator { get; init; }

    /// <summary>
    /// Ordered by type and member, whatever the order of files. The compiler compares hint names without case and throws on an equal one.
    /// </summary>
    public static IEnumerable<TypeSteps> Group(IEnumerable<StepModel> steps, IEnumerable<DecoratorModel> decorators)
    {
        var decoratorOf = decorators.ToLookup(decorator => decorator.Type);
        var types = steps.Select(step => step.Type).Concat(decoratorOf.Select(d => d.Key)).Distinct().OrderBy(type => type.Id, StringComparer.Ordinal);
        var stepsOf = steps.ToLookup(step => step.Type);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types)
        {
            var name = type.HintName;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = $"{type.HintName}-{i}";
            }

            var ordered = stepsOf[type].OrderBy(step => step.Declared.Member, StringComparer.Ordinal);
            yield return new(type, name + ".Steps.g.cs", ordered.ToEquatableArray()) { Decorator = decoratorOf[type].FirstOrDefault() };
        }
    }
}
