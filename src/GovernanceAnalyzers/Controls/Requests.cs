using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>The places of a body where a person is asked, and what each is worth for an action of the body.</summary>
internal sealed class Requests
{
    /// <summary>Members of the class library that run a lambda for each of many.</summary>
    private static readonly HashSet<string> s_repeating = new(StringComparer.Ordinal)
    {
        "ForEach", "ForEachAsync", "For", "ForAsync", "ForAll", "Select", "SelectMany", "ConvertAll",
    };

    private readonly BodyFlow _flow;
    private readonly HelperChain _helpers;
    private readonly SemanticModel _model;
    private readonly List<Place> _places;
    private readonly HashSet<IOperation> _asking;
    private readonly Dictionary<SyntaxNode, BodyFlow> _inLoops = [];

    public Requests(BodyFlow flow, HelperChain helpers, SemanticModel model)
    {
        (_flow, _helpers, _model) = (flow, helpers, model);
        _places = [.. flow.Graphs.Places.Where(p => IsRequest(p.Operation)).OrderBy(p => p.Operation.Syntax.SpanStart)];
        _asking = [.. _places.Select(p => p.Operation)];
    }

    /// <summary>Why none of the body's confirmations gates the action; null where it has none.</summary>
    public RequestGap? GapOf(Place action)
    {
        if (_places.Count == 0)
        {
            return null;
        }

        if (_asking.Contains(action.Operation))
        {
            // The helper that acts is the one that asks.
            return new(GapKind.SomePaths, action.Operation.Syntax);
        }

        var before = _places.Where(request => After(request).Contains(action.Operation)).ToList();
        if (before.Count == 0)
        {
            return new(GapKind.After, _places[0].Operation.Syntax);
        }

        var last = before[before.Count - 1];
        var kind = before.Any(IsNotWaitedFor) ? GapKind.NotAwaited
                 : !_flow.IsAnyAnswerTested && !before.Any(r => _flow.MeaningOf(r.Operation, r.Graph).Done.Confirmation > Proof.None) ? GapKind.Ignored
                 : !_flow.ReachedOnNo.Contains(action.Operation) ? GapKind.SomePaths
                 : _flow.ReachedOnYes.Contains(action.Operation) ? GapKind.SomePaths
                 : GapKind.Inverted;
        return new(kind, kind == GapKind.NotAwaited ? before.First(IsNotWaitedFor).Operation.Syntax : last.Operation.Syntax);
    }

    /// <summary>How one yes lets a confirmed action run many times without the question having said so; null where it does not.</summary>
    public RepeatedAction? RepetitionOf(Place action, Proof confirmation)
    {
        if (confirmation is Proof.None or Proof.Impossible || _asking.Contains(action.Operation))
        {
            return null;
        }

        foreach (var (loop, over) in LoopsRound(action))
        {
            var outside = _places.Where(p => !loop.Span.Contains(p.Operation.Syntax.Span)).ToList();
            if (outside.Count > 0 && (loop is AnonymousFunctionExpressionSyntax || RunsAgain(action, outside)) && InLoop(loop).Confirmation(action) < confirmation
                && !Carries(outside, over, loop))
            {
                var nearest = outside.Where(p => p.Operation.Syntax.SpanStart < loop.SpanStart).DefaultIfEmpty(outside[outside.Count - 1]).Last();
                return new(over.FirstOrDefault()?.ToString(), loop, nearest.Operation.Syntax);
            }
        }

        return null;
    }

    /// <summary>A variable that the question and the action share and that is changed between them; null where there is none.</summary>
    public ChangedValue? ChangeOf(Place action)
    {
        foreach (var request in _places)
        {
            var after = After(request);
            if (!after.Contains(action.Operation))
            {
                continue;
            }

            var asked = MentionedValues.In([request.Operation.Syntax], _model);
            var shared = MentionedValues.Named(action.Operation.Syntax, _model)
                .Where(s => s is ILocalSymbol or IParameterSymbol && asked.Contains(s))
                .ToImmutableHashSet(SymbolEqualityComparer.Default);
            if (shared.IsEmpty)
            {
                continue;
            }

            foreach (var place in _flow.Graphs.Places)
            {
                if (after.Contains(place.Operation) && ChangedVariable.Of(place.Operation) is { } changed && shared.Contains(changed)
                    && place.Operation != action.Operation && After(place).Contains(action.Operation))
                {
                    return new(changed.Name, place.Operation.Syntax, request.Operation.Syntax);
                }
            }
        }

        return null;
    }

