using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Rules.Facts;
using GovernanceAnalyzers.Tests.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Facts;

/// <summary>The one step or entry point of a source, as GVN0001 has it.</summary>
internal static class FactsOf
{
    /// <param name="testFile">All of them are kept beside it, also those that the test asks nothing about.</param>
    public static async Task<IReadOnlyDictionary<string, string?>> Source(
        string source, string otherPart = "", OutputKind kind = OutputKind.DynamicallyLinkedLibrary, string entry = "",
        [CallerFilePath] string testFile = "", [CallerMemberName] string test = "")
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        var compilation = CSharpCompilation.Create(
            "facts",
            [
                CSharpSyntaxTree.ParseText(source, options),
                CSharpSyntaxTree.ParseText(otherPart, options, "Part.cs"),
                CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content, options),
                CSharpSyntaxTree.ParseText(ForeignLibraries.Source, options),
            ],
            [.. TestReferences.All, MetadataReference.CreateFromFile(typeof(Assert).Assembly.Location), MetadataReference.CreateFromFile(typeof(Xunit.Abstractions.ITestOutputHelper).Assembly.Location)],
            new(kind, allowUnsafe: true));

        var diagnostics = await compilation.WithAnalyzers([new GovernanceFactsAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, d => d.Id == "GVN9099");
        Baseline.Of(testFile).Compare($"{(entry.Length > 0 ? entry : test)} {Baseline.Digest(source, otherPart, $"{kind}")}", DiagnosticListing.Of(diagnostics));
        return Assert.Single(diagnostics, d => d.Id == "GVN0001").Properties;
    }
}
