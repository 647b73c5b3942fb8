using System.Collections;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Accountability;

namespace GovernanceAnalyzers.Rules.Facts;

/// <summary>The facts as a diagnostic's properties: lists by line, fields by vertical bar, in source order.</summary>
internal sealed class FactProperties : IEnumerable<KeyValuePair<string, string?>>
{
    private readonly ImmutableDictionary<string, string?>.Builder _values = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);

    private readonly string? _file;

    /// <param name="kind">A step or an entry point.</param>
    /// <param name="id">What a person calls it.</param>
    /// <param name="member">Its method.</param>
    /// <param name="parts">The code that is its own: declaration, Core body, rollback handler.</param>
    /// <param name="reach">What it does.</param>
    /// <param name="waivers">All there are.</param>
    /// <param name="place">Where the facts are reported; a line without a file is in this one.</param>
    public FactProperties(
        string kind, string id, IMethodSymbol member, IEnumerable<SyntaxNode> parts, RootReach reach, Waivers waivers, Location? place)
    {
        _file = place?.SourceTree?.FilePath;
        this["kind"] = kind;
        this["id"] = id;
        this["member"] = EnclosingMember.IdOf(member);
        this["actions"] = List(reach.Actions.Select(a =>
        {
            var line = new[] { a.Action.Capability, a.Action.Tier.ToString(), a.Path }.Concat(At(a.Site.Syntax)).ToList();
            return a.Confidence == Confidence.Exact ? line : [.. line, .. line.Count == 4 ? [""] : Array.Empty<string>(), "inferred"];
        }));
        this["lowered"] = List(reach.Lowered.Select(l => new[]
        {
            l.Known.Action.Capability, l.Known.Action.Tier.ToString(), l.Contract.Capability, l.Contract.Tier.ToString(), l.Contract.Reason, l.Known.Path,
        }.Concat(At(l.Known.Site.Syntax))));
        this["waivers"] = List(waivers.HoldingFor(member).Select(w => new[] { w.Rule, w.ApprovedBy ?? "", w.Until ?? "", w.Reason ?? "" }));
        this["blindSpots"] = List(reach.BlindSpots.Select(b => new[] { b.What.Kind, b.What.Detail }.Concat(At(b.Way.End))));
        this["notFollowed"] = List(reach.NotFollowed.Select(n => new[] { Catalogue.MemberName.Short(n.What.Target) }.Concat(At(n.Way.End))));
        this["boundary"] = List(reach.NotFollowed.Where(n => !GovernanceSymbols.Same(n.What.Target.ContainingAssembly, member.ContainingAssembly))
            .GroupBy(n => (Symbol: Catalogue.MemberName.Line(n.What.Target), Assembly: n.What.Target.ContainingAssembly.Name))
            .Select(g => new[] { g.Key.Symbol, g.Key.Assembly, $"{g.Select(n => n.Way.End).Distinct().Count()}" }));
        this["parts"] = List(parts.Select(p => new[] { $"{Line(p.GetLocation())}", $"{LastLine(p)}" }.Concat(FileOf(p))));
    }

    public string this[string name]
    {
        set => _values[name] = value;
    }

    public ImmutableDictionary<string, string?> ToImmutable() => _values.ToImmutable();

    public IEnumerator<KeyValuePair<string, string?>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static string List(IEnumerable<IEnumerable<string>> items) => string.Join("\n", items.Select(i => string.Join("|", i.Select(Plain))).Distinct());

    /// <summary>Names come from other people's code too: what separates, and what a terminal would obey, becomes a space.</summary>
    private static string Plain(string field) => field.Any(Separates) ? new([.. field.Select(c => Separates(c) ? ' ' : c)]) : field;

    private static bool Separates(char character) => character == '|' || char.IsControl(character);

    /// <summary>The line, and the file where it is another: a part of the class may stand elsewhere.</summary>
    private IEnumerable<string> At(SyntaxNode syntax) => new[] { $"{Line(NamedPlace.Of(syntax))}" }.Concat(FileOf(syntax));

    private IEnumerable<string> FileOf(SyntaxNode syntax) => syntax.SyntaxTree.FilePath == _file ? [] : [syntax.SyntaxTree.FilePath];

    private static int LastLine(SyntaxNode syntax) => syntax.GetLocation().GetLineSpan().EndLinePosition.Line + 1;

    private static int Line(Location place) => place.GetLineSpan().StartLinePosition.Line + 1;
}
