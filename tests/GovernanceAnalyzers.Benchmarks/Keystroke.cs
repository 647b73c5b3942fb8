using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Benchmarks;

/// <summary>
/// What an editor does when a character is typed in the body of a step: the file is parsed anew as far as it changed, a new compilation has it, and a new analysis says what is found in it.
/// </summary>
internal sealed class Keystroke(Compilation project)
{
    private readonly SyntaxTree _file = project.SyntaxTrees.Single(t => t.FilePath == GeneratedProject.Folder + "Desk7.cs");
    private int _typed;

    /// <summary>What is found in the edited file, or in the edited method alone.</summary>
    public ImmutableArray<Diagnostic> Type(ImmutableArray<DiagnosticAnalyzer> analyzers, Extent extent)
    {
        var text = _file.GetText();
        var place = new TextSpan(text.ToString().IndexOf(GeneratedSource.Editable, StringComparison.Ordinal), GeneratedSource.Editable.Length);
        var edited = _file.WithChangedText(text.WithChanges(new TextChange(place, $"note.Length + {++_typed}")));
        var compilation = project.ReplaceSyntaxTree(_file, edited);
        TextSpan? asked = extent is Extent.Method ? edited.GetRoot().FindNode(place).FirstAncestorOrSelf<MethodDeclarationSyntax>()!.FullSpan : null;
        return compilation.WithAnalyzers(analyzers)
            .GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(edited), asked, CancellationToken.None)
            .GetAwaiter().GetResult();
    }
}
