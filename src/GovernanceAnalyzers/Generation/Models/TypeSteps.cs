namespace GovernanceAnalyzers.Generation.Models;

/// <summary>The steps of one type: one generated file.</summary>
internal sealed record TypeSteps(TypeModel Type, string HintName, EquatableArray<StepModel> Steps)
{
    /// <summary>
    /// Ordered by type and member, whatever the order of files. The compiler compares hint names without case and throws on an equal one.
    /// </summary>
    public static IEnumerable<TypeSteps> Group(IEnumerable<StepModel> steps)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in steps.GroupBy(step => step.Type).OrderBy(type => type.Key.Id, StringComparer.Ordinal))
        {
            var name = type.Key.HintName;
            for (var i = 2; !taken.Add(name); i++)
            {
                name = $"{type.Key.HintName}-{i}";
            }

            var ordered = type.OrderBy(step => step.Declared.Member, StringComparer.Ordinal);
            yield return new(type.Key, name + ".Steps.g.cs", ordered.ToEquatableArray());
        }
    }
}
