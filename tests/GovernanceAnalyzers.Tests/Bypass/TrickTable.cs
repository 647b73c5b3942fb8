using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using GovernanceAnalyzers.Inspection;
using GovernanceAnalyzers.Rules.Declaration;
using GovernanceAnalyzers.Tests.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>The tricks of one family, and how each is played: in a project with the generator and every rule that there is.</summary>
public sealed class TrickTable : IEnumerable<Trick>
{
    private readonly List<Trick> _tricks = [];

    /// <summary>By which a theory names them.</summary>
    public TheoryData<string> Names => [.. _tricks.Select(t => t.Words)];

    public void Add(Trick trick) => _tricks.Add(trick);

    public IEnumerator<Trick> GetEnumerator() => _tricks.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public async Task PlayAsync(string words)
    {
        var trick = _tricks.Single(t => t.Words == words);
        Assert.Equal(trick.Verdict, Marked(trick) ?? trick.Verdict);
        await FindingsAreAsMarked(trick);
        if (trick.Verdict == Verdict.Refused)
        {
            Assert.Contains(trick.Says!, Problem(trick) ?? "the manifest holds", StringComparison.Ordinal);
        }

        if (trick.Verdict == Verdict.StillPossible)
        {
            Assert.Null(Problem(trick));
            Assert.Contains(trick.Says!, Limitations(), StringComparison.Ordinal);
        }
    }

    private static string SourceFile([CallerFilePath] string path = "") => path;

    /// <summary>What the marks say of the verdict; null where there are none.</summary>
    private static Verdict? Marked(Trick trick)
    {
        var marked = trick.Files.Select(f => f.Content).Append(trick.Code).ToList();
        return marked.Any(m => m.Contains("{|CS", StringComparison.Ordinal)) ? Verdict.Impossible
             : trick.Nowhere.Length > 0 || marked.Any(m => m.Contains("{|GVN", StringComparison.Ordinal)) ? Verdict.Reported
             : trick.Verdict is Verdict.Refused or Verdict.StillPossible ? null
             : throw new InvalidOperationException($"Nothing is marked in '{trick.Words}'.");
    }

    private static Task FindingsAreAsMarked(Trick trick)
    {
        var test = new EveryRuleTest { TestCode = trick.Code, Baseline = Baseline.Of(SourceFile()), Entry = trick.Words };
        foreach (var (path, content) in trick.Files)
        {
            if (path.EndsWith(".cs", StringComparison.Ordinal))
            {
                test.TestState.Sources.Add((path, content));
            }
            else if (path.EndsWith("config", StringComparison.Ordinal))
            {
                test.TestState.AnalyzerConfigFiles.Add((path, content));
            }
            else
            {
                AddList(path, content, test);
            }
        }

        test.TestState.AdditionalReferences.AddRange(References(trick));
        foreach (var (name, value) in trick.Properties)
        {
            test.BuildProperties[name] = value;
        }

        test.ExpectedDiagnostics.AddRange(trick.Nowhere.Select(id => new DiagnosticResult(id, DiagnosticSeverity.Error)));
        return test.RunAsync();
    }

    /// <summary>The kit reads marks in sources only. In a list there is one at most, within a line.</summary>
    private static void AddList(string path, string content, EveryRuleTest test)
    {
        var mark = Regex.Match(content, @"\{\|(?<id>GVN\d{4}):(?<text>.*?)\|\}");
        if (mark.Success)
        {
            var line = content[..mark.Index].Count(c => c == '\n') + 1;
            var column = mark.Index - content.LastIndexOf('\n', mark.Index);
            var (id, text) = (mark.Groups["id"].Value, mark.Groups["text"].Value);
            test.ExpectedDiagnostics.Add(new DiagnosticResult(id, AllRules.Rules.Single(r => r.Id == id).DefaultSeverity)
                .WithSpan(path, line, column, line, column + text.Length));
            content = content.Replace(mark.Value, text, StringComparison.Ordinal);
        }

        test.TestState.AdditionalFiles.Add((path, content));
    }

    /// <summary>What the check of the compiled assembly says; the build's task and the tool ask the same.</summary>
    private static string? Problem(Trick trick)
    {
        var test = new PlumbingTest { TestCode = trick.Code };
        test.TestState.AdditionalReferences.AddRange(References(trick));
        foreach (var (path, content) in trick.Files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)))
        {
            test.TestState.Sources.Add((path, content));
        }

        var file = Path.GetTempFileName();
        try
        {
            using (var stream = File.Create(file))
            {
                var emitted = test.Run().Output.Emit(stream);
                Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
            }

            return AssemblyEvidence.Read(file, isDue: true).Problem;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<MetadataReference> References(Trick trick) => trick.Library.Length == 0 ? [] :
    [
        CSharpCompilation.Create(
            "Acme", [CSharpSyntaxTree.ParseText(trick.Library), CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content)], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary))
            .ToMetadataReference(),
    ];

    /// <summary>In one line, for a sentence may be broken anywhere.</summary>
    private static string Limitations()
        => string.Join(' ', File.ReadAllText(AllRules.RepositoryFile("docs/limitations.md")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private sealed class EveryRuleTest : RuleTest<StepMustHaveOwnerAnalyzer>
    {
        public EveryRuleTest()
        {
            // Each trick is played as it is; what pragmas and headers do to a rule is a trick of its own.
            TestBehaviors = TestBehaviors.SkipGeneratedSourcesCheck | TestBehaviors.SkipGeneratedCodeCheck | TestBehaviors.SkipSuppressionCheck;
            BuildProperties["GovernanceDate"] = "2026-11-20";
            DisabledDiagnostics.Add(RuleIds.Facts);
        }

        protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => AllRules.AnalyzerTypes.Select(AllRules.Create);
    }
}
