using System.Threading;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;

namespace GovernanceAnalyzers.Reach;

/// <summary>Where a walk begins.</summary>
/// <param name="Name">As paths begin.</param>
/// <param name="Method">The root; of a lambda, its symbol.</param>
/// <param name="Facts">What its own body does.</param>
internal sealed record ReachRoot(string Name, IMethodSymbol Method, BodyFacts Facts)
{
    /// <summary>Of an entry point, what its code is called; a tool may have been given any other name.</summary>
    public string? Tool { get; init; }
}

/// <summary>Whether a call, or an action, of a body is to be taken.</summary>
/// <param name="body">The method whose body it is.</param>
/// <param name="call">Where it stands.</param>
/// <param name="target">The member called, as <see cref="CalledMember.Target"/> or <see cref="ActionSite.Target"/> has it.</param>
internal delegate bool EdgeFilter(IMethodSymbol body, SyntaxNode call, IMethodSymbol target);

/// <summary>
/// Everything that a root reaches, breadth first: the shortest way counts, and between equals the one that comes first in the order of names. What
/// is known exactly comes before all that is inferred, so that an action is inferred only where no certain way leads to it. The walk ends at actions, at
/// steps, at controls, and where the source ends.
/// </summary>
internal sealed class ReachWalk(MethodReach methods, Dispatch dispatch, ActionCatalogue catalogue, ControlMembers controls, GovernanceSymbols symbols)
{
    /// <summary>Bodies of one root.</summary>
    public const int BodyBudget = 500;

    private readonly QuietMethods _quiet = new(methods, dispatch, catalogue, controls, symbols);

    public RootReach From(ReachRoot root, EdgeFilter? follows, CancellationToken cancellationToken)
        => new Run(methods, dispatch, catalogue, controls, symbols, _quiet, root, follows, cancellationToken).Finish();

    /// <summary>A body to be read: with which type arguments, behind which promises, and by which way.</summary>
    private sealed record Node(IMethodSymbol Method, Promises Promises, Trail? Trail)
    {
        /// <summary>What is certain first, then what is near.</summary>
        public (bool IsInferred, int Length) Distance => (Trail is { IsInferred: true }, Trail?.Length ?? 0);
    }

    private sealed class Run(
        MethodReach methods, Dispatch dispatch, ActionCatalogue catalogue, ControlMembers controls, GovernanceSymbols symbols, QuietMethods quiet,
        ReachRoot root, EdgeFilter? follows, CancellationToken cancellationToken)
    {
        private readonly List<ReachedAction> _actions = [];
        private readonly HashSet<(SyntaxNode, ConsequentialAction)> _taken = [];
        private readonly List<LoweredAction> _lowered = [];
        private readonly List<Edge> _edges = [];
        private readonly List<Reached<CalledMember>> _notFollowed = [];
        private readonly List<ReachedAction> _guesses = [];
        private readonly List<Reached<CalledStep>> _steps = [];
        private readonly List<Reached<BlindSpot>> _blindSpots = [];
        private readonly Dictionary<(SyntaxNode, IMethodSymbol), ActionSite> _sites = [];
        private readonly HashSet<(IMethodSymbol, string)> _read = [];
        private readonly HashSet<IMethodSymbol> _bodies = new(SymbolEqualityComparer.Default);
        private readonly SortedDictionary<(bool IsInferred, int Length), List<Node>> _open = [];

        public RootReach Finish()
        {
            foreach (var site in root.Facts.Sites)
            {
                _sites[(site.Syntax, site.Target)] = site;
            }

            _read.Add((root.Method.OriginalDefinition, Promises.None.Key));
            Read(new(root.Method, Promises.None, null), root.Facts);
            while (_open.Count > 0)
            {
                var nearest = _open.First();
                _open.Remove(nearest.Key);
                foreach (var node in InOrder(nearest.Value))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Enter(node);
                }
            }

            var arguments = new CallersArguments(root, _edges, catalogue, symbols.Compilation.Assembly, methods.OperationOf);
            var read = arguments.Read(_actions).ToList();
            return new(
                [.. read.OrderBy(a => a.Site.Syntax, SourceOrder.Comparer).ThenBy(a => a.Way.Length).ThenBy(a => a.Way.End, SourceOrder.Comparer)],
                [.. _notFollowed.OrderBy(n => n.Way.End, SourceOrder.Comparer)],
                [.. _steps.OrderBy(s => s.Way.Start, SourceOrder.Comparer).ThenBy(s => s.Way.End, SourceOrder.Comparer)],
                [.. _blindSpots.OrderBy(b => b.Way.Start, SourceOrder.Comparer).ThenBy(b => b.Way.End, SourceOrder.Comparer)])
            {
                Edges = [.. _edges],
                Lowered = Lowered(read, arguments),
                Guesses = [.. _guesses.OrderBy(g => g.Way.Start, SourceOrder.Comparer).ThenBy(g => g.Way.End, SourceOrder.Comparer)],
            };
        }

