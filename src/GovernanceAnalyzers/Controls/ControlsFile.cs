using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// A parsed <c>governance.controls.txt</c>: members that confirm or record, for code that one cannot edit. It says what the attributes would; what a line
/// does not claim is not known.
/// </summary>
internal sealed record ControlsFile(string Path, EquatableArray<ControlRow> Rows, EquatableArray<ListMistake> Mistakes)
{
    private const string Suffix = ".controls.txt";

    private static readonly ConditionalWeakTable<SourceText, ControlsFile> s_parsed = new();

    /// <summary>The lists that the build brings along, its organisation's and the project's own, in the order of their paths.</summary>
    public static ImmutableArray<ControlsFile> In(AnalyzerOptions options) =>
    [
        .. options.AdditionalFiles.Where(f => Is(f, options)).OrderBy(f => f.Path, StringComparer.Ordinal).Select(Parse),
    ];

    public static bool Is(AdditionalText file, AnalyzerOptions options)
        => PolicyMark.Of(file, options) is { } mark ? mark == PolicyMark.Controls : file.Path.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase);

    private static ControlsFile Parse(AdditionalText file)
        => file.GetText() is { } text
            ? s_parsed.GetValue(text, static t => ControlsParser.Parse(t)) with { Path = file.Path }
            : new(file.Path, EquatableArray<ControlRow>.Empty, new[] { new ListMistake(default, default, "the file cannot be read") }.ToEquatableArray());
}

/// <summary>One line: these members confirm, or they record.</summary>
/// <param name="Symbol">Which members.</param>
/// <param name="Confirmation">How they say yes; null of those that record.</param>
/// <param name="Log">What they record; null of those that confirm.</param>
internal sealed record ControlRow(SymbolPattern Symbol, ConfirmationForm? Confirmation, LogMoment? Log)
{
    /// <summary>Where the symbol stands in the file.</summary>
    public TextSpan SymbolSpan { get; init; }

    /// <summary>Where <c>binds</c> names a parameter.</summary>
    public TextSpan BindsSpan { get; init; }

    public bool IsAbout(IMethodSymbol member)
        => (Symbol.IsPrefix ? member.Name.StartsWith(Symbol.Name, StringComparison.Ordinal) : Symbol.Names.Contains(member.Name))
        && MemberName.IsIn(member.ContainingType, Symbol.Container)
        && (Symbol.ExactId is not { } id || member.GetDocumentationCommentId() == id);
}
