using System.Globalization;
using System.Text.RegularExpressions;

namespace GovernanceAnalyzers.Evaluation.Sources;

/// <summary>Which of a project's frameworks is bound, and what the SDK defines for it. The SDK does so in a target, which is not run.</summary>
internal static partial class TargetFramework
{
    private static readonly string[] s_older = ["1.0", "1.1", "2.0", "2.1", "2.2", "3.0", "3.1"];

    /// <summary>The newest: the references are the newest framework's.</summary>
    public static string? Choose(string frameworks) => frameworks
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .OrderByDescending(Rank).FirstOrDefault();

    public static ImmutableArray<string> Constants(string framework)
    {
        var plain = framework.Split('-')[0].ToLowerInvariant();
        var symbol = plain.ToUpperInvariant().Replace('.', '_');
        if (Standard().Match(plain) is { Success: true })
        {
            return ["NETSTANDARD", symbol, $"{symbol}_OR_GREATER"];
        }

        if (Net().Match(plain) is not { Success: true } match)
        {
            return plain.Length == 0 ? Constants("net10.0") : ["NETFRAMEWORK", symbol, $"{symbol}_OR_GREATER"];
        }

        var major = int.Parse(match.Groups["major"].Value, CultureInfo.InvariantCulture);
        return
        [
            "NET", "NETCOREAPP", symbol,
            .. Enumerable.Range(5, Math.Max(0, major - 4)).Select(v => $"NET{v}_0_OR_GREATER"),
            .. s_older.Select(v => $"NETCOREAPP{v.Replace('.', '_')}_OR_GREATER"),
            .. framework.Split('-').Skip(1).Select(p => new string([.. p.TakeWhile(char.IsLetter)]).ToUpperInvariant()),
        ];
    }

    private static (int Kind, double Version, bool IsPlain) Rank(string framework)
    {
        var plain = framework.Split('-')[0].ToLowerInvariant();
        var digits = new string([.. plain.SkipWhile(char.IsLetter)]);
        var version = double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (Net().IsMatch(plain) ? 2 : Standard().IsMatch(plain) ? 1 : 0, version, plain.Length == framework.Length);
    }

    /// <summary>net5.0 and later, and netcoreapp: what is written with a dot and does not begin with netstandard.</summary>
    [GeneratedRegex(@"^net(coreapp)?(?<major>\d+)\.\d+$")]
    private static partial Regex Net();

    [GeneratedRegex(@"^netstandard\d")]
    private static partial Regex Standard();
}
