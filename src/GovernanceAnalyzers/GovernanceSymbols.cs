using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers;

/// <summary>The compilation's known types. Null where nothing concerns us: then no rule registers anything.</summary>
internal sealed class GovernanceSymbols
{
    /// <summary>Attributes of others through which automation enters the code; known by name, for we depend on none of them.</summary>
    public static readonly ImmutableArray<string> EntryPointAttributes =
    [
        "ModelContextProtocol.Server.McpServerToolAttribute",
        "Microsoft.SemanticKernel.KernelFunctionAttribute",
        "Microsoft.SemanticKernel.SKFunctionAttribute",
        "Microsoft.SemanticKernel.SkillDefinition.SKFunctionAttribute",
        "AutoGen.Core.FunctionAttribute",
        "MCPSharp.McpFunctionAttribute",
        "MCPSharp.McpToolAttribute",
        "OllamaSharp.OllamaToolAttribute",
        "Anthropic.SDK.Common.FunctionAttribute",

        // On a parameter: the method that has it is the tool.
        "Microsoft.Azure.Functions.Worker.Extensions.Mcp.McpToolTriggerAttribute",
        "Microsoft.Azure.Functions.Extensions.Mcp.McpToolTriggerAttribute",
    ];

    /// <summary>Those of them whose host fills a parameter of a service type from the container, and does not show it to the model.</summary>
    public static readonly ImmutableArray<string> ServedEntryPointAttributes =
    [
        "ModelContextProtocol.Server.McpServerToolAttribute",
        "Microsoft.SemanticKernel.KernelFunctionAttribute",
    ];

    /// <summary>Factories of others that turn a delegate into a tool: type, method.</summary>
    public static readonly ImmutableArray<(string Type, string Method)> EntryPointFactories =
    [
        ("Microsoft.Extensions.AI.AIFunctionFactory", "Create"),
        ("ModelContextProtocol.Server.McpServerTool", "Create"),
        ("Microsoft.SemanticKernel.KernelFunctionFactory", "CreateFromMethod"),
        ("Microsoft.SemanticKernel.KernelExtensions", "CreateFunctionFromMethod"),
        ("Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions", "WithCallToolHandler"),
        ("GitHub.Copilot.CopilotTool", "DefineTool"),
    ];

    private const string StepAttribute = "Governance.WorkflowStepAttribute";

    private static readonly ImmutableArray<string> s_foreign = [.. EntryPointAttributes.Concat(EntryPointFactories.Select(f => f.Type)).Distinct()];
    private static readonly ConditionalWeakTable<Compilation, Holder> s_cache = new();

    private readonly ConcurrentDictionary<IMethodSymbol, Step?> _steps = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, Step[]> _stepsOfType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, IMethodSymbol[]> _markedOfType = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _settled = new(SymbolEqualityComparer.Default);

