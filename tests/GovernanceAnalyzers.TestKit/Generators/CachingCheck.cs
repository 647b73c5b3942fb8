using Microsoft.CodeAnalysis.CSharp;
using System.Reflection;
using Xunit.Sdk;

namespace GovernanceAnalyzers.TestKit;

/// <summary>Runs a generator again and again and asserts that it does not work twice.</summary>
/// <param name="stepNames">A static class whose string constants are the tracking names of the pipeline's steps.</param>
/// <param name="absentSteps">Steps that need not run for this input.</param>
public sealed class CachingCheck(Type stepNames, IReadOnlyCollection<string> absentSteps)
{
    private readonly ImmutableArray<string> _steps =
        [.. stepNames.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(f => f.IsLiteral && f.FieldType == typeof(string))
            .Select(f => (string)f.GetRawConstantValue()!)];

    /// <summary>Runs on the compilation, on a clone of it, and after an edit that has nothing to do with it.</summary>
    /// <returns>The driver after the first run.</returns>
    /// <exception cref="XunitException">A step ran again, holds a Roslyn object, or did not run at all.</exception>
    public GeneratorDriver Run(GeneratorDriver driver, Compilation compilation)
    {
        var first = driver.RunGenerators(compilation);
        AssertComplete(Result(first));
        AssertNoRoslynObjects(Result(first));

        var second = first.RunGenerators(compilation.Clone());
        AssertCached(Result(second), "on a clone of the same input");

        var options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        var unrelated = CSharpSyntaxTree.ParseText("internal static class UnrelatedEdit { }", options, "/0/UnrelatedEdit.cs");
        AssertCached(Result(second.RunGenerators(compilation.AddSyntaxTrees(unrelated))), "after an unrelated edit");
        return first;
    }

    private static GeneratorRunResult Result(GeneratorDriver driver) => driver.GetRunResult().Results.Single();

    private void AssertComplete(GeneratorRunResult result)
    {
        if (result.Exception is { } exception)
        {
            throw new XunitException($"The generator threw: {exception}");
        }

        var missing = _steps.Except(absentSteps).Where(step => !result.TrackedSteps.ContainsKey(step)).ToList();
        if (missing.Count > 0)
        {
            throw new XunitException($"These steps did not run, or carry no tracking name: {string.Join(", ", missing)}.");
        }
    }

    private void AssertNoRoslynObjects(GeneratorRunResult result)
    {
        foreach (var (step, value) in Tracked(result).SelectMany(t => t.Run.Outputs.Select(o => (t.Name, o.Value))))
        {
            if (RoslynObjectSearch.Find(value) is { } found)
            {
                throw new XunitException($"The step {step} holds a Roslyn object: {found}.");
            }
        }
    }

    private void AssertCached(GeneratorRunResult result, string when)
    {
        foreach (var (step, run) in Tracked(result))
        {
            if (run.Outputs.Any(o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)))
            {
                throw new XunitException($"The step {step} ran again {when}: {string.Join(", ", run.Outputs.Select(o => o.Reason))}.");
            }
        }

        foreach (var (output, runs) in result.TrackedOutputSteps)
        {
            if (runs.SelectMany(r => r.Outputs).Any(o => o.Reason is not IncrementalStepRunReason.Cached))
            {
                throw new XunitException($"The output {output} was written again {when}.");
            }
        }
    }

    private IEnumerable<(string Name, IncrementalGeneratorRunStep Run)> Tracked(GeneratorRunResult result)
        => result.TrackedSteps.Where(s => _steps.Contains(s.Key)).SelectMany(s => s.Value.Select(run => (s.Key, run)));
}