        /// <summary>Of the members themselves, and of what is behind them; with the arguments it may turn out to be no more than the contract says.</summary>
        private ImmutableArray<LoweredAction> Lowered(IEnumerable<ReachedAction> taken, CallersArguments arguments) =>
        [
            .. taken.Where(a => a.Action.Lowered is not null).Select(a => new LoweredAction(a with { Action = a.Action.Lowered! }, a.Action))
                .Concat(_lowered.GroupBy(l => l.Contract).SelectMany(g => arguments.Read(g.Select(l => l.Known))
                    .Where(a => g.Key.Lowers(a.Action)).Select(a => new LoweredAction(a, g.Key))))
                .OrderBy(l => l.Known.Site.Syntax, SourceOrder.Comparer).ThenBy(l => l.Known.Way.End, SourceOrder.Comparer),
        ];

        /// <summary>The names are long, and mostly there is one only.</summary>
        private static IEnumerable<Node> InOrder(List<Node> nodes)
            => nodes.Count == 1 ? nodes : nodes.OrderBy(n => MethodReach.NameOf(n.Method), StringComparer.Ordinal);

        private void Enter(Node node)
        {
            if (!_read.Add((node.Method, node.Promises.Key)))
            {
                return;
            }

            if (_bodies.Add(node.Method.OriginalDefinition) && _bodies.Count > BodyBudget)
            {
                if (_bodies.Count == BodyBudget + 1)
                {
                    var spot = new BlindSpot("budget", $"more than {BodyBudget} methods are reached", node.Trail!.First.Call);
                    _blindSpots.Add(new(spot, new(root.Name, null, spot.Syntax)));
                }

                return;
            }

            Read(node, methods.FactsOf(node.Method, cancellationToken));
        }

        /// <summary>Without closures: each body is read again for every root that comes to it.</summary>
        private void Read(Node node, BodyFacts facts)
        {
            foreach (var site in facts.Sites)
            {
                if (IsTaken(node, site.Syntax, site.Target))
                {
                    var hop = new Hop(node.Method, site.Syntax, site.Target, site.Target);
                    Take(site.Actions, node, hop);
                    LookBehind(site.Actions, node, hop);
                }
            }

            foreach (var call in facts.Calls)
            {
                if (IsTaken(node, call.Syntax, call.Target))
                {
                    Follow(call, node);
                }
            }

            if (!node.Promises.IsEmpty)
            {
                // The contract has answered for all of this.
                return;
            }

            foreach (var step in facts.Steps)
            {
                AddStep(step.Step, node, new(node.Method, step.Syntax, step.Step.Method, step.Step.Method));
            }

            foreach (var spot in facts.BlindSpots)
            {
                if (!spot.IsCallers || node.Trail is null)
                {
                    var way = new Way(root.Name, node.Trail, spot.Syntax);
                    _blindSpots.Add(new(spot, way));
                    if (spot.Called is { } name && ActingName.ActsOrRuns(name))
                    {
                        Suspect(ConsequentialAction.Unknown with { Unless = $"does as '{name}' is called, which is bound at run time" }, way);
                    }
                }
            }
        }

        private bool IsTaken(Node node, SyntaxNode call, IMethodSymbol target) => follows is null || follows(node.Method, call, target);

        private void Take(ImmutableArray<ConsequentialAction> actions, Node node, Hop hop)
        {
            foreach (var action in actions)
            {
                if (!node.Promises.Cover(action) && _taken.Add((hop.Call, action)))
                {
                    _actions.Add(Reached(action));
                }

                if (node.Promises.Lowering(action) is { } contract
                    && !_lowered.Any(l => l.Known.Way.End == hop.Call && l.Known.Action == action && l.Contract == contract))
                {
                    _lowered.Add(new(Reached(action), contract));
                }
            }

            ReachedAction Reached(ConsequentialAction action)
            {
                var trail = Trail.After(node.Trail, hop);
                return new(action, SiteOf(trail.First.Call, trail.First.Slot), new(root.Name, trail, hop.Call));
            }
        }

        /// <summary>
        /// A contract is the answer, and no way to lower a tier: where the body behind it is in the source and does more than it promises, that counts.
        /// </summary>
        private void LookBehind(ImmutableArray<ConsequentialAction> promised, Node node, Hop hop)
        {
            if (!promised.Any(a => a.Source == ActionSource.Contract))
            {
                return;
            }

            var promises = node.Promises.And(promised);
            var resolution = methods.HasBody(hop.Target)
                ? Resolution.Of(hop.Target)
                : dispatch.Of(new(hop.Call, hop.Target, IsExact: false), node.Method);
            foreach (var body in resolution.Bodies.Where(methods.HasBody))
            {
                var behind = hop with { Target = body, Confidence = resolution.Confidence, Candidates = resolution.Bodies.Length };
                Go(new(hop.Call, hop.Target, IsExact: false), node, new(Normal(body), promises, Trail.After(node.Trail, behind)));
            }
        }

