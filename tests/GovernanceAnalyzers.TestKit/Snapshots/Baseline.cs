using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Testing;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>
/// What is said of many inputs, an entry each, in one text file: <c>_baselines/Type.txt</c> beside the test's source. Its difference shows what a change
/// does to all of them.
/// </summary>
public sealed class Baseline
{
    private const string Heading = "## ";

    private static readonly ConcurrentDictionary<string, Baseline> s_all = new();

    private readonly string _file;
    private readonly Dictionary<string, string> _verified;
    private readonly SortedDictionary<string, string> _received = new(StringComparer.Ordinal);

    private Baseline(string file)
    {
        _file = file;
        _verified = File.Exists(file) ? Parse(File.ReadAllText(file)) : [];
    }

    /// <param name="testFile">The source of the tests, from which it has its name.</param>
    public static Baseline Of(string testFile)
    {
        var source = SourcePath.OnThisMachine(testFile);
        return s_all.GetOrAdd(
            Path.Combine(Path.GetDirectoryName(source)!, "_baselines", Path.GetFileNameWithoutExtension(source) + ".txt"), file => new(file));
    }

    /// <summary>Tells inputs of one name apart, and is the same on every machine.</summary>
    public static string Digest(params IEnumerable<string> input)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', input).ReplaceLineEndings("\n"))).AsSpan(0, 4));

    /// <summary>Compares what is said of one input.</summary>
    /// <exception cref="XunitException">It is not what it was.</exception>
    public void Compare(string entry, string content)
    {
        content = content.ReplaceLineEndings("\n").TrimEnd('\n');
        if (SnapshotSet.IsAccepting)
        {
            Accept(entry, content);
        }

        if (!_verified.TryGetValue(entry, out var expected))
        {
            throw new XunitException($"'{entry}' is not in {_file}. Received:\n{content}");
        }

        if (expected != content)
        {
            throw new XunitException(TextDifference.Explain($"'{entry}' in {_file}", expected, content));
        }
    }

    /// <summary>What nothing gives any more is left out, so that all the tests of the file have to be run.</summary>
    private void Accept(string entry, string content)
    {
        lock (_received)
        {
            if (_received.TryGetValue(entry, out var other) && other != content)
            {
                throw new XunitException(TextDifference.Explain($"Two inputs are called '{entry}', and the second", other, content));
            }

            _received[entry] = content;
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            File.WriteAllText(_file, string.Join("\n", _received.Select(e => $"{Heading}{e.Key}\n{e.Value}\n")), new UTF8Encoding(false));
        }
    }

    private static Dictionary<string, string> Parse(string text)
        => ("\n" + text.ReplaceLineEndings("\n")).Split("\n" + Heading).Skip(1).Select(e => e.Split('\n', 2)).ToDictionary(e => e[0], e => e[1].TrimEnd('\n'));
}
