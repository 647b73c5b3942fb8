using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using VerifyXunit;

namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>A way to write a control, and whether it is one at every action of the step: a call of <c>desk.ActAsync()</c> or <c>desk.ActNow()</c>.</summary>
/// <param name="Name">In words.</param>
/// <param name="Code">The statements of the step.</param>
/// <param name="Holds">The control holds on every path.</param>
/// <param name="Members">Members of the step's class that the statements use.</param>
public sealed record Shape(string Name, string Code, bool Holds, string Members);

/// <summary>Shapes of one kind. All are compiled together once, each as a step in a namespace of its own.</summary>
/// <param name="holds">What is asked of an action.</param>
/// <param name="testFile">Beside it is kept what else is proven, and what is said of it.</param>
public sealed class ShapeTable(Func<object, bool> holds, [CallerFilePath] string testFile = "") : IEnumerable<Shape>
{
    private readonly Baseline _baseline = Baseline.Of(testFile);
    private readonly Dictionary<string, Shape> _shapes = [];
    private (GovernanceModel Model, Dictionary<string, Steps.Step> Steps)? _compiled;

    /// <summary>By which a theory names them.</summary>
    public TheoryData<string> Names => [.. _shapes.Keys];

    public void Add(string name, string code, bool holds, string members = "") => _shapes.Add(name, new(name, code, holds, members));

    public IEnumerator<Shape> GetEnumerator() => _shapes.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public void Check(string name)
    {
        var (model, steps) = _compiled ??= Compile();
        var reach = model.Of(steps[name]);
        var actions = reach.OwnActions.ToList();
        Assert.Equal(_shapes[name].Holds, actions.Count == 0 ? null : (bool?)actions.All(a => holds(a)));
        _baseline.Compare(name, Said(reach));
    }

    private static string Said(StepReach reach)
    {
        var text = new StringBuilder();
        foreach (var (proof, places) in reach.OwnActions.Concat(reach.InferredActions))
        {
            text.Append($"{places.First.Action.Capability} by {places.First.Path}{places.Words}: {(proof.IsReachable ? "" : "never; ")}confirmed by {proof.Confirmation}"
                + $"{(proof.HasIntent ? ", intent" : "")}{(proof.HasOutcome ? ", outcome" : "")}{(proof.IsCutShort ? ", cut short" : "")}\n");
        }

        foreach (var verdict in ActionVerdicts.All(reach))
        {
            text.Append($"{verdict.Rule} {verdict.Reason}\n");
            text.AppendJoin("", verdict.Others.Select(other => $"  > {Place(other)}\n"));
            text.AppendJoin("", verdict.Properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"  {p.Key}: {p.Value}\n"));
        }

        return text.ToString();
    }

    private static string Place(SyntaxNode node) => $"{node.GetLocation().GetLineSpan().StartLinePosition} {node.ToString().ReplaceLineEndings(" ")}";

    private (GovernanceModel Model, Dictionary<string, Steps.Step> Steps) Compile()
    {
        var sources = _shapes.Values.Select((s, i) => $"namespace Shape{i};\n{StepBody.With(s.Code, members: s.Members)}")
            .Append(StepBody.Desk).Append(ShippedGenerator.GlobalUsings.Content);
        var compilation = CSharpCompilation.Create(
            "Shapes", sources.Select(s => CSharpSyntaxTree.ParseText(s, new(LanguageVersion.Latest))), TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var symbols = GovernanceSymbols.For(compilation)!;
        var lists = ActionLists.In(new AnalyzerOptions([]), RuleBook.Shipped.UpTo(PackageRelease.Current));
        return (
            GovernanceModel.For(symbols, lists, PackageRelease.Current, RuleBook.Shipped),
            _shapes.Keys.Index().ToDictionary(s => s.Item, s => StepOf(compilation, symbols, s.Index)));
    }

    private static Steps.Step StepOf(Compilation compilation, GovernanceSymbols symbols, int shape)
        => symbols.StepOf((IMethodSymbol)compilation.GetTypeByMetadataName($"Shape{shape}.Disk")!.GetMembers("CleanAsync").Single())!;
}
