namespace Microsoft.CodeAnalysis.Testing;

/// <summary>One diagnostic that a test expects.</summary>
public sealed record DiagnosticResult
{
    /// <summary>Expects a diagnostic by id and severity.</summary>
    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    /// <summary>Expects a rule's diagnostic, with the rule's default severity.</summary>
    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat.ToString(null);

    private DiagnosticResult(string id) => Id = id;

    public string Id { get; }

    /// <summary>Null: any severity.</summary>
    public DiagnosticSeverity? Severity { get; private init; }

    /// <summary>Null: any message.</summary>
    public string? Message { get; private init; }

    public string? MessageFormat { get; private init; }

    /// <summary>Null: any arguments.</summary>
    public ImmutableArray<object>? MessageArguments { get; private init; }

    /// <summary>Null: either.</summary>
    public bool? IsSuppressed { get; private init; }

    internal ImmutableArray<ExpectedLocation> Locations { get; private init; } = [];

    /// <summary>Expects one of the compiler's errors.</summary>
    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    /// <summary>Expects one of the compiler's warnings.</summary>
    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithMessage(string? message) => this with { Message = message };

    public DiagnosticResult WithMessageFormat(string format) => this with { MessageFormat = format };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { MessageArguments = [.. arguments] };

    /// <summary>Needs <see cref="AnalyzerTest.ReportSuppressedDiagnostics"/>, without which a suppressed diagnostic is not there at all.</summary>
    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    /// <summary>At the span marked <c>{|#key:…|}</c>; a second call adds an additional location.</summary>
    public DiagnosticResult WithLocation(int markupKey) => Add(new ExpectedLocation { MarkupKey = markupKey });

    /// <summary>Starts at this line and column of the first source, both from 1; the end is not compared.</summary>
    public DiagnosticResult WithLocation(int line, int column) => WithLocation(SolutionState.DefaultPath(0), line, column);

    /// <summary>Starts at this line and column, both from 1; the end is not compared.</summary>
    public DiagnosticResult WithLocation(string path, int line, int column)
        => Add(new ExpectedLocation { Path = path, Start = new LinePosition(line - 1, column - 1) });

    /// <summary>Exactly this span of the first source; lines and columns from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn)
        => WithSpan(SolutionState.DefaultPath(0), startLine, startColumn, endLine, endColumn);

    /// <summary>Exactly this span; lines and columns from 1.</summary>
    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) => Add(new ExpectedLocation
    {
        Path = path,
        Start = new LinePosition(startLine - 1, startColumn - 1),
        End = new LinePosition(endLine - 1, endColumn - 1),
    });

    /// <summary>Nowhere in source.</summary>
    public DiagnosticResult WithNoLocation() => this with { Locations = [] };

    internal static DiagnosticResult FromMarkup(string id, ExpectedLocation location) => new(id) { Locations = [location] };

    internal DiagnosticResult WithLocations(ImmutableArray<ExpectedLocation> locations) => this with { Locations = locations };

    private DiagnosticResult Add(ExpectedLocation location) => this with { Locations = Locations.Add(location) };
}

internal sealed record ExpectedLocation
{
    public int? MarkupKey { get; init; }

    public string Path { get; init; } = "";

    public LinePosition Start { get; init; }

    /// <summary>Null: not compared.</summary>
    public LinePosition? End { get; init; }

    public bool Matches(Location actual)
    {
        var span = actual.GetLineSpan();
        return actual.Kind is (LocationKind.SourceFile or LocationKind.ExternalFile) && span.Path == Path && span.StartLinePosition == Start && (End is null || span.EndLinePosition == End);
    }

    public override string ToString() => $"{Path}({Start.Line + 1},{Start.Character + 1})"
        + (End is { } end ? $"-({end.Line + 1},{end.Character + 1})" : "");
}
