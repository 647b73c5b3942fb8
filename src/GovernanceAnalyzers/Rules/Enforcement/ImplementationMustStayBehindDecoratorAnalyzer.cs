using GovernanceAnalyzers.Reach;
using GovernanceAnalyzers.Steps;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2017: whoever implements an interface with steps is registered and made behind the decorator that holds it to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImplementationMustStayBehindDecoratorAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Configurable(
        "GVN2017",
        GovernanceRule.Enforcement,
        DiagnosticSeverity.Error,
        "Whoever implements an interface with steps stays behind its decorator",
        "'{0}' implements the steps of '{1}' and is {2} without their controls: write {3}");

    /// <summary>Makes the analyzer.</summary>
    public ImplementationMustStayBehindDecoratorAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        // A test may try an implementation as it is, and put a double in its place.
        if (!context.Symbols.CanDeclare || TestProject.Is(context) || !ExposedNames.In(context.Symbols).HasGovernedInterface)
        {
            return;
        }

        var implementations = new Implementations(context.Symbols);
        context.Start.RegisterOperationAction(
            c => context.Guard(
                () => Analyze(c.Operation, implementations, context.Waivable(c.ContainingSymbol, context.Graded(c.ReportDiagnostic))),
                c.ReportDiagnostic),
            OperationKind.ObjectCreation,
            OperationKind.Invocation);
    }

    private static void Analyze(IOperation operation, Implementations implementations, Action<Diagnostic> report)
    {
        if (operation is IObjectCreationOperation creation && implementations.ContractOf(creation.Type) is { } made)
        {
            if (!IsHandedToDecorator(operation) && !IsKeptForDecorator(operation, (INamedTypeSymbol)creation.Type!, implementations))
            {
                Report(creation.Type!, made, "made", NamedPlace.Of(creation.Syntax), report);
            }

            return;
        }

        foreach (var (type, place) in ServiceCall.TypesOf(operation))
        {
            if (implementations.ContractOf(type) is { } contract && !IsHandedToDecorator(operation))
            {
                Report(type, contract, ServiceCall.Makes(operation) ? "made" : "registered", place, report);
            }
        }
    }

    private static void Report(ITypeSymbol implementation, INamedTypeSymbol contract, string how, Location place, Action<Diagnostic> report)
    {
        var name = contract.Words();
        var register = contract.TypeParameters.IsEmpty
            ? $"AddGoverned<{name}, {implementation.Words()}>()"
            : $"AddGoverned<…, {implementation.Name}>((inner, governor) => new {Decorator.NameOf(contract)}<…>(inner, governor))";
        report(Diagnostic.Create(
            s_rule, place, implementation.Words(), name, how,
            how == "made" ? $"new {Decorator.NameOf(contract)}{(contract.TypeParameters.IsEmpty ? "" : "<…>")}(…, governor) round it, or register it with {register}" : register));
    }

    /// <summary>It stands among the arguments of a generated decorator, of <c>AddGoverned</c> or of the harness.</summary>
    private static bool IsHandedToDecorator(IOperation operation)
        => operation.AncestorsAndSelf().OfType<IArgumentOperation>().Any(argument => argument.Parent switch
        {
            IObjectCreationOperation { Type: { } type } => GeneratedPart.IsOurs(type.OriginalDefinition),
            IInvocationOperation call => IsOurWay(call.TargetMethod),
            _ => false,
        });

    private static bool IsOurWay(IMethodSymbol method)
        => (method.Name, method.ContainingType.Name) is ("AddGoverned", "GovernanceServiceCollectionExtensions") or ("Govern", "GovernanceHarness")
        && method.ContainingNamespace.ToDisplayString() is "Governance" or "Governance.Testing";

    /// <summary>A local that nothing is done with but to hand it to the decorator, and to look at what is none of the steps' work.</summary>
    private static bool IsKeptForDecorator(IOperation creation, INamedTypeSymbol implementation, Implementations implementations)
    {
        var at = creation;
        while (at.Parent is IConversionOperation conversion)
        {
            at = conversion;
        }

        if (at.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return false;
        }

        return at.Root().Descendants().OfType<ILocalReferenceOperation>().Where(r => GovernanceSymbols.Same(r.Local, local)).All(use =>
            IsHandedToDecorator(use) || use.Parent switch
            {
                IInvocationOperation call => call.Instance == use && !implementations.DoesWork(call.TargetMethod, implementation),
                IPropertyReferenceOperation or IFieldReferenceOperation or IEventReferenceOperation => true,
                _ => false,
            });
    }
}
