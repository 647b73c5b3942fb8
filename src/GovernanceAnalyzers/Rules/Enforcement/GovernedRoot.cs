using System.Runtime.CompilerServices;
using System.Threading;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>
/// A step or an entry point, as a rule looks at it that is about how bodies go on: with the calls that lead to what it takes, and the bodies it runs. Made once
/// for all those rules.
/// </summary>
internal sealed class GovernedRoot
{
    private static readonly ConditionalWeakTable<GovernanceModel, OncePerKey<object, GovernedRoot?>> s_known = new();

    private readonly IReadOnlyList<OwnBody> _own;
    private IReadOnlyList<GovernedCall>? _callsToLogged;

    private GovernedRoot(string title, IReadOnlyList<OwnBody> own)
    {
        Title = title;
        _own = own;
    }

    /// <summary>As messages begin: <c>Step 'refunds/issue'</c>.</summary>
    public string Title { get; }

    /// <summary>Its own body, the rollback handler's, and those of what they call; read when first asked for.</summary>
    public IEnumerable<GovernedBody> Bodies => _own.SelectMany(o => o.Bodies);

    /// <summary>The calls that take an action which has to be on record, go to a step or lead to one of them.</summary>
    public IReadOnlyList<GovernedCall> CallsToLogged => _callsToLogged ??= [.. CallsTo(end => end.NeedsLog)];

    /// <summary>Which actions are another rule's to speak of.</summary>
    private Func<GovernedEnd, bool> IsMeant { get; init; } = _ => true;

    /// <summary>Null for the member of an interface: what it does is done by those who implement it.</summary>
    public static GovernedRoot? Of(Step step, GovernanceModel model, CancellationToken cancellationToken)
        => Known(model).Of(step, _ => Read(step, model, cancellationToken));

    /// <summary>Null where the code is not to be seen.</summary>
    public static GovernedRoot? Of(EntryPoint entryPoint, GovernanceModel model, CancellationToken cancellationToken)
        => Known(model).Of(entryPoint, _ => Read(entryPoint, model, cancellationToken));

    /// <summary>The calls that take a Medium or High action, or lead there.</summary>
    public IEnumerable<GovernedCall> CallsToConfirmed() => CallsTo(end => end.NeedsConfirmation);

    /// <summary>The calls to what is found in the bodies themselves, and those that lead there.</summary>
    public IEnumerable<GovernedCall> CallsTo(Func<GovernedBody, IEnumerable<GovernedEnd>> ends)
        => _own.SelectMany(o => GovernedCall.To([.. o.Bodies.SelectMany(ends)], o.Reach.Edges));

    private static OncePerKey<object, GovernedRoot?> Known(GovernanceModel model) => s_known.GetValue(model, static _ => new());

    private IEnumerable<GovernedCall> CallsTo(Func<GovernedEnd, bool> wanted)
        => _own.SelectMany(o => GovernedCall.To([.. GovernedEnd.Of(o.Reach).Where(e => IsMeant(e) && wanted(e))], o.Reach.Edges));

    private static GovernedRoot? Read(Step step, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (step.Control == StepControl.Decorated)
        {
            return null;
        }

        var reach = model.Of(step, cancellationToken);
        var own = new List<OwnBody>();
        Add(step.Control == StepControl.Plumbed ? step.Core.Method : step.Method, step.Method.Name, reach.Body);
        Add(step.Handler?.Method, $"{step.Method.Name} → {step.Handler?.Method?.Name}", reach.Rollback);
        return new($"Step '{step.Title()}'", own);

        void Add(IMethodSymbol? method, string name, RootReach reach)
        {
            if (method is not null)
            {
                own.Add(new(name, method, model.BodyOf(method), reach, model));
            }
        }
    }

    private static GovernedRoot? Read(EntryPoint entryPoint, GovernanceModel model, CancellationToken cancellationToken)
    {
        if (entryPoint.IsUnseen)
        {
            return null;
        }

        var body = entryPoint.Body is { } node ? model.OperationOf(node) : model.BodyOf(entryPoint.Method);

        // Of an action that an entry point takes by itself GVN2006 says that it belongs in a step; what else is to be said of it comes after that.
        return new($"Entry point '{entryPoint.Name}'", [new(entryPoint.Name, entryPoint.Method, body, model.Of(entryPoint, cancellationToken), model)])
        {
            IsMeant = end => entryPoint.IsConfirmedByCaller || !end.NeedsConfirmation,
        };
    }
}

/// <summary>Calls a rule for each step and each entry point, while typing.</summary>
internal static class GovernedRootRegistration
{
    public static void OnGovernedRoot(this RuleContext context, Action<GovernedRoot, Action<Diagnostic>> analyze)
    {
        context.OnStep((step, report, cancellationToken) =>
        {
            if (GovernedRoot.Of(step, context.Model, cancellationToken) is { } root)
            {
                analyze(root, report);
            }
        });

        // What arrived transitively governs only code that declares itself.
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report, cancellationToken) =>
            {
                if (GovernedRoot.Of(entryPoint, context.Model, cancellationToken) is { } root)
                {
                    analyze(root, report);
                }
            });
        }
    }
}
