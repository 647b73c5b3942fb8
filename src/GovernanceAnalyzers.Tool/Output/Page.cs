using Spectre.Console;

namespace GovernanceAnalyzers.Tool.Output;

/// <summary>Lines of text, coloured on a terminal and plain elsewhere. Whatever is printed goes through <see cref="Printable"/>.</summary>
internal sealed class Page
{
    public static readonly Style Title = new(decoration: Decoration.Bold);
    public static readonly Style Faint = new(decoration: Decoration.Dim);
    public static readonly Style Good = new(Color.Green);
    public static readonly Style Warning = new(Color.Yellow);
    public static readonly Style Bad = new(Color.Red);

    private readonly IAnsiConsole _console;

    private Page(IAnsiConsole console) => _console = console;

    /// <summary>Standard output: colours only where somebody looks, and never with NO_COLOR.</summary>
    public static Page ForStandardOutput() => new(Console(System.Console.Out, !System.Console.IsOutputRedirected));

    public static Page Plain(TextWriter writer) => new(Console(writer, terminal: false));

    /// <summary>Standard error for progress; null where nobody watches.</summary>
    public static IAnsiConsole? Progress()
        => System.Console.IsErrorRedirected || !ColoursWanted ? null : Console(System.Console.Error, terminal: true, keepWidth: true);

    public Page Add(string text, Style? style = null)
    {
        _console.Write(new Text(Printable.Line(text), style));
        return this;
    }

    public void Line(string text = "", Style? style = null)
    {
        Add(text, style);
        _console.WriteLine();
    }

    private static bool ColoursWanted
        => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static IAnsiConsole Console(TextWriter writer, bool terminal, bool keepWidth = false)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = terminal && ColoursWanted ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = terminal && ColoursWanted ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = keepWidth ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        if (!keepWidth)
        {
            // Never wrapped: a path or a link that is cut in two cannot be followed, and a line is a line for whoever greps.
            console.Profile.Width = 100_000;
        }

        return console;
    }
}
