using System.Runtime.CompilerServices;
using System.Threading;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Owners;

/// <summary>A parsed owners file: whom it lists, and where it does not parse.</summary>
internal sealed record OwnersFile(EquatableArray<OwnersEntry> Entries, EquatableArray<ListMistake> Mistakes)
{
    private static readonly ConditionalWeakTable<SourceText, OwnersFile> s_parsed = new();

    /// <summary>An additional file named <c>governance.owners</c>, <c>*.owners</c> or <c>owners.txt</c>.</summary>
    public static bool IsOwnersFile(AdditionalText file)
        => Name(file.Path) is var name
        && (name.EndsWith(".owners", StringComparison.OrdinalIgnoreCase) || name.Equals("owners.txt", StringComparison.OrdinalIgnoreCase));

    /// <summary>Such a file of the project's own, or one of its organisation's policy, whatever its name.</summary>
    public static bool Is(AdditionalText file, AnalyzerOptions options)
        => PolicyMark.Of(file, options) is { } mark ? mark == PolicyMark.Owners : IsOwnersFile(file);

    /// <summary>What the file says. One that cannot be read is a mistake, for a list that says nothing would look like one that names nobody.</summary>
    public static OwnersFile Parse(AdditionalText file, CancellationToken cancellationToken = default)
        => file.GetText(cancellationToken) is { } text
            ? s_parsed.GetValue(text, static t => OwnersParser.Parse(t))
            : new(EquatableArray<OwnersEntry>.Empty, new[] { new ListMistake(default, default, "the file cannot be read") }.ToEquatableArray());

    /// <summary>The last part of a path, whichever system wrote it.</summary>
    public static string Name(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}

/// <summary>One line: a name that may be written in a declaration and, where it is a group, its members.</summary>
internal sealed record OwnersEntry(string Name, EquatableArray<string> Members);
