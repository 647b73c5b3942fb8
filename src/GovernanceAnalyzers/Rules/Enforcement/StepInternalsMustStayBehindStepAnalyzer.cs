using System.Collections.Concurrent;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2005: the Core body and the rollback handler of a step, which have no controls of their own, are used by the step alone.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The step takes other parameters and answers later, so the caller has to be thought through again.")]
public sealed class StepInternalsMustStayBehindStepAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2005",
        GovernanceRule.Enforcement,
        "Nobody goes round a step to its Core body or rollback handler",
        "'{0}' is the {1} of step '{2}' and has no controls of its own: {3}");

    /// <summary>Makes the analyzer.</summary>
    public StepInternalsMustStayBehindStepAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (!context.Symbols.CanDeclare)
        {
            return;
        }

        var internals = new Internals(context.Symbols);
        var exposed = ExposedNames.In(context.Symbols);
        var model = context.Model;
        context.OnMembers(type => internals.UsesIn(type, model), (_, use) => use.Containing, (use, report, _) => Analyze(use.Operation, use.Containing, internals, report));
        if (!exposed.IsEmpty)
        {
            context.Start.RegisterSyntaxNodeAction(
                c =>
                {
                    if (exposed.Contains(((SimpleNameSyntax)c.Node).Identifier.ValueText))
                    {
                        context.Guard(() => AnalyzeElsewhere(c, context, internals), c.ReportDiagnostic);
                    }
                },
                SyntaxKind.IdentifierName,
                SyntaxKind.GenericName);
        }

        context.OnMarkedMethod((accessor, report) => Analyze(accessor, internals, report));
        context.OnLocalFunction((accessor, report) => Analyze(accessor, internals, report));
    }

    /// <summary>What is private is used within its type, and there all of its names are looked at. The rest is found by the names that are exposed.</summary>
    private static void AnalyzeElsewhere(SyntaxNodeAnalysisContext name, RuleContext context, Internals internals)
    {
        if (internals.AreIn(name.ContainingSymbol as INamedTypeSymbol ?? name.ContainingSymbol?.ContainingType))
        {
            return;
        }

        if (name.ContainingSymbol is { } containing
            && name.SemanticModel.GetOperation(NamedPlace.CallOf(name.Node), name.CancellationToken) is { } operation and (IInvocationOperation or IMethodReferenceOperation))
        {
            Analyze(operation, containing, internals, context.Waivable(containing, context.Graded(name.ReportDiagnostic)));
        }
    }

    /// <summary>The runtime opens what is private to a method that asks for it by name.</summary>
    private static void Analyze(IMethodSymbol accessor, Internals internals, Action<Diagnostic> report)
    {
        if (UnsafeAccess.Mark(accessor) is { } mark
            && UnsafeAccess.Targets(accessor, mark).Select(t => (Method: t, Use: internals.Of(t))).FirstOrDefault(t => t.Use is not null) is { Use: { } use } target)
        {
            Report(target.Method, use, mark.NameLocation(), report);
        }
    }

    private static void Analyze(IOperation operation, ISymbol containing, Internals internals, Action<Diagnostic> report)
    {
        var target = operation is IInvocationOperation invocation ? invocation.TargetMethod : ((IMethodReferenceOperation)operation).Method;
        if (internals.Of(target) is not { } use || operation.IsOnlyNamed() || IsOwnPart(containing, use))
        {
            return;
        }

        Report(target, use, NamedPlace.Of(operation.Syntax), report);
    }

    private static void Report(IMethodSymbol target, (Step Step, bool IsCore) use, Location place, Action<Diagnostic> report)
    {
        var (step, isCore) = use;
        report(Diagnostic.Create(
            s_rule,
            place,
            target.Name,
            isCore ? "Core body" : "rollback handler",
            step.Title(),
            isCore ? $"call '{step.Method.Name}'" : "order the rollback from the governor (RollbackAsync)"));
    }

    /// <summary>What the generator writes for the step's type; and a self-governed step, which writes its own controls, may undo itself.</summary>
    private static bool IsOwnPart(ISymbol containing, (Step Step, bool IsCore) use)
    {
        if (use is { IsCore: false, Step.Control: StepControl.SelfGoverned }
            && containing is IMethodSymbol method && GovernanceSymbols.Same(method.PartialDefinitionPart ?? method, use.Step.Method))
        {
            return true;
        }

        for (var at = containing; at is not null and not INamespaceSymbol; at = at.ContainingSymbol)
        {
            if (GeneratedPart.IsOurs(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The Core bodies and rollback handlers of the steps of a type; asked for every call, so kept by type.</summary>
    private sealed class Internals(GovernanceSymbols symbols)
    {
        /// <summary>What code can call without a word of it.</summary>
        private static readonly string[] s_unnamed =
        [
            "Add", "Select", "SelectMany", "Where", "GroupBy", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Cast",
        ];

        private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableDictionary<IMethodSymbol, (Step, bool)>> _ofType = new(SymbolEqualityComparer.Default);

        /// <summary>The type has some, or one round it has.</summary>
        public bool AreIn(INamedTypeSymbol? type)
            => type is not null && (!_ofType.GetOrAdd(type.OriginalDefinition, Read).IsEmpty || AreIn(type.ContainingType));

        /// <summary>
        /// Every use in the type's own members of what may be such a method: found by name, and bound only there. A query and a collection's
        /// initialiser call methods that they do not name.
        /// </summary>
        public IEnumerable<(IOperation Operation, ISymbol Containing)> UsesIn(INamedTypeSymbol type, GovernanceModel model)
        {
            // The plumbing of a step is a type of its own, large, and names both rightly: it need not be bound to be let through.
            var names = GeneratedPart.IsOurs(type) ? [] : NamesIn(type);
            if (names.Count == 0)
            {
                yield break;
            }

            foreach (var declaration in type.DeclaringSyntaxReferences.Select(r => r.GetSyntax()))
            {
                foreach (var node in declaration.DescendantNodes(n => n == declaration || n is not (BaseTypeDeclarationSyntax or AttributeListSyntax)))
                {
                    var operations = node switch
                    {
                        SimpleNameSyntax name when names.Contains(name.Identifier.ValueText) => new[] { model.OperationOf(NamedPlace.CallOf(name)) }.OfType<IOperation>(),
                        QueryExpressionSyntax or InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression } when names.Overlaps(s_unnamed)
                            => model.OperationOf(node)?.DescendantsAndSelf() ?? [],
                        _ => [],
                    };
                    foreach (var operation in operations)
                    {
                        if (operation is IInvocationOperation or IMethodReferenceOperation && MemberOf(operation) is { } containing)
                        {
                            yield return (operation, containing);
                        }
                    }
                }
            }
        }

        public (Step Step, bool IsCore)? Of(IMethodSymbol target)
            => target.MethodKind == MethodKind.Ordinary
            && (symbols.IsHere(target) || IsOnGovernedInterface(target))
            && _ofType.GetOrAdd(target.ContainingType.OriginalDefinition, Read).TryGetValue(target.OriginalDefinition, out var use)
                ? use
                : null;

        /// <summary>What stands in a class is private; what stands on an interface is for all to call.</summary>
        private bool IsOnGovernedInterface(IMethodSymbol target)
            => target.ContainingType.TypeKind == TypeKind.Interface
            && target.ContainingType.OriginalDefinition.Attribute(symbols.GovernedWorkflow) is not null;

        private HashSet<string> NamesIn(INamedTypeSymbol type)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            for (var at = type; at is not null; at = at.ContainingType)
            {
                names.UnionWith(_ofType.GetOrAdd(at.OriginalDefinition, Read).Keys.Select(m => m.Name));
            }

            return names;
        }

        /// <summary>The member in whose code it stands: what holds of a lambda is what holds of its method.</summary>
        private static ISymbol? MemberOf(IOperation operation)
        {
            var around = operation.Root().SemanticModel?.GetEnclosingSymbol(operation.Syntax.SpanStart);
            while (around is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            {
                around = around.ContainingSymbol;
            }

            return around;
        }

        private ImmutableDictionary<IMethodSymbol, (Step, bool)> Read(INamedTypeSymbol type)
        {
            var uses = ImmutableDictionary.CreateBuilder<IMethodSymbol, (Step, bool)>(SymbolEqualityComparer.Default);
            foreach (var step in symbols.StepsIn(type))
            {
                if (step.Control == StepControl.Plumbed && step.Core.Method is { } core)
                {
                    uses[core] = (step, true);
                }

                if (step.Handler?.Method is { } handler)
                {
                    uses[handler] = (step, false);
                }
            }

            return uses.ToImmutable();
        }
    }
}
