using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Inspection.Metadata;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>The baselines, failure modes, reviews and sunset dates of an assembly, by the type or method that carries them.</summary>
internal sealed class OperatingModelReader
{
    private readonly List<(EntityHandle On, DeclaredBaseline Declared)> _baselines = [];
    private readonly List<(EntityHandle On, DeclaredFailureMode Declared)> _failureModes = [];
    private readonly List<(EntityHandle On, DeclaredReview Declared)> _reviews = [];
    private readonly List<(EntityHandle On, DeclaredSunset Declared)> _sunsets = [];

    public void Collect(string attributeType, CustomAttribute attribute)
    {
        switch (attributeType)
        {
            case "Governance.BaselineAttribute":
                _baselines.Add((attribute.Parent, Baseline(new(attribute))));
                break;
            case "Governance.FailureModeAttribute":
                _failureModes.Add((attribute.Parent, FailureMode(new(attribute))));
                break;
            case "Governance.ReviewAttribute":
                _reviews.Add((attribute.Parent, Review(new(attribute))));
                break;
            case "Governance.SunsetAttribute":
                _sunsets.Add((attribute.Parent, Sunset(new(attribute))));
                break;
        }
    }

    public EquatableArray<DeclaredBaseline> BaselinesOf(EntityHandle on) => Of(_baselines, on).ToEquatableArray();

    public EquatableArray<DeclaredFailureMode> FailureModesOf(EntityHandle on) => Of(_failureModes, on).ToEquatableArray();

    public EquatableArray<DeclaredReview> ReviewsOf(EntityHandle on) => Of(_reviews, on).ToEquatableArray();

    public DeclaredSunset? SunsetOf(EntityHandle on) => Of(_sunsets, on).FirstOrDefault();

    private static IEnumerable<T> Of<T>(IEnumerable<(EntityHandle On, T Declared)> all, EntityHandle on)
        => all.Where(one => one.On == on).Select(one => one.Declared);

    private static DeclaredBaseline Baseline(AttributeValues attribute) => new()
    {
        Metric = attribute.Positional(0) as string ?? "",
        Value = AttributeValues.Number(attribute.Positional(1)),
        Unit = attribute.NamedText("Unit"),
        Target = AttributeValues.Number(attribute.Named("Target")),
        Kill = AttributeValues.Number(attribute.Named("Kill")),
        Direction = attribute.Named("Direction") is int direction ? Names.Direction(direction) : null,
        NotApplicable = attribute.NamedText("NotApplicable"),
    };

    private static DeclaredFailureMode FailureMode(AttributeValues attribute) => new()
    {
        Id = attribute.Positional(0) as string ?? "",
        Response = attribute.NamedText("Response"),
        EscalateTo = attribute.NamedText("EscalateTo"),
    };

    private static DeclaredReview Review(AttributeValues attribute) => new()
    {
        Kind = attribute.Positional(0) as string ?? "",
        EveryDays = attribute.Named("EveryDays") as int?,
        Last = attribute.NamedText("Last"),
    };

    private static DeclaredSunset Sunset(AttributeValues attribute) => new()
    {
        Date = attribute.Positional(0) as string ?? "",
        Reason = attribute.NamedText("Reason"),
    };
}