    private GovernanceSymbols(Compilation compilation, INamedTypeSymbol? step, ImmutableArray<INamedTypeSymbol> foreign)
    {
        Compilation = compilation;
        GovernedWorkflow = Beside(step, "Governance.GovernedWorkflowAttribute");
        WorkflowStep = step;
        ConsequentialAction = Beside(step, "Governance.ConsequentialActionAttribute");
        AutomationEntryPoint = Beside(step, "Governance.AutomationEntryPointAttribute");
        HumanConfirmation = Beside(step, "Governance.HumanConfirmationAttribute");
        RecordsAction = Beside(step, "Governance.RecordsActionAttribute");
        StepService = Beside(step, "Governance.StepServiceAttribute");
        Redacted = Beside(step, "Governance.RedactedAttribute");
        GovernanceWaiver = Beside(step, "Governance.GovernanceWaiverAttribute");
        Baseline = Beside(step, "Governance.BaselineAttribute");
        FailureMode = Beside(step, "Governance.FailureModeAttribute");
        Review = Beside(step, "Governance.ReviewAttribute");
        Sunset = Beside(step, "Governance.SunsetAttribute");
        StepGovernor = Beside(step, "Governance.IStepGovernor");
        ActionLog = Beside(step, "Governance.IActionLog");
        ConfirmationGate = Beside(step, "Governance.IConfirmationGate");
        StepApproval = Beside(step, "Governance.StepApproval");
        StepRun = Beside(step, "Governance.StepRun");
        StepOutcome = Beside(step, "Governance.StepOutcome");
        StepOutcomeOf = Beside(step, "Governance.StepOutcome`1");
        Task = Beside(compilation.ObjectType, "System.Threading.Tasks.Task");
        TaskOf = Beside(compilation.ObjectType, "System.Threading.Tasks.Task`1");
        ValueTask = Beside(compilation.ObjectType, "System.Threading.Tasks.ValueTask");
        ValueTaskOf = Beside(compilation.ObjectType, "System.Threading.Tasks.ValueTask`1");
        CancellationToken = Beside(compilation.ObjectType, "System.Threading.CancellationToken");
        AsyncEnumerable = Beside(compilation.ObjectType, "System.Collections.Generic.IAsyncEnumerable`1");
        ForeignEntryPoints = foreign;
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? GovernedWorkflow { get; }

    public INamedTypeSymbol? WorkflowStep { get; }

    public INamedTypeSymbol? ConsequentialAction { get; }

    public INamedTypeSymbol? AutomationEntryPoint { get; }

    public INamedTypeSymbol? HumanConfirmation { get; }

    public INamedTypeSymbol? RecordsAction { get; }

    public INamedTypeSymbol? StepService { get; }

    public INamedTypeSymbol? Redacted { get; }

    public INamedTypeSymbol? GovernanceWaiver { get; }

    public INamedTypeSymbol? Baseline { get; }

    public INamedTypeSymbol? FailureMode { get; }

    public INamedTypeSymbol? Review { get; }

    public INamedTypeSymbol? Sunset { get; }

    public INamedTypeSymbol? StepGovernor { get; }

    public INamedTypeSymbol? ActionLog { get; }

    public INamedTypeSymbol? ConfirmationGate { get; }

    public INamedTypeSymbol? StepApproval { get; }

    public INamedTypeSymbol? StepRun { get; }

    public INamedTypeSymbol? StepOutcome { get; }

    public INamedTypeSymbol? StepOutcomeOf { get; }

    public INamedTypeSymbol? Task { get; }

    public INamedTypeSymbol? TaskOf { get; }

    public INamedTypeSymbol? ValueTask { get; }

    public INamedTypeSymbol? ValueTaskOf { get; }

    public INamedTypeSymbol? CancellationToken { get; }

    public INamedTypeSymbol? AsyncEnumerable { get; }

    /// <summary>The known entry-point attributes and factories that this compilation can see.</summary>
    public ImmutableArray<INamedTypeSymbol> ForeignEntryPoints { get; }

    /// <summary>Our attributes can be used here.</summary>
    public bool CanDeclare => WorkflowStep is not null;

    public static GovernanceSymbols? For(Compilation compilation)
        => s_cache.GetValue(compilation, static c => new Holder(Read(c))).Symbols;

    /// <summary>It is declared in what is compiled here.</summary>
    public bool IsHere(ISymbol symbol) => Same(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>The step that this method declares, read once per compilation; null where it declares none.</summary>
    public Step? StepOf(IMethodSymbol method) => _steps.GetOrAdd(method, m => StepReader.Read(m, this));

    /// <summary>The steps declared in this very type, in source order; read once per compilation.</summary>
    public IReadOnlyList<Step> StepsIn(INamedTypeSymbol type) => _stepsOfType.GetOrAdd(type, t => [.. MarkedIn(t).Select(StepOf).OfType<Step>()]);

    /// <summary>
    /// The methods of this very type on which, or on a parameter of which, somebody has written an attribute; a partial one by its declaring part. Most rules ask
    /// for nothing else of a type, and most types have none.
    /// </summary>
    public IReadOnlyList<IMethodSymbol> MarkedIn(INamedTypeSymbol type) => _markedOfType.GetOrAdd(
        type, t => [.. t.GetMembers().OfType<IMethodSymbol>().Where(m => m is { IsImplicitlyDeclared: false, PartialDefinitionPart: null } && IsMarked(m))]);

    /// <summary>Somebody has written an attribute on it or on a parameter of it.</summary>
    public static bool IsMarked(IMethodSymbol method)
    {
        if (!method.GetAttributes().IsEmpty)
        {
            return true;
        }

        foreach (var parameter in method.Parameters)
        {
            if (!parameter.GetAttributes().IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Nothing is half-typed in what stands on a declaration, on its parameters and on the types round it: what it lacks may be just being written. An
    /// attribute that does not resolve may become any of ours. The compiler has an error wherever this is false.
    /// </summary>
    public bool IsSettled(ISymbol declaration) => _settled.GetOrAdd(
        declaration,
        symbol => symbol.GetAttributes().All(IsSettled)
               && (symbol is not IMethodSymbol method || method.Parameters.All(p => p.GetAttributes().All(IsSettled)))
               && (symbol.ContainingSymbol is null or INamespaceSymbol || IsSettled(symbol.ContainingSymbol)));

    /// <summary>The attribute is one that this package brings.</summary>
    public bool IsOurs(AttributeData attribute) => Same(attribute.AttributeClass?.ContainingAssembly, WorkflowStep?.ContainingAssembly);

    public static bool Same(ISymbol? left, ISymbol? right) => left is not null && SymbolEqualityComparer.Default.Equals(left, right);

    private bool IsSettled(AttributeData attribute)
        => attribute.AttributeClass is { TypeKind: not TypeKind.Error } && (!IsOurs(attribute) || attribute.IsSettled());

    /// <summary>Where neither our attributes nor a framework for tools can be used, no more is looked up to know that there is nothing to do.</summary>
    private static GovernanceSymbols? Read(Compilation compilation)
    {
        var step = Find(StepAttribute, compilation);
        ImmutableArray<INamedTypeSymbol> foreign = [.. s_foreign.Select(name => Find(name, compilation)).OfType<INamedTypeSymbol>()];
        return step is null && foreign.IsEmpty ? null : new(compilation, step, foreign);
    }

    /// <summary>Looked for where its neighbour is, for to ask every reference takes a while; there are hundreds.</summary>
    private INamedTypeSymbol? Beside(INamedTypeSymbol? neighbour, string metadataName)
        => neighbour?.ContainingAssembly.GetTypeByMetadataName(metadataName) ?? Find(metadataName, Compilation);

    /// <summary>The type of that name, also where two references define it: then the one that is public.</summary>
    private static INamedTypeSymbol? Find(string metadataName, Compilation compilation)
    {
        var types = compilation.GetTypesByMetadataName(metadataName);
        return types.Length <= 1
            ? types.FirstOrDefault()
            : types.FirstOrDefault(t => t.DeclaredAccessibility == Accessibility.Public) ?? types[0];
    }

    private sealed class Holder(GovernanceSymbols? symbols)
    {
        public GovernanceSymbols? Symbols { get; } = symbols;
    }
}