        private void Follow(CalledMember call, Node node)
        {
            var resolution = dispatch.Of(call, node.Method);
            if (resolution.IsOpen && !catalogue.Summarises(call.Target.ContainingAssembly))
            {
                NotFollowed(call, call.Target, node);
            }

            var promises = call.IsRoot ? node.Promises.And(catalogue.Of(call.Target)) : node.Promises;
            foreach (var body in resolution.Bodies)
            {
                var hop = new Hop(node.Method, call.Syntax, call.Target, body) { Confidence = resolution.Confidence, Candidates = resolution.Bodies.Length };
                var actions = GovernanceSymbols.Same(body, call.Target) || call.IsRoot ? [] : catalogue.Of(body);
                if (!call.IsRoot && symbols.StepOf(body.OriginalDefinition) is { } step)
                {
                    AddStep(step, node, hop);
                }
                else if (!controls.IsControl(body))
                {
                    Take(actions, node, hop);
                    LookBehind(actions, node, hop);
                    if (!actions.IsEmpty && !catalogue.LooksInside(body))
                    {
                        continue;
                    }

                    if (methods.HasBody(body))
                    {
                        Go(call, node, new(Normal(body), promises, Trail.After(node.Trail, hop)));
                    }
                    else if (methods.IsOfAnother(body))
                    {
                        NotFollowed(call, body, node);
                    }
                }
            }
        }

        /// <summary>Where nothing depends on the type arguments, one reading is good for all.</summary>
        private IMethodSymbol Normal(IMethodSymbol body)
            => GovernanceSymbols.Same(body, body.OriginalDefinition) || !methods.FactsOf(body, cancellationToken).IsGeneric ? body.OriginalDefinition : body;

        private void Go(CalledMember call, Node from, Node to)
        {
            if (quiet.Hold(to.Method, cancellationToken))
            {
                return;
            }

            _edges.Add(new(from.Method, call, to.Method, to.Trail!));
            Open(to);
        }

        private void Open(Node node)
        {
            if (_read.Contains((node.Method, node.Promises.Key)))
            {
                return;
            }

            if (!_open.TryGetValue(node.Distance, out var nodes))
            {
                _open.Add(node.Distance, nodes = []);
            }

            nodes.Add(node);
        }

        private void NotFollowed(CalledMember call, IMethodSymbol member, Node node)
        {
            if (!node.Promises.IsEmpty || call.Target.MethodKind == MethodKind.PropertyGet)
            {
                return;
            }

            var trail = Trail.After(node.Trail, new(node.Method, call.Syntax, call.Target, member));
            var way = new Way(root.Name, trail, call.Syntax);
            _notFollowed.Add(new(call, way));

            if (Guess(call, member) is { } guess)
            {
                Suspect(guess, way);
            }
        }

        private void Suspect(ConsequentialAction guess, Way way)
        {
            if (_taken.Add((way.End, guess)))
            {
                // What is bound at run time has no member; as for what is made of a type parameter, that of every object stands for it.
                _guesses.Add(new(guess, way.Trail is { First: var first } ? SiteOf(first.Call, first.Slot) : SiteOf(way.End, symbols.Compilation.ObjectType.InstanceConstructors[0]), way));
            }
        }

        /// <summary>
        /// What it may do that it is called so, where its code is another's or whoever implements it is; of what is sent, the message's name tells, and not
        /// that of sending. A step answers for itself.
        /// </summary>
        private ConsequentialAction? Guess(CalledMember call, IMethodSymbol member) => call.Message is { Type.Name: var sent }
            ? ActingName.NamesAct(sent) ? ConsequentialAction.Unknown with { Unless = $"does as '{sent}' is called, which nobody here handles" } : null
            : !call.IsRoot && (member.IsAbstract || methods.IsOfAnother(member)) && catalogue.MayAct(member) ? ConsequentialAction.Unknown : null;

        private void AddStep(Steps.Step step, Node node, Hop hop)
        {
            if (node.Promises.IsEmpty)
            {
                _steps.Add(new(new(hop.Call, step), new(root.Name, Trail.After(node.Trail, hop), hop.Call)));
            }
        }

        /// <summary>One for each call of the root, whatever is behind it.</summary>
        private ActionSite SiteOf(SyntaxNode call, IMethodSymbol slot)
        {
            if (!_sites.TryGetValue((call, slot), out var site))
            {
                _sites.Add((call, slot), site = new(call, slot, []));
            }

            return site;
        }
    }
}
