using System.Collections;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Accountability;

namespace GovernanceAnalyzers.Rules.Facts;

/// <summary>The facts as a diagnostic's properties: lists by line, fields by vertical bar, in source order.</summary>
internal sealed class FactProperties : IEnumerable<KeyValuePair<string, string?>>
{
    private readonly ImmutableDictionary<string, string?>.Builder _values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);

    public FactProperties(string kind, string id, IMethodSymbol member, RootReach reach, Waivers waivers)
    {
        this["kind"] = kind;
        this["id"] = id;
        this["member"] = EnclosingMember.IdOf(member);
        this["actions"] = List(reach.Actions.Select(a => new[] { a.Action.Capability, a.Action.Tier.ToString(), a.Path, $"{a.Line}" }));
        this["waivers"] = List(waivers.HoldingFor(member).Select(w => new[] { w.Rule, w.ApprovedBy ?? "", w.Until ?? "", w.Reason ?? "" }));
        this["blindSpots"] = List(reach.BlindSpots.Select(b => new[] { b.Kind, b.Detail, $"{Line(b.Syntax)}" }));
        this["notFollowed"] = List(reach.NotFollowed.Select(n => new[] { Catalogue.MemberName.Short(n.Target), $"{Line(n.Syntax)}" }));
    }

    public string this[string name]
    {
        set => _values[name] = value;
    }

    public ImmutableDictionary<string, string?> ToImmutable() => _values.ToImmutable();

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string List(IEnumerable<string[]> items) => string.Join("\n", items.Select(i => string.Join("|", i.Select(Plain))).Distinct());

    /// <summary>Names come from other people's code too: what separates, and what a terminal would obey, becomes a space.</summary>
    private static string Plain(string field) => new([.. field.Select(c => c == '|' || char.IsControl(c) ? ' ' : c)]);

    private static int Line(SyntaxNode syntax) => syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
