using System.Globalization;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>Names of the declared enums' values; metadata has only the numbers.</summary>
internal static class Names
{
    public static string Tier(int value) => value switch
    {
        0 => "Unspecified", 1 => "Low", 2 => "Medium", 3 => "High", _ => value.ToString(CultureInfo.InvariantCulture),
    };

    public static string? Stage(int value) => value switch
    {
        1 => "Pilot", 2 => "Validate", 3 => "Harden", 4 => "Deploy", 5 => "Optimize", _ => null,
    };

    public static string? Direction(int value) => value switch { 1 => "LowerIsBetter", 2 => "HigherIsBetter", _ => null };
}
