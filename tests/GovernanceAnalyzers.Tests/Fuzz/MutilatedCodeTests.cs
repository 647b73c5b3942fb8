using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Fuzz;

/// <summary>
/// Every sample file with a piece missing or a token too many: nothing of ours fails on it, takes long, or complains about a declaration that is just
/// being written. It runs alone, for it measures processor time.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class MutilatedCodeTests
{
    private const int Cases = 5_000;

    private static readonly TimeSpan s_limit = TimeSpan.FromMilliseconds(250);

    public static TheoryData<string> Files => [.. SampleFile.Names];

    private static int CasesOfAFile => (Cases + SampleFile.Names.Count - 1) / SampleFile.Names.Count;

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Nothing_of_ours_fails_is_slow_or_makes_noise(string file)
    {
        var editor = await OpenEditor.OpenAsync(file);
        var whole = await editor.EditAsync(editor.Root.ToFullString());
        for (var number = 0; number < CasesOfAFile; number++)
        {
            var mutilation = Mutilation.Of(editor.Root, number);
            try
            {
                var look = await editor.EditAsync(mutilation.Text);
                Assert.DoesNotContain(look.Diagnostics, d => d.Id is "GVN9099" or "AD0001" or "CS8785" or "CS8784");
                Assert.Empty(NoiseOf(mutilation, whole, look));
                await AssertIsFast(editor, mutilation.Text, look);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"{file}, number {number}, {mutilation.What}:\n{failure}\n\n{mutilation.Text}", failure);
            }
        }
    }

    /// <summary>
    /// What a declaration is told that it was not told before, while the compiler cannot read it either. Where a cut leaves a declaration that
    /// compiles, such as one without its owner, there is something to say.
    /// </summary>
    private static IEnumerable<string> NoiseOf(Mutilation mutilation, Look before, Look after)
    {
        if (mutilation.Declaration is not { } declaration)
        {
            return [];
        }

        var cut = before.File.Length - after.File.Length;
        var noise = Told(after, Less(declaration.Whole, cut)).Except(Told(before, declaration.Whole)).ToList();
        return noise.Count > 0 && IsRefused(after, Less(declaration.Attributes, cut)) && IsWhole(after, Less(declaration.Whole, cut)) ? noise : [];
    }

    private static TextSpan Less(TextSpan span, int cut) => new(span.Start, span.Length - cut);

    private static bool IsRefused(Look look, TextSpan attributes)
        => look.Compilation.GetDiagnostics().Any(d => d.Severity == DiagnosticSeverity.Error && d.Location.SourceTree == look.File && attributes.IntersectsWith(d.Location.SourceSpan));

    /// <summary>Where the parser cannot tell any more where the attribute ends, it is on no declaration.</summary>
    private static bool IsWhole(Look look, TextSpan declaration) => look.File.GetRoot().DescendantNodes().Any(n => n.Span == declaration);

    /// <summary>Not GVN1006: the name of a handler that is still to be written is how one asks for it.</summary>
    private static IEnumerable<string> Told(Look look, TextSpan declaration)
        => look.Diagnostics
            .Where(d => d.Id[..4] is "GVN1" or "GVN4" && d.Id != "GVN1006" && d.Location.SourceTree == look.File && declaration.Contains(d.Location.SourceSpan))
            .Select(d => $"{d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}");

    /// <summary>
    /// A long time is measured again: only what takes long each time is slow. On a machine so busy that the compiler itself needs a multiple of its
    /// time for this text, ours may too.
    /// </summary>
    private static async Task AssertIsFast(OpenEditor editor, string text, Look look)
    {
        var slow = SlowIn(look, s_limit);
        for (var again = 0; again < 5 && slow.Count > 0; again++)
        {
            var next = await editor.EditAsync(text);
            var start = Environment.CpuUsage.TotalTime;
            next.Compilation.Clone().GetDiagnostics();
            var compiler = Environment.CpuUsage.TotalTime - start;
            slow = [.. slow.Intersect(SlowIn(next, compiler * 10 > s_limit ? compiler * 10 : s_limit))];
        }

        Assert.Empty(slow);
    }

    private static List<string> SlowIn(Look look, TimeSpan limit) => [.. look.Times.Where(t => t.Time > limit).Select(t => t.What)];
}

/// <summary>What measures processor time shares it with no other test.</summary>
[CollectionDefinition(nameof(RunsAlone), DisableParallelization = true)]
public sealed class RunsAlone;
