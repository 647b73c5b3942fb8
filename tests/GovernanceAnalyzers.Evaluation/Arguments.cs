namespace GovernanceAnalyzers.Evaluation;

/// <summary>A repository's sources.</summary>
/// <param name="Name">As the table calls it: <c>owner/name</c>.</param>
/// <param name="Folder">The folder that the table's paths start at.</param>
internal sealed record NamedFolder(string Name, string Folder);

/// <summary>The command line.</summary>
internal sealed record Arguments
{
    public const string Usage = """
        evaluation TABLE --root REPOSITORY=FOLDER … [options]
        evaluation --silent NAME=FOLDER … [options]

          TABLE                     tool methods with the columns of docs/evaluation.md, separated by tabs
          --root REPOSITORY=FOLDER  where the sources of a repository of the table are
          --skip REPOSITORY         leave its rows out
          --silent NAME=FOLDER      sources in which nothing may be reported
          --stub FILE               C# declarations of what a missing package brings; taken where nothing else declares them
          --reference FILE|FOLDER   assemblies that the sources are bound against, beside the frameworks
          --additional FILE         an additional file of every compilation: a list of actions, a summary
          --details                 also every finding at a place that the table does not name

        Exit code: 0 measured; 1 measured, and an analyzer failed or a silent folder was not silent; 2 nothing measured, for the input is wrong.
        """;

    public string? Table { get; private init; }

    public ImmutableArray<NamedFolder> Roots { get; private init; } = [];

    public ImmutableArray<string> Skipped { get; private init; } = [];

    public ImmutableArray<NamedFolder> Silent { get; private init; } = [];

    public ImmutableArray<string> Stubs { get; private init; } = [];

    public ImmutableArray<string> References { get; private init; } = [];

    public ImmutableArray<string> Additional { get; private init; } = [];

    public bool Details { get; private init; }

    /// <exception cref="BadInputException">An option is none of ours or lacks its value, or what it names is not there.</exception>
    public static Arguments Parse(IReadOnlyList<string> words)
    {
        var arguments = new Arguments();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            string Value() => ++i < words.Count ? words[i] : throw new BadInputException($"{word} lacks its value.");
            arguments = word switch
            {
                "--root" => arguments with { Roots = arguments.Roots.Add(Named(word, Value())) },
                "--skip" => arguments with { Skipped = arguments.Skipped.Add(Value()) },
                "--silent" => arguments with { Silent = arguments.Silent.Add(Named(word, Value())) },
                "--stub" => arguments with { Stubs = arguments.Stubs.Add(Existing(word, Value(), File.Exists)) },
                "--reference" => arguments with { References = arguments.References.Add(Existing(word, Value(), Path.Exists)) },
                "--additional" => arguments with { Additional = arguments.Additional.Add(Existing(word, Value(), File.Exists)) },
                "--details" => arguments with { Details = true },
                _ when word.StartsWith('-') => throw new BadInputException($"{word} is no option."),
                _ when arguments.Table is null => arguments with { Table = Existing("The table", word, File.Exists) },
                _ => throw new BadInputException($"{word}: there is a table already, {arguments.Table}."),
            };
        }

        return arguments.Table is null && arguments.Silent.IsEmpty
            ? throw new BadInputException("There is neither a table nor a folder to be silent about.")
            : arguments;
    }

    private static NamedFolder Named(string option, string text)
        => text.IndexOf('=') is > 0 and var at
            ? new(text[..at], Path.GetFullPath(Existing(option, text[(at + 1)..], Directory.Exists)))
            : throw new BadInputException($"{option} {text}: write it as NAME=FOLDER.");

    private static string Existing(string what, string path, Func<string, bool> exists)
        => exists(path) ? Path.GetFullPath(path) : throw new BadInputException($"{what}: there is no {path}.");
}
