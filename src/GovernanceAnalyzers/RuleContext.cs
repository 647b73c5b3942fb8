using System.Threading;
using GovernanceAnalyzers.Backlog;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Owners;
using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Rules.Accountability;
using GovernanceAnalyzers.Rules.Enforcement;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GovernanceAnalyzers;

/// <summary>
/// What a rule registers with, once per compilation. Every callback runs guarded: what it throws is GVN9099 and not AD0001, a mere warning.
/// What a waiver covers is not reported, and what the project has not accepted yet is a warning.
/// </summary>
internal class RuleContext(string analyzer, CompilationStartAnalysisContext start, GovernanceSymbols symbols, RuleBook book)
{
    private readonly GovernedProject _project = GovernedProject.Of(symbols, start.Options, book);

    public GovernanceSymbols Symbols { get; } = symbols;

    public Compilation Compilation => Start.Compilation;

    public GovernanceOptions Options => Waivers.Options;

    public Waivers Waivers => _project.Waivers;

    /// <summary>Whom the project's declarations may name.</summary>
    public OwnersList Owners => Waivers.OwnersList;

    /// <summary>What the project admits to and has not governed yet; read when first asked for.</summary>
    public ProjectBacklog Backlog => _project.Backlog;

    /// <summary>The catalogues that the build brings along; read when first asked for.</summary>
    public ActionLists Lists => _project.Lists;

    /// <summary>What the governed code does; made when first asked for.</summary>
    public GovernanceModel Model => _project.Model;

    /// <summary>
    /// A self-governed step that acts without any control. GVN2001 says so once, and the rules about single controls keep silent; unless it
    /// is waived, for a waiver silences exactly its own rule.
    /// </summary>
    public virtual bool IsSaidOnce(Step step, CancellationToken cancellationToken = default)
        => Model.Of(step, cancellationToken).IsWithoutAnyControl && !Waivers.Cover("GVN2001", step.Method);

    /// <summary>What is said about the actions of a self-governed step: of all that is wrong with one, the weightiest that is not waived.</summary>
    public virtual IEnumerable<ActionVerdict> VerdictsOn(StepReach reach)
        => ActionVerdicts.Said(reach, rule => Waivers.Cover(rule, reach.Step.Method));

    /// <summary>For what is not offered here; wrap the callback with <see cref="Guard"/>.</summary>
    public CompilationStartAnalysisContext Start { get; } = start;

    /// <summary>
    /// Calls the rule for each step, while typing. A partial step has one symbol for us: its declaring part. While an attribute of it, or of its
    /// workflow, is half-typed no rule says anything, for the compiler already does.
    /// </summary>
    public void OnStep(Action<Step, Action<Diagnostic>> analyze) => OnStep((step, report, _) => analyze(step, report));

    /// <summary>The same for a rule that asks what the step reaches: that may take a while, and whoever types on cancels it.</summary>
    public void OnStep(Action<Step, Action<Diagnostic>, CancellationToken> analyze)
    {
        if (Symbols.CanDeclare)
        {
            OnMembers(Symbols.StepsIn, (_, step) => step.Method, (step, report, cancellationToken) =>
            {
                if (Symbols.IsSettled(step.Method))
                {
                    analyze(step, report, cancellationToken);
                }
            });
        }
    }

    /// <summary>Calls the rule for each method on which, or on a parameter of which, an attribute is written, while typing; a partial one has one symbol for us.</summary>
    public void OnMarkedMethod(Action<IMethodSymbol, Action<Diagnostic>> analyze)
        => OnMembers(Symbols.MarkedIn, (_, method) => method, (method, report, _) => analyze(method, report));

    /// <summary>
    /// Calls the rule for whatever it looks for in each type, while typing. Asked type by type and not method by method: the compiler calls every rule for
    /// every symbol of the kind, and a code base has twenty times as many methods as types.
    /// </summary>
    /// <param name="members">What a type has of it.</param>
    /// <param name="about">The symbol that is spoken about, whose waivers hold.</param>
    /// <param name="analyze">The rule.</param>
    public void OnMembers<T>(
        Func<INamedTypeSymbol, IEnumerable<T>> members, Func<INamedTypeSymbol, T, ISymbol> about, Action<T, Action<Diagnostic>, CancellationToken> analyze)
        => Start.RegisterSymbolAction(c => ForEach(c, members, about, analyze), SymbolKind.NamedType, SymbolKind.Namespace);

    /// <summary>Calls the rule for each workflow, while typing; not while an attribute of it is half-typed.</summary>
    public void OnWorkflow(Action<Workflow, Action<Diagnostic>> analyze)
    {
        if (Symbols.CanDeclare)
        {
            OnMarked(SymbolKind.NamedType, (symbol, report) =>
            {
                if (symbol.Attribute(Symbols.GovernedWorkflow) is { } attribute && Symbols.IsSettled(symbol))
                {
                    analyze(new((INamedTypeSymbol)symbol, attribute), report);
                }
            });
        }
    }

    /// <summary>Calls the rule for each symbol of the kind on which an attribute is written, while typing.</summary>
    public void OnMarked(SymbolKind kind, Action<ISymbol, Action<Diagnostic>> analyze) => Start.RegisterSymbolAction(
        c =>
        {
            if (!c.Symbol.GetAttributes().IsEmpty)
            {
                One(c, c.Symbol, c.Symbol, (symbol, report, _) => analyze(symbol, report));
            }
        },
        kind);

