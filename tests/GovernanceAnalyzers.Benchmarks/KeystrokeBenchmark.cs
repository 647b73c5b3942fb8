using System.Collections.Immutable;
using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// From a keystroke in the body of a step to what all rules say of it: a new compilation with the edited file, a new analysis, the findings of that file. With an
/// analyzer that does nothing beside it, for the compiler binds the file either way. Warm: keystrokes before have had the run time compile what they run, its
/// optimised form too, as it has in an editor that is open for a minute. What the very first one costs is said beside.
/// </summary>
internal static class KeystrokeBenchmark
{
    private const int WarmUp = 100;

    public static void Run(int lines, int times)
    {
        var trees = GeneratedSource.Files(lines, steps: 200).Select(f => CSharpSyntaxTree.ParseText(f.Text, path: $"/0/{f.Name}")).ToList();
        CSharpGeneratorDriver.Create(new GovernanceGenerator()).RunGeneratorsAndUpdateCompilation(
            CSharpCompilation.Create("Large", trees, TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)), out var project, out _);
        var desk = trees.First(t => t.FilePath == "/0/Desk7.cs");
        ImmutableArray<DiagnosticAnalyzer> ours =
        [
            .. typeof(GovernanceAnalyzer).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(GovernanceAnalyzer).IsAssignableFrom(t))
                .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
        ];
        Console.WriteLine($"{lines:N0} lines, 200 steps, a character typed in the body of one");
        Console.WriteLine(Measurement.Header);
        var typed = 0;
        SyntaxTree Type() => CSharpSyntaxTree.ParseText(
            desk.ToString().Replace(GeneratedSource.Editable, $"note.Length + {++typed}", StringComparison.Ordinal), path: desk.FilePath);
        Measure("an empty analyzer, the file", [new EmptyAnalyzer()], false);
        Measure("all rules, the file", ours, false);
        Measure("an empty analyzer, the edited method", [new EmptyAnalyzer()], true);
        Measure("all rules, the edited method", ours, true);

        void Measure(string what, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isMethodOnly)
        {
            Console.WriteLine(new Measurement($"{what}, cold").Run(1, Type, edited => Answer(project, desk, edited, analyzers, isMethodOnly)));
            for (var i = 0; i < WarmUp; i++)
            {
                Answer(project, desk, Type(), analyzers, isMethodOnly);
            }

            Console.WriteLine(new Measurement(what).Run(times, Type, edited => Answer(project, desk, edited, analyzers, isMethodOnly)));
        }
    }

    private static void Answer(Compilation project, SyntaxTree desk, SyntaxTree edited, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isMethodOnly)
    {
        var compilation = project.ReplaceSyntaxTree(desk, edited);
        var method = edited.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m.Identifier.ValueText == "Step0CoreAsync");
        compilation.WithAnalyzers(analyzers)
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), isMethodOnly ? method.FullSpan : null, CancellationToken.None)
            .GetAwaiter().GetResult();
    }
}
