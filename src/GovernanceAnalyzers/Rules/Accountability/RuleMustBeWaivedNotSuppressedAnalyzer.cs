using System.Collections.Concurrent;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Rules.Accountability;

/// <summary>GVN3003: there is one way to silence a rule, and it is written, owned and ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("A waiver needs an approver, a reason and an end, which no suppression holds.")]
public sealed class RuleMustBeWaivedNotSuppressedAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN3003",
        GovernanceRule.Accountability,
        "A rule is waived, not suppressed",
        "{0} by {1}{2}: remove it, and where the exception is right, write "
        + "[GovernanceWaiver(\"{3}\", Reason = \"…\", ApprovedBy = \"…\", Until = \"yyyy-MM-dd\")]");

    /// <summary>Makes the analyzer.</summary>
    public RuleMustBeWaivedNotSuppressedAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // In a project to which the package came through somebody else, only those who use our attributes are held to them.
        var applies = new Lazy<bool>(() => context.Options.Mode != GovernanceMode.Consumer || GovernedCode.Exists(context.Symbols));
        context.OnFile((model, report) =>
        {
            if (applies.Value)
            {
                Report(PragmaSuppressions.In(model, context.Symbols), report);
            }
        });
        var governed = new ConcurrentDictionary<SyntaxTree, bool>();
        void Govern(IEnumerable<SyntaxReference> code)
        {
            foreach (var reference in code)
            {
                governed.TryAdd(reference.SyntaxTree, true);
            }
        }

        context.OnMarked(SymbolKind.NamedType, (type, _) =>
        {
            if (type.Attribute(context.Symbols.GovernedWorkflow)?.ApplicationSyntaxReference is { } declaration)
            {
                Govern([declaration]);
            }
        });
        context.OnStep((step, _) =>
        {
            // Not the part that our generator writes: what is said about *.g.cs is meant for generated code.
            Govern(step.Method.DeclaringSyntaxReferences);
            Govern(step.Control == StepControl.SelfGoverned ? step.Method.PartialImplementationPart?.DeclaringSyntaxReferences ?? [] : []);
            Govern(step.Core.Method?.DeclaringSyntaxReferences ?? []);
            Govern(step.Handler?.Method?.DeclaringSyntaxReferences ?? []);
        });
        if (context.Options.Mode != GovernanceMode.Consumer)
        {
            var reported = new ConcurrentDictionary<Location, bool>();
            EntryPointRegistration.OnEntryPoint(context, (entryPoint, report) =>
            {
                Govern(entryPoint.Method.DeclaringSyntaxReferences);
                Report(PragmaSuppressions.Over(entryPoint).Where(f => reported.TryAdd(f.Place, true)), report);
            });
        }

        // The attribute of an alias stands in another file than its name.
        if (FileMentions.In(context.Compilation, Mention.Suppression))
        {
            context.OnFile((model, report) =>
            {
                if (applies.Value)
                {
                    Report(FileNodes.Attributes(model.SyntaxTree).Select(a => SuppressMessageAttributes.Read(a, model)).OfType<SuppressionFinding>(), report);
                }
            });
        }

        context.OnCompilationEnd(report =>
        {
            if (applies.Value)
            {
                var options = context.Start.Options.AnalyzerConfigOptionsProvider;
                Report(ConfiguredSeverities.In(context.Compilation, options, governed.Keys), report);
            }
        });
    }

    private static void Report(IEnumerable<SuppressionFinding> findings, Action<Diagnostic> report)
    {
        foreach (var finding in findings)
        {
            report(Diagnostic.Create(
                s_rule,
                finding.Place,
                finding.Rule is null ? "Governance rules are switched off" : $"{finding.Rule} is switched off",
                finding.How,
                finding.HasEffect ? "" : finding.Rule is null ? ", which has no effect on them" : ", which has no effect on this rule",
                finding.Rule ?? "GVN…"));
        }
    }
}
