using GovernanceAnalyzers.Generation.Emission;
using GovernanceAnalyzers.Generation.Manifest;
using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Generation.Reading;
using GovernanceAnalyzers.Rules.Declaration;

namespace GovernanceAnalyzers.Generation;

/// <summary>
/// Writes the plumbing of partial steps, the decorators of interfaces with steps, the step table and the declared manifest. It reads attributes and signatures, never calls: what
/// needs a look at bodies would run on every key stroke.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class GovernanceGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var steps = Declared(context, "WorkflowStep", StepNames.Steps, c =>
            c.TargetSymbol is IMethodSymbol method && GovernanceSymbols.For(c.SemanticModel.Compilation)?.StepOf(method) is { } step
                ? StepModelReader.Read(step)
                : null);
        var workflows = Declared(context, "GovernedWorkflow", StepNames.Workflows, c => DeclarationReader.Workflow(c));
        var decorators = Declared(context, "GovernedWorkflow", StepNames.Decorators, c =>
            c.TargetSymbol is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && GovernanceSymbols.For(c.SemanticModel.Compilation) is { } symbols
                ? DecoratorReader.Read(contract, symbols)
                : null);
        var contracts = Declared(context, "ConsequentialAction", StepNames.Contracts, c => DeclarationReader.Contract(c));
        var waivers = Declared(context, "GovernanceWaiver", StepNames.Waivers, c => DeclarationReader.Waivers(c));
        var policy = context.AnalyzerConfigOptionsProvider
            .Select((options, _) => DeclaredPolicy.Of(
                GovernanceSetting.Mode.In(options.GlobalOptions), GovernanceSetting.Level.In(options.GlobalOptions)))
            .WithTrackingName(StepNames.Policy);
        var canDeclare = context.CompilationProvider
            .Select((compilation, _) => GovernanceSymbols.For(compilation) is { CanDeclare: true })
            .WithTrackingName(StepNames.CanDeclare);


        // A step whose attribute is, wrongly, on both parts of the method is met twice; it must not be implemented twice.
        var allSteps = Values(steps).Select((all, _) => all.Distinct().ToEquatableArray());
        var allDecorators = Values(decorators).Select((all, _) => all.Distinct().ToEquatableArray());
        var types = allSteps.Combine(allDecorators).SelectMany((all, _) => TypeSteps.Group(all.Left, all.Right)).WithTrackingName(StepNames.Types);
        var table = allSteps.Combine(allDecorators)
            .Select((all, _) => (
                Entries: StepTableWriter.Entries(all.Left).ToEquatableArray(), Decorators: StepTableWriter.Decorators(all.Right).ToEquatableArray()))
            .WithTrackingName(StepNames.Table);
        var manifest = allSteps.Combine(Values(workflows)).Combine(Values(contracts)).Combine(Values(waivers)).Combine(policy)
            .Select((all, _) => DeclaredManifestJson.Embedded(new(
                all.Left.Left.Left.Right,
                all.Left.Left.Left.Left.Select(step => step.Declared).ToEquatableArray(),
                all.Left.Left.Right,
                all.Left.Right.SelectMany(list => list).ToEquatableArray(),
                all.Right)))
            .WithTrackingName(StepNames.Manifest);
        var unguarded = manifest.Combine(context.AnalyzerConfigOptionsProvider)
            .Select((all, _) => all.Left != DeclaredManifestJson.None && GuardWitness.AreMissing(all.Right.GlobalOptions))
            .WithTrackingName(StepNames.Unguarded);
        var failures = Failures(steps).Combine(Failures(decorators)).Combine(Failures(workflows)).Combine(Failures(contracts)).Combine(Failures(waivers))
            .Select((all, _) => all.Left.Left.Left.Left.Concat(all.Left.Left.Left.Right).Concat(all.Left.Left.Right).Concat(all.Left.Right).Concat(all.Right)
                .Distinct().ToEquatableArray())
            .WithTrackingName(StepNames.Failures);

        context.RegisterSourceOutput(types, (output, type) => Attempt.Write(output, () => WriteType(output, type)));
        context.RegisterSourceOutput(failures, (output, all) =>
        {
            foreach (var failure in all)
            {
                Attempt.Report(output, failure);
            }
        });
        context.RegisterImplementationSourceOutput(table, (output, all) => Attempt.Write(output, () =>
        {
            if (all.Entries.Count + all.Decorators.Count > 0)
            {
                output.AddSource("Governance.StepTable.g.cs", StepTableWriter.Write(all.Entries, all.Decorators));
            }
        }));
        context.RegisterImplementationSourceOutput(unguarded, (output, isUnguarded) =>
        {
            if (isUnguarded)
            {
                output.ReportDiagnostic(Diagnostic.Create(GuardWitness.Rule, Location.None));
            }
        });
        context.RegisterImplementationSourceOutput(manifest.Combine(canDeclare), (output, all) => Attempt.Write(output, () =>
        {
            if (all.Right)
            {
                output.AddSource("Governance.Manifest.g.cs", ManifestWriter.Write(all.Left));
            }
        }));
    }

    private static void WriteType(SourceProductionContext output, TypeSteps type)
    {
        foreach (var forbidden in type.Steps.Select(step => step.Forbidden).OfType<string>())
        {
            output.ReportDiagnostic(Diagnostic.Create(StepShapeMustBePlumbableAnalyzer.Unimplementable, Location.None, forbidden));
        }

        var implemented = type.Steps.Where(step => step.Method is not null).ToList();
        if (type.Decorator is { } decorator)
        {
            output.AddSource(type.HintName, DecoratorWriter.Write(decorator, implemented));
        }
        else if (implemented.Count > 0)
        {
            output.AddSource(type.HintName, PlumbingWriter.Write(type.Type, implemented));
        }
    }

    private static IncrementalValuesProvider<Attempt<T>> Declared<T>(
        IncrementalGeneratorInitializationContext context, string attribute, string name,
        Func<GeneratorAttributeSyntaxContext, T?> read)
        where T : class
        => context.SyntaxProvider.ForAttributeWithMetadataName(
                $"Governance.{attribute}Attribute",
                static (_, _) => true,
                (declaration, _) => Attempt.To(() => read(declaration)))
            .WithTrackingName(name);

    private static IncrementalValueProvider<EquatableArray<T>> Values<T>(IncrementalValuesProvider<Attempt<T>> attempts)
        where T : class, IEquatable<T>
        => attempts.Collect().Select((all, _) => all.Select(a => a.Value).OfType<T>().ToEquatableArray());

    private static IncrementalValueProvider<EquatableArray<string>> Failures<T>(IncrementalValuesProvider<Attempt<T>> attempts)
        where T : class
        => attempts.Collect().Select((all, _) => all.Select(a => a.Failure).OfType<string>().Distinct().ToEquatableArray());
}
