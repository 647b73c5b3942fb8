namespace GovernanceAnalyzers.Tool.Check.Reports;

internal static class Words
{
    public static string Number(int count, string one) => count == 1 ? $"1 {one}" : $"{count} {one}s";

    /// <summary>`RefundTools.Refund` of the documentation id `M:Shop.RefundTools.Refund(System.String)`.</summary>
    public static string Member(StepFacts facts)
    {
        var id = facts.Member.Length > 2 && facts.Member[1] == ':' ? facts.Member[2..] : facts.Member;
        var names = id.Split('(')[0].Split('~')[0].Split('.');
        return names.Length >= 2 ? $"{names[^2]}.{names[^1]}" : facts.Id;
    }

    public static string Kind(StepFacts facts) => facts.IsStep ? "Step" : "Tool";

    public static string Control(StepFacts facts) => facts.Control switch
    {
        "plumbed" => "plumbed",
        "decorated" => "decorated",
        "self-governed" => $"self-governed, confirmation {facts.Confirmation}, log {facts.Log}",
        _ => "no control",
    };

    public static string Level(FindingLevel level) => level switch
    {
        FindingLevel.Error => "error",
        FindingLevel.Warning => "warning",
        _ => "note",
    };
}