    /// <summary>
    /// Calls the rule for each type, for it to choose whose operations it looks at: of a type for which it registers nothing no body is bound. The compiler keeps
    /// account of every type for it, so it is for rules that hardly any project has to do with.
    /// </summary>
    public void OnTypeStart(Action<INamedTypeSymbol, SymbolStartAnalysisContext> register) => Start.RegisterSymbolStartAction(
        c =>
        {
            try
            {
                register((INamedTypeSymbol)c.Symbol, c);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                c.RegisterSymbolEndAction(end => Fail(failure, end.ReportDiagnostic));
            }
        },
        SymbolKind.NamedType);

    /// <summary>Calls the rule for each local function and lambda that carries an attribute: no symbol action comes by there.</summary>
    public void OnLocalFunction(Action<IMethodSymbol, Action<Diagnostic>> analyze)
    {
        OnFile((model, report) =>
        {
            foreach (var node in FileNodes.MarkedFunctions(model.SyntaxTree))
            {
                var symbol = node is LocalFunctionStatementSyntax ? model.GetDeclaredSymbol(node) : model.GetSymbolInfo(node).Symbol;
                if (symbol is IMethodSymbol function)
                {
                    analyze(function, Waivable(function, report));
                }
            }
        });
    }

    /// <summary>Calls the rule for each file, bound, while typing: for what stands on the assembly or is no symbol.</summary>
    public void OnFile(Action<SemanticModel, Action<Diagnostic>> analyze) => OnFile((model, report, _) => analyze(model, report));

    /// <summary>The same for a rule that binds a lot: whoever types on cancels it.</summary>
    public void OnFile(Action<SemanticModel, Action<Diagnostic>, CancellationToken> analyze)
        => Start.RegisterSemanticModelAction(c => Guard(() => analyze(c.SemanticModel, Graded(c.ReportDiagnostic), c.CancellationToken), c.ReportDiagnostic));

    /// <summary>Calls the rule for each node of the kind, while typing: for what is no declaration.</summary>
    public void OnSyntax(SyntaxKind kind, Action<SyntaxNode, SemanticModel, Action<Diagnostic>> analyze)
        => Start.RegisterSyntaxNodeAction(c => Guard(() => analyze(c.Node, c.SemanticModel, Graded(c.ReportDiagnostic)), c.ReportDiagnostic), kind);

    /// <summary>Calls the rule for each additional file, while typing.</summary>
    public void OnAdditionalFile(Action<AdditionalText, Action<Diagnostic>> analyze)
        => Start.RegisterAdditionalFileAction(c => Guard(() => analyze(c.AdditionalFile, Graded(c.ReportDiagnostic)), c.ReportDiagnostic));

    /// <summary>Calls the rule once, in builds only. Hand what it finds through <see cref="Waivable"/>.</summary>
    public virtual void OnCompilationEnd(Action<Action<Diagnostic>> analyze)
        => Start.RegisterCompilationEndAction(c => Guard(() => analyze(Graded(c.ReportDiagnostic)), c.ReportDiagnostic));

    /// <summary>Reports what no waiver covers for this symbol; null stands for the assembly as a whole.</summary>
    public virtual Action<Diagnostic> Waivable(ISymbol? symbol, Action<Diagnostic> report) => diagnostic =>
    {
        if (!Waivers.Cover(diagnostic.Id, symbol))
        {
            report(diagnostic);
        }
    };

    /// <summary>Reports as the project's level has it. Whoever registers past this class hands its report through here.</summary>
    public virtual Action<Diagnostic> Graded(Action<Diagnostic> report) => diagnostic => report(book.Grade(diagnostic, Options.Level));

    /// <summary>A method round which no type is written yet is in one all the same, of which nobody tells a rule but its namespace.</summary>
    private static INamedTypeSymbol? TypeOf(ISymbol symbol) => symbol as INamedTypeSymbol ?? ((INamespaceSymbol)symbol).GetTypeMembers("<invalid-global-code>").FirstOrDefault();

    /// <summary>Without a closure of its own: it is called for every rule and every type, and most have no such member.</summary>
    private void ForEach<T>(
        SymbolAnalysisContext context, Func<INamedTypeSymbol, IEnumerable<T>> members, Func<INamedTypeSymbol, T, ISymbol> about,
        Action<T, Action<Diagnostic>, CancellationToken> analyze)
    {
        try
        {
            if (TypeOf(context.Symbol) is { } type)
            {
                foreach (var member in members(type))
                {
                    One(context, about(type, member), member, analyze);
                }
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Fail(failure, context.ReportDiagnostic);
        }
    }

    /// <summary>As <see cref="Guard"/> does, without a closure; a failure over one member does not keep the rule from the next.</summary>
    private void One<T>(SymbolAnalysisContext context, ISymbol about, T member, Action<T, Action<Diagnostic>, CancellationToken> analyze)
    {
        Action<Diagnostic> report = context.ReportDiagnostic;
        try
        {
            analyze(member, Waivable(about, Graded(report)), context.CancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Fail(failure, report);
        }
    }

    /// <summary>Runs what may fail: then it is said, for a rule that fails has found nothing.</summary>
    public void Guard(Action analyze, Action<Diagnostic> report)
    {
        try
        {
            analyze();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Fail(failure, report);
        }
    }

    /// <summary>What becomes of a failure of the rule itself.</summary>
    private protected virtual void Fail(Exception failure, Action<Diagnostic> report) => report(Diagnostic.Create(
        GovernanceRule.InternalFailure, Location.None, analyzer, $"{failure.GetType().Name}: {failure.Message}".Replace('\n', ' ')));
}
