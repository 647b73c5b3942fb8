using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace GovernanceAnalyzers.BuildTasks;

/// <summary>
/// What the C# compiler was told, as it reads it: a response file stands for the arguments in it, also within another response file, and
/// of two equal switches the later one holds.
/// </summary>
internal sealed class CompilerArguments
{
    private readonly string _folder;
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);

    private CompilerArguments(string folder) => _folder = folder;

    /// <summary>The last word is that analyzers are left out.</summary>
    public bool SkipsAnalyzers => SkippedBy is not null;

    /// <summary>Where that is said: a response file, or "" for the arguments themselves; null where analyzers run.</summary>
    public string? SkippedBy { get; private set; }

    /// <summary>The analyzers' files.</summary>
    public List<string> Analyzers { get; } = [];

    /// <summary>The error log and what follows its comma; null where there is none.</summary>
    public string? ErrorLog { get; private set; }

    /// <summary>A response file that is no longer there, so that what it said is not known.</summary>
    public string? Unreadable { get; private set; }

    /// <summary>Reads arguments.</summary>
    /// <param name="arguments">One argument each.</param>
    /// <param name="folder">The folder that the compiler ran in; it takes every relative path from there, also one in a response file.</param>
    public static CompilerArguments Read(IEnumerable<string> arguments, string folder)
    {
        var read = new CompilerArguments(folder);
        read.Add(arguments, "");
        return read;
    }

    public string FullPath(string path) => Path.GetFullPath(Path.Combine(_folder, path));

    private void Add(IEnumerable<string> arguments, string from)
    {
        foreach (var argument in arguments.Select(a => a.Replace("\"", "").Trim()))
        {
            if (argument.StartsWith("@", StringComparison.Ordinal))
            {
                AddFile(argument.Substring(1).Trim());
            }
            else if (argument.Length > 1 && argument[0] is '/' or '-')
            {
                AddSwitch(argument.Substring(1), from);
            }
        }
    }

    private void AddSwitch(string text, string from)
    {
        var colon = text.IndexOf(':');
        var name = (colon < 0 ? text : text.Substring(0, colon)).ToLowerInvariant();
        var value = colon < 0 ? "" : text.Substring(colon + 1).Trim();
        switch (name)
        {
            case "skipanalyzers" or "skipanalyzers+":
                SkippedBy = from;
                break;
            case "skipanalyzers-":
                SkippedBy = null;
                break;
            case "a" or "analyzer":
                Analyzers.AddRange(value.Split(';', ',').Where(v => v.Length > 0));
                break;
            case "errorlog":
                ErrorLog = value;
                break;
        }
    }

    private void AddFile(string name)
    {
        var path = FullPath(name);

        // One that names itself: the compiler does not come to an end either.
        if (!_open.Add(path))
        {
            return;
        }

        try
        {
            Add(File.ReadLines(path).SelectMany(Words), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Unreadable ??= path;
        }

        _open.Remove(path);
    }

    /// <summary>A line's arguments: blanks part them outside quotes, and where one would begin, # begins a remark.</summary>
    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (word.Length == 0 && c == '#')
            {
                break;
            }

            quoted ^= c == '"';
            if (!quoted && char.IsWhiteSpace(c))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else
            {
                word.Append(c);
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
