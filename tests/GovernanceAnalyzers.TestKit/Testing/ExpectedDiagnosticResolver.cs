namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Turns markup, and results that name a marked place, into diagnostics at exact spans.</summary>
internal static class ExpectedDiagnosticResolver
{
    public static ImmutableArray<DiagnosticResult> Resolve(
        ImmutableArray<MarkupSource> sources, IEnumerable<DiagnosticResult> declared, Func<string> defaultId)
    {
        var places = new Dictionary<int, ExpectedLocation>();
        var results = ImmutableArray.CreateBuilder<DiagnosticResult>();
        foreach (var source in sources)
        {
            var lines = SourceText.From(source.Text).Lines;
            foreach (var mark in source.Spans)
            {
                var span = lines.GetLinePositionSpan(mark.Span);
                var location = new ExpectedLocation { Path = source.Path, Start = span.Start, End = span.End };
                if (mark.Name is ['#', .. var key])
                {
                    places.Add(int.Parse(key), location);
                }
                else
                {
                    results.Add(DiagnosticResult.FromMarkup(mark.Name ?? defaultId(), location));
                }
            }
        }

        results.AddRange(declared.Select(result => result.WithLocations([.. result.Locations.Select(Place)])));
        return results.ToImmutable();

        ExpectedLocation Place(ExpectedLocation location) => location.MarkupKey switch
        {
            null => location,
            { } key when places.TryGetValue(key, out var place) => place,
            { } key => throw new InvalidOperationException($"No source marks the place {{|#{key}:…|}}."),
        };
    }
}
