using System.Collections.Concurrent;
using System.Threading;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Reach;

namespace GovernanceAnalyzers.Controls;

/// <summary>What the methods of the source do as controls, worked out on demand and once per compilation for each way in which they are called.</summary>
internal sealed class HelperSummaries(ControlMembers controls, ControlUses uses, SourceModels models)
{
    private readonly ConcurrentDictionary<HelperCall, (HelperSummary Summary, int Height)> _known = new();

    public ControlMembers Controls { get; } = controls;

    public ControlUses Uses { get; } = uses;

    public bool IsKnown(HelperCall call, out (HelperSummary Summary, int Height) known) => _known.TryGetValue(call, out known);

    public void Keep(HelperCall call, HelperSummary summary, int height) => _known.TryAdd(call, (summary, height));

    public IOperation? BodyOf(IMethodSymbol method) => BodySyntax.Of(method, default).Select(models.OperationOf).FirstOrDefault();
}

/// <summary>A method and what is known of its arguments.</summary>
internal sealed record HelperCall(IMethodSymbol Method, EquatableArray<Meaning> Arguments)
{
    public bool Equals(HelperCall? other)
        => other is not null && SymbolEqualityComparer.Default.Equals(Method, other.Method) && Arguments.Equals(other.Arguments);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method);
}

/// <summary>
/// The helpers that are being read, each called by the one before. A method that is met again proves nothing by itself, and what was found with such a
/// gap in it is not kept, so that an answer never depends on who asked first; nor does it on what is known already where a chain is too long.
/// </summary>
internal sealed class HelperChain(HelperSummaries summaries, CancellationToken cancellationToken)
{
    private const int MaxLength = 24;
    private const int MaxBlocks = 500;
    private const int TooLong = -1;
    private const int Whole = int.MaxValue;

    private readonly List<IMethodSymbol> _reading = [];
    private readonly Dictionary<(HelperCall Call, int Depth), Unkept> _unkept = [];
    private int _gapAt = Whole;
    private int _height;

    public ControlMembers Controls => summaries.Controls;

    /// <summary>Whoever asked may have gone on typing; nothing that is half worked out is kept.</summary>
    public void ThrowIfCancelled() => cancellationToken.ThrowIfCancellationRequested();

    /// <summary>Something that was asked for is deeper or longer than is read, so what is not proven is not decided.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>The method is of the source, and asks a person somewhere.</summary>
    public bool Asks(IMethodSymbol method) => summaries.Uses.IsHelper(method.OriginalDefinition) && summaries.Uses.Of(method.OriginalDefinition).Confirms;

    public HelperSummary Of(IMethodSymbol method, ImmutableArray<Meaning> arguments)
    {
        method = method.OriginalDefinition;
        if (!summaries.Uses.IsHelper(method)
            || (!arguments.Any(a => a is { IsTelling: true, IsBoolean: false }) && summaries.Uses.Of(method) is { Controls: false, Throws: false }))
        {
            return HelperSummary.Nothing;
        }

        var call = new HelperCall(method, arguments.Select(a => a.IsTelling ? a : Meaning.Unknown).ToEquatableArray());
        var at = _reading.FindIndex(m => SymbolEqualityComparer.Default.Equals(m, method));
        if (at >= 0)
        {
            _gapAt = Math.Min(_gapAt, at);
            return HelperSummary.Nothing;
        }

        if (!summaries.IsKnown(call, out var known))
        {
            return Read(call);
        }

        if (_reading.Count + known.Height > MaxLength)
        {
            return CutShort();
        }

        IsCutShort |= known.Summary.IsTooLong;

        _height = Math.Max(_height, known.Height);
        return known.Summary;
    }

    private HelperSummary Read(HelperCall call)
    {
        if (_reading.Count >= MaxLength)
        {
            return CutShort();
        }

        if (_unkept.TryGetValue((call, _reading.Count), out var again))
        {
            (_gapAt, _height) = (Math.Min(_gapAt, again.GapAt), Math.Max(_height, again.Height));
            return again.Summary;
        }

        var (outerGap, outerHeight) = (_gapAt, _height);
        (_gapAt, _height) = (Whole, 0);
        var depth = _reading.Count;
        _reading.Add(call.Method);
        var summary = BodyGraphs.Of(summaries.BodyOf(call.Method)) switch
        {
            null => HelperSummary.Nothing,
            { BlockCount: > MaxBlocks } => HelperSummary.TooLong,
            var graphs => new BodyFlow(graphs, this, [.. call.Arguments]).Prove().Summary(call.Method),
        };
        IsCutShort |= summary.IsTooLong;
        _reading.RemoveAt(depth);
        var height = _height + 1;
        if (_gapAt == TooLong)
        {
            summary = HelperSummary.Nothing;
        }
        else if (_gapAt >= depth)
        {
            summaries.Keep(call, summary, height);
            _gapAt = Whole;
        }

        foreach (var done in _unkept.Where(u => u.Value.GapAt == depth).Select(u => u.Key).ToList())
        {
            _unkept.Remove(done);
        }

        if (_gapAt < depth)
        {
            _unkept[(call, depth)] = new(summary, _gapAt, height);
        }

        (_gapAt, _height) = (Math.Min(outerGap, _gapAt), Math.Max(outerHeight, height));
        return summary;
    }

    private HelperSummary CutShort()
    {
        IsCutShort = true;
        _gapAt = TooLong;
        return HelperSummary.Nothing;
    }

    /// <summary>
    /// What was found with a gap in it. It holds as long as the method is being read that the gap is at, and is not worked out again until then: a body asks for
    /// each of its calls more than once, and twice as often with each helper more.
    /// </summary>
    private readonly record struct Unkept(HelperSummary Summary, int GapAt, int Height);
}
