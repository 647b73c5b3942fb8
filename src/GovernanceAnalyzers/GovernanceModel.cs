using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers;

/// <summary>
/// What the governed code of a compilation does, worked out on demand and once for all rules: the cost follows the steps and entry points, not the
/// size of the code base.
/// </summary>
internal sealed class GovernanceModel
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<Inputs, GovernanceModel>> s_models = new();

    private readonly ConcurrentDictionary<Step, StepReach> _steps = new();
    private readonly MethodReach _methods;
    private readonly SourceModels _sources;
    private readonly IControlProof _proof;

    private GovernanceModel(GovernanceSymbols symbols, Inputs inputs)
    {
        _sources = new(symbols.Compilation);
        Controls = new(symbols);
        _methods = new(new(symbols, inputs.Lists, inputs.Book.Index, inputs.Accepted), Controls, symbols, _sources);
        _proof = new FlowProof(Controls, symbols, _sources);
        EntryPoints = new(symbols);
    }

    /// <summary>Where automation enters the code, apart from steps.</summary>
    public EntryPoints EntryPoints { get; }

    /// <summary>The members that confirm and that record.</summary>
    public ControlMembers Controls { get; }

    /// <summary>The one model of this compilation with what the build brings along.</summary>
    public static GovernanceModel For(GovernanceSymbols symbols, ActionLists lists, Version accepted, RuleBook book)
        => s_models.GetValue(symbols.Compilation, static _ => new())
            .GetOrAdd(new(lists.All.ToEquatableArray(), accepted, book), inputs => new(symbols, inputs));

    public StepReach Of(Step step) => _steps.GetOrAdd(step, Read);

    public RootReach Of(EntryPoint entryPoint)
        => entryPoint is { IsUnseen: true, Body: { } handed }
            ? new([], [], [], [new("entry-point", handed.ToString().Split('\r', '\n')[0], handed)])
            : RootReach.Of(
                entryPoint.Name,
                _methods.AsRoot(entryPoint.Body is { } body ? _methods.FactsOf([body]) : _methods.FactsOf(entryPoint.Method)),
                _methods);

    /// <summary>A method's body as operations; null where it has none here.</summary>
    public IMethodBodyOperation? BodyOf(IMethodSymbol method)
        => BodySyntax.Of(method, default).Select(_sources.OperationOf).OfType<IMethodBodyOperation>().FirstOrDefault();

    private StepReach Read(Step step)
    {
        var body = step.Control == StepControl.Plumbed ? CoreBody.Of(step).Method : step.Method;
        var facts = body is null ? BodyFacts.None : FactsOf(step, body);
        var handler = RollbackHandler.Of(step)?.Method;
        return new(
            step,
            RootReach.Of(step.Method.Name, facts, _methods),
            handler is null ? new([], [], [], []) : RootReach.Of($"{step.Method.Name} → {handler.Name}", FactsOf(step, handler), _methods),
            step.Control == StepControl.SelfGoverned ? Prove(step.Method, facts) : null);
    }

    /// <summary>What the member of an interface does is what it promises; whoever implements it is not read, and that is said.</summary>
    private BodyFacts FactsOf(Step step, IMethodSymbol body) => step.Control == StepControl.Decorated
        ? _methods.PromisedBy(body, AttributeLocation.Syntax(step.Attribute)!)
        : _methods.AsRoot(_methods.FactsOf(body));

    private BodyProof Prove(IMethodSymbol method, BodyFacts facts)
        => BodyOf(method) is { } body ? _proof.Of(body, facts.Sites) : BodyProof.Nothing(facts.Sites);

    /// <summary>Equal for all analyzers of one compilation, also where each is handed arrays of its own.</summary>
    private sealed record Inputs(EquatableArray<ActionList> Lists, Version Accepted, RuleBook Book);
}
