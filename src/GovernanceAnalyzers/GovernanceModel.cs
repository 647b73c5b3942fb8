using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
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

    private readonly OncePerKey<Step, StepReach> _steps = new();
    private readonly OncePerKey<EntryPoint, RootReach> _entryPoints = new();
    private readonly OncePerKey<IMethodSymbol, IMethodBodyOperation?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly MethodReach _methods;
    private readonly ReachWalk _walk;
    private readonly SourceModels _sources;
    private readonly FlowProof _proof;

    private GovernanceModel(GovernanceSymbols symbols, Inputs inputs)
    {
        _sources = new(symbols.Compilation);
        Controls = new(symbols, [.. inputs.Controls]);
        Catalogue = new(symbols, inputs.Lists, inputs.Book.Index, inputs.Accepted);
        _methods = new(Catalogue, Controls, symbols, _sources);
        _walk = new(_methods, new(symbols, _sources), Catalogue, Controls, symbols);
        _proof = new(Controls, symbols, _sources, _methods);
        EntryPoints = new(symbols);
    }

    /// <summary>Where automation enters the code, apart from steps.</summary>
    public EntryPoints EntryPoints { get; }

    /// <summary>Which calls are actions.</summary>
    public ActionCatalogue Catalogue { get; }

    /// <summary>The members that confirm and that record.</summary>
    public ControlMembers Controls { get; }

    /// <summary>The one model of this compilation with what the build brings along.</summary>
    public static GovernanceModel For(GovernanceSymbols symbols, ActionLists lists, Version accepted, RuleBook book)
        => s_models.GetValue(symbols.Compilation, static _ => new())
            .GetOrAdd(new(lists.All.ToEquatableArray(), lists.Controls.ToEquatableArray(), accepted, book), inputs => new(symbols, inputs));

    public StepReach Of(Step step, CancellationToken cancellationToken = default)
        => _steps.Of(step, s => Read(s, cancellationToken));

    public RootReach Of(EntryPoint entryPoint, CancellationToken cancellationToken = default)
        => _entryPoints.Of(entryPoint, e => Read(e, cancellationToken));

    /// <summary>What a member does by itself, whatever its contract says.</summary>
    public RootReach Behind(IMethodSymbol member, CancellationToken cancellationToken)
        => _walk.From(new(MemberName.Short(member), member, _methods.FactsOf(member, cancellationToken)), null, cancellationToken);

    /// <summary>The node's operation, within its whole body.</summary>
    public IOperation? OperationOf(SyntaxNode node) => _sources.OperationOf(node);

    /// <summary>A method's body as operations; null where it has none here.</summary>
    public IMethodBodyOperation? BodyOf(IMethodSymbol method) => _bodies.Of(
        method, m => BodySyntax.Of(m, default).Select(_sources.OperationOf).OfType<IMethodBodyOperation>().FirstOrDefault());

    private RootReach Read(EntryPoint entryPoint, CancellationToken cancellationToken)
        => entryPoint is { IsUnseen: true, Body: { } handed }
            ? RootReach.Nothing with { BlindSpots = [new(new("entry-point", handed.ToString().Split('\r', '\n')[0], handed), new(entryPoint.Name, null, handed))] }
            : _walk.From(
                new(entryPoint.Name, entryPoint.Method, entryPoint.Body is { } body ? _methods.FactsOf([body]) : _methods.MarkedFactsOf(entryPoint.Method, cancellationToken))
                {
                    Tool = entryPoint.NameInMember ?? entryPoint.Method.Name,
                },
                null,
                cancellationToken);

    private StepReach Read(Step step, CancellationToken cancellationToken)
    {
        var body = step.Control == StepControl.Plumbed ? step.Core.Method : step.Method;
        var handler = step.Handler?.Method;
        var reach = body is null ? RootReach.Nothing : Reach(step, step.Method.Name, body, cancellationToken);
        var undone = handler is null ? RootReach.Nothing : Reach(step, $"{step.Method.Name} → {handler.Name}", handler, cancellationToken);
        return step.Control == StepControl.SelfGoverned && body is not null
            ? Proven(new(step, reach, undone, null), body, cancellationToken)
            : new(step, reach, undone, null);
    }

    /// <summary>Proves the body of a self-governed step, and what it calls where a control is used on the way.</summary>
    private StepReach Proven(StepReach reach, IMethodSymbol body, CancellationToken cancellationToken)
    {
        var uses = reach.Body.Edges.Select(e => e.Callee.OriginalDefinition).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Aggregate(_proof.UsesOf(body), (all, callee) => all.And(_proof.UsesOf(callee)));
        var underProof = _proof.Open(body, cancellationToken);
        var naked = uses.Controls || Controls.DemandsApproval(body) ? Naked(reach.Step, body, cancellationToken) : new(reach.Body, reach.Body, reach.Body, reach.Body);
        var proof = underProof.Of([.. reach.Body.ActionsAndGuesses.Select(a => a.Site).Concat(naked.Sites).Distinct()]);
        return reach with
        {
            Naked = naked,
            Proof = proof with
            {
                Confirms = proof.Confirms || uses.Confirms,
                Logs = proof.Logs || uses.Logs,
                IsConfirmationAsserted = uses.IsConfirmationAsserted,
                IsLogAsserted = uses.IsLogAsserted,
            },
        };
    }

    private NakedReach Naked(Step step, IMethodSymbol body, CancellationToken cancellationToken)
    {
        var root = new ReachRoot(step.Method.Name, body, FactsOf(step, body, cancellationToken));
        return new(
            Without(d => d.Confirmation >= Proof.AnotherPerson), Without(d => d.Confirmation >= Proof.Person), Without(d => d.Intent), Without(d => d.Outcome));

        RootReach Without(Func<Done, bool> isUnderControl)
            => _walk.From(root, (method, call, _) => !isUnderControl(_proof.StandingAt(method, call, cancellationToken)), cancellationToken);
    }

    private RootReach Reach(Step step, string name, IMethodSymbol body, CancellationToken cancellationToken)
        => _walk.From(new(name, body, FactsOf(step, body, cancellationToken)), null, cancellationToken);

    /// <summary>What the member of an interface does is what it promises, and what those do who implement it.</summary>
    private BodyFacts FactsOf(Step step, IMethodSymbol body, CancellationToken cancellationToken) => step.Control == StepControl.Decorated
        ? _methods.PromisedBy(body, AttributeLocation.Syntax(step.Attribute)!)
        : _methods.FactsOf(body, cancellationToken);

    /// <summary>Equal for all analyzers of one compilation, also where each is handed arrays of its own.</summary>
    private sealed record Inputs(EquatableArray<ActionList> Lists, EquatableArray<ControlsFile> Controls, Version Accepted, RuleBook Book);
}