    private bool IsRequest(IOperation operation) => operation is IInvocationOperation { TargetMethod: { } target }
        && (_helpers.Controls.Of(target).Confirmation is not null || MemberUse.Of(operation).Any(u => u.IsExact && _helpers.Asks(u.Target)));

    /// <summary>What can run after the place and before a person is asked again.</summary>
    private HashSet<IOperation> After(Place place)
    {
        var walk = new Walk((o, _) => _asking.Contains(o), (_, _, _) => false)
        {
            Enters = (o, _) => _flow.Graphs.FunctionAt(o),
        };
        walk.After(place);

        // What runs in a function runs where that is called.
        if (place.Graph.Parent is not null)
        {
            foreach (var use in _flow.Graphs.Places.Where(p => _flow.Graphs.FunctionAt(p.Operation) == place.Graph))
            {
                walk.After(use);
            }
        }

        return walk.Reached;
    }

    /// <summary>The task that the request gives is dropped.</summary>
    private bool IsNotWaitedFor(Place request)
    {
        if (request.Operation is not IInvocationOperation call || !ValueMeaning.IsAwaitable(call.Type))
        {
            return false;
        }

        IOperation value = call;
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "Preserve" })
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            null or IExpressionStatementOperation => true,
            ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => !_flow.Graphs.Places.Any(p =>
                p.Operation is ILocalReferenceOperation read && GovernanceSymbols.Same(read.Local, local) && read.Parent is not ISimpleAssignmentOperation),
            _ => false,
        };
    }

    /// <summary>The loops that the action is in, inside out, with what each goes through.</summary>
    private static IEnumerable<(SyntaxNode Loop, List<SyntaxNode> Over)> LoopsRound(Place action)
    {
        for (var node = action.Operation.Syntax.Parent; node is not (null or MemberDeclarationSyntax or LocalFunctionStatementSyntax); node = node.Parent)
        {
            switch (node)
            {
                case CommonForEachStatementSyntax each:
                    yield return (each, [each.Expression]);
                    break;
                case ForStatementSyntax { Condition: var condition }:
                    yield return (node, condition is null ? [] : [condition]);
                    break;
                case WhileStatementSyntax { Condition: var condition }:
                    yield return (node, [condition]);
                    break;
                case DoStatementSyntax { Condition: var condition }:
                    yield return (node, [condition]);
                    break;
                case AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list } argument }
                    when call.Expression is MemberAccessExpressionSyntax access && s_repeating.Contains(access.Name.Identifier.ValueText):
                    yield return (node, [access.Expression, .. list.Arguments.Where(a => a != argument)]);
                    break;
            }
        }
    }

    /// <summary>
    /// The action can run again after it succeeded, and nobody is asked anew before; a loop that only tries again after a failure repeats nothing.
    /// </summary>
    private bool RunsAgain(Place action, List<Place> outside)
    {
        var walk = new Walk((o, _) => outside.Exists(p => p.Operation == o), (o, g, v) => _flow.IsNever(o, g, v)) { IgnoresFailures = true };
        walk.After(action);
        return walk.Reached.Contains(action.Operation);
    }

    /// <summary>The same body, where only the requests inside the loop count.</summary>
    private BodyFlow InLoop(SyntaxNode loop)
    {
        if (!_inLoops.TryGetValue(loop, out var flow))
        {
            _inLoops.Add(loop, flow = new(_flow.Graphs, _helpers, _flow.Arguments) { Counts = o => loop.Span.Contains(o.Syntax.Span) });
            flow.Prove();
        }

        return flow;
    }

    /// <summary>The question is put together from what the loop goes through.</summary>
    private bool Carries(List<Place> outside, List<SyntaxNode> over, SyntaxNode loop)
    {
        var gone = MentionedValues.In(over, _model)
            .Where(s => !s.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == loop.SyntaxTree && loop.Span.Contains(r.Span)))
            .ToImmutableHashSet(SymbolEqualityComparer.Default);
        return outside.Any(request => gone.Overlaps(MentionedValues.In(Arguments(request.Operation), _model)));
    }

    private static IEnumerable<SyntaxNode> Arguments(IOperation request)
        => request.Syntax is InvocationExpressionSyntax { ArgumentList: var arguments } ? [arguments] : [request.Syntax];
}
