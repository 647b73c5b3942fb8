using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using GovernanceAnalyzers.Tests.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>Compiles an example as a user's project would: with the generator and every rule we ship.</summary>
internal static class ExampleCode
{
    /// <param name="code">The example.</param>
    /// <param name="files">Additional files of the project, by name.</param>
    /// <param name="properties">MSBuild properties of the project.</param>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsOf(
        string code, IEnumerable<(string Name, string Content)>? files = null, IReadOnlyDictionary<string, string>? properties = null)
    {
        var parse = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var compilation = (Compilation)CSharpCompilation.Create(
            "Example",
            [CSharpSyntaxTree.ParseText(RulePage.Prelude, parse, "Prelude.cs"), CSharpSyntaxTree.ParseText(code, parse, "Example.cs")],
            TestReferences.All.Add(HarnessLibrary.Harness),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([.. ShippedGenerator.Types.Select(AsSourceGenerator)], parseOptions: parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out compilation, out var fromGenerator);
        var options = new AnalyzerOptions([.. (files ?? []).Select(f => new ExampleFile(f.Name, f.Content))], new ExampleOptions(properties ?? ImmutableDictionary<string, string>.Empty));
        var fromAnalyzers = await compilation.WithAnalyzers([.. AllRules.AnalyzerTypes.Select(AllRules.Create)], options).GetAnalyzerDiagnosticsAsync();
        return [.. compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error), .. fromGenerator, .. fromAnalyzers];
    }

    private static ISourceGenerator AsSourceGenerator(Type type)
        => Activator.CreateInstance(type) switch
        {
            IIncrementalGenerator generator => generator.AsSourceGenerator(),
            ISourceGenerator generator => generator,
            _ => throw new InvalidOperationException($"{type} is no generator."),
        };

    private sealed class ExampleFile(string name, string content) : AdditionalText
    {
        public override string Path => name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
    }

    private sealed class ExampleOptions(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values(ImmutableDictionary<string, string>.Empty);

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(ImmutableDictionary<string, string>.Empty);

        private sealed class Values(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
                => properties.TryGetValue(key.Replace("build_property.", "", StringComparison.Ordinal), out value);
        }
    }
}
