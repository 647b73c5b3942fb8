using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers.Tests.TestKit;

internal static class ToySteps
{
    public const string Classes = nameof(Classes);
}

/// <summary>A partial twin for every class, from strings: cached.</summary>
public sealed class CachedGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => node is ClassDeclarationSyntax { AttributeLists.Count: > 0 }, (c, _) => ((ClassDeclarationSyntax)c.Node).Identifier.ValueText)
            .WithTrackingName(ToySteps.Classes);
        context.RegisterSourceOutput(names, (output, name) => output.AddSource($"{name}.g.cs", $"partial class {name};\n"));
    }
}

/// <summary>The same from symbols.</summary>
public sealed class SymbolGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.SyntaxProvider
            .CreateSyntaxProvider((node, _) => node is ClassDeclarationSyntax { AttributeLists.Count: > 0 }, (c, ct) => new Model(c.SemanticModel.GetDeclaredSymbol(c.Node, ct)!))
            .WithTrackingName(ToySteps.Classes);
        context.RegisterSourceOutput(names, (output, model) => output.AddSource($"{model.Class.Name}.g.cs", $"partial class {model.Class.Name};\n"));
    }

    private sealed record Model(ISymbol Class);
}

/// <summary>The same from strings, but with the whole compilation as an input.</summary>
public sealed class UncachedGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var names = context.CompilationProvider
            .Select((compilation, _) => new Names(compilation.Assembly.GlobalNamespace.GetTypeMembers().Select(t => t.Name).First()))
            .WithTrackingName(ToySteps.Classes);
        context.RegisterSourceOutput(names, (output, name) => output.AddSource($"{name.First}.g.cs", $"partial class {name.First};\n"));
    }

    private sealed class Names(string first)
    {
        public string First { get; } = first;
    }
}

/// <summary>Forgets the tracking name.</summary>
public sealed class UnnamedGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) => output.AddSource("Nothing.g.cs", "// nothing\n"));
}
