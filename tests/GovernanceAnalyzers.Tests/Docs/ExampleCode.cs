using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>Compiles an example as a user's project would: with the generator and every rule we ship.</summary>
internal static class ExampleCode
{
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(string code)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var compilation = (Compilation)CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(RulePage.Prelude, parse, "Prelude.cs"), CSharpSyntaxTree.ParseText(code, parse, "Example.cs")],
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([.. ShippedGenerator.Types.Select(AsSourceGenerator)], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var fromGenerator);
        var fromAnalyzers = await compilation.WithAnalyzers([.. AllRules.AnalyzerTypes.Select(AllRules.Create)]).GetAnalyzerDiagnosticsAsync();
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), .. fromGenerator, .. fromAnalyzers];
    }

    private static ISourceGenerator AsSourceGenerator(Type type)
        => Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator generator => generator.AsSourceGenerator(),
            ISourceGenerator generator => generator,
            _ => throw new InvalidOperationException($"{type} is no generator."),
        };
}
