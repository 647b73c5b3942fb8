using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Controls;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Rules.Enforcement;

/// <summary>GVN2015: a <c>StepApproval</c> is one that the governor has given, and is used for one act.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
[NoCodeFix("The approval has to be asked for, with a question that only the author knows.")]
public sealed class ApprovalMustComeFromGovernorAnalyzer : GovernanceAnalyzer
{
    private static readonly DiagnosticDescriptor s_rule = GovernanceRule.Enforced(
        "GVN2015",
        GovernanceRule.Enforcement,
        "A StepApproval comes from the governor and is used once",
        "This StepApproval {0}: only RequireApprovalAsync gives one, to one request and for one act");

    /// <summary>Makes the analyzer.</summary>
    public ApprovalMustComeFromGovernorAnalyzer()
        : base(s_rule)
    {
    }

    private protected override void Register(RuleContext context)
    {
        if (context.Symbols.StepApproval is not { } approval || ApprovalPlaces.In(context.Compilation, approval) is not { } places)
        {
            return;
        }

        context.OnTypeStart((type, start) =>
        {
            if (places.MayBeIn(type))
            {
                OnOperations(start, approval, context);
            }
        });
        context.OnMarkedMethod((accessor, report) => AnalyzeAccessor(accessor, approval, report));
        context.OnLocalFunction((accessor, report) => AnalyzeAccessor(accessor, approval, report));
    }

    private static void OnOperations(SymbolStartAnalysisContext type, INamedTypeSymbol approval, RuleContext context)
    {
        type.RegisterOperationAction(
            c => context.Guard(
                () => Analyze(c.Operation, approval, context.Symbols, context.Waivable(c.ContainingSymbol, context.Graded(c.ReportDiagnostic))),
                c.ReportDiagnostic),
            OperationKind.Argument, OperationKind.DefaultValue, OperationKind.TypeOf, OperationKind.Invocation, OperationKind.Conversion,
            OperationKind.SimpleAssignment, OperationKind.VariableInitializer, OperationKind.FieldInitializer, OperationKind.PropertyInitializer, OperationKind.Return);
        type.RegisterOperationBlockAction(c => context.Guard(
            () =>
            {
                foreach (var block in c.OperationBlocks)
                {
                    AnalyzeUses(block, approval, context, context.Waivable(c.OwningSymbol, context.Graded(c.ReportDiagnostic)));
                }
            },
            c.ReportDiagnostic));
    }

    private static void Analyze(IOperation operation, INamedTypeSymbol approval, GovernanceSymbols symbols, Action<Diagnostic> report)
    {
        switch (operation)
        {
            case ITypeOfOperation { TypeOperand: var type } when Is(type, approval):
                Report(operation, "is made or changed by reflection", report);
                break;
            case IInvocationOperation call when call.TargetMethod.TypeArguments.Any(t => Is(t, approval)) && MakesFromNothing(call.TargetMethod):
                Report(operation, $"is made from nothing by '{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}'", report);
                break;
            case IConversionOperation { IsImplicit: false, Operand: { Type: { } from, ConstantValue.HasValue: false } } conversion
                when Is(conversion.Type, approval) && from.SpecialType == SpecialType.System_Object | from.TypeKind == TypeKind.Dynamic:
                Report(operation, "comes out of an object of which nothing is known", report);
                break;
            case IArgumentOperation { Parameter: { } parameter } argument when Is(parameter.Type, approval) && argument.ArgumentKind != ArgumentKind.DefaultValue:
                if (parameter.NullableAnnotation != NullableAnnotation.Annotated)
                {
                    AnalyzeNothing(argument.Value, report);
                }

                break;
            case ISimpleAssignmentOperation assignment when Is(assignment.Type, approval):
                AnalyzeTarget(assignment.Target, assignment.Value, report);
                break;
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } variable when Is(local.Type, approval):
                AnalyzeStored(local.NullableAnnotation, variable.Value, report);
                break;
            case IFieldInitializerOperation { InitializedFields: [var field, ..] } fieldValue when Is(field.Type, approval):
                AnalyzeStored(field.NullableAnnotation, fieldValue.Value, report);
                break;
            case IPropertyInitializerOperation { InitializedProperties: [var property, ..] } propertyValue when Is(property.Type, approval):
                AnalyzeStored(property.NullableAnnotation, propertyValue.Value, report);
                break;
            case IReturnOperation { ReturnedValue: { } value } when Is(value.Type, approval):
                AnalyzeStored(NullableAnnotation.None, value, report, isReturn: true);
                break;
        }
    }

    private static void AnalyzeTarget(IOperation target, IOperation value, Action<Diagnostic> report)
    {
        if (target is IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } && Nothing(value) is null)
        {
            Report(value, "is kept in a static member, where any act finds it", report);
            return;
        }

        var annotation = target switch
        {
            ILocalReferenceOperation local => local.Local.NullableAnnotation,
            IFieldReferenceOperation field => field.Field.NullableAnnotation,
            IPropertyReferenceOperation property => property.Property.NullableAnnotation,
            IParameterReferenceOperation parameter => parameter.Parameter.NullableAnnotation,
            _ => NullableAnnotation.Annotated,
        };
        AnalyzeStored(annotation, value, report);
    }

    /// <summary>A variable that may be empty says so, and the compiler watches it; what is said not to be empty and is, is forged.</summary>
    private static void AnalyzeStored(NullableAnnotation annotation, IOperation value, Action<Diagnostic> report, bool isReturn = false)
    {
        if (Nothing(value) is { } nothing && (annotation == NullableAnnotation.NotAnnotated && !isReturn || IsForced(nothing)))
        {
            Report(nothing, "is nothing at all", report);
        }
    }

    private static void AnalyzeNothing(IOperation value, Action<Diagnostic> report)
    {
        if (Nothing(value) is { } nothing)
        {
            Report(nothing, "is nothing at all", report);
        }
        else if (IsForced(value) && MayBeNothing(value))
        {
            Report(value, "may be nothing at all, whatever the '!' says", report);
        }
    }

    private static IOperation? Nothing(IOperation value) => value switch
    {
        IConversionOperation { IsImplicit: true } conversion => Nothing(conversion.Operand),
        IParenthesizedOperation parenthesized => Nothing(parenthesized.Operand),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } => value,
        IDefaultValueOperation => value,
        IConversionOperation { ConstantValue: { HasValue: true, Value: null } } => value,
        _ => null,
    };

    /// <summary><c>null!</c>.</summary>
    private static bool IsForced(IOperation value) => value.Syntax.Parent is PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression };

    /// <summary>The compiler forgets under a <c>!</c> what it knew; what is declared to be there or not may not be. The approval of a run is the governor's affair.</summary>
    private static bool MayBeNothing(IOperation value) => value switch
    {
        IConversionOperation conversion => MayBeNothing(conversion.Operand),
        // Of a var the annotation says nothing.
        ILocalReferenceOperation local => local.Local.DeclaringSyntaxReferences.Any(r => r.GetSyntax().Parent is VariableDeclarationSyntax { Type: NullableTypeSyntax }),
        IParameterReferenceOperation parameter => parameter.Parameter.NullableAnnotation == NullableAnnotation.Annotated,
        IFieldReferenceOperation field => field.Field.NullableAnnotation == NullableAnnotation.Annotated,
        IPropertyReferenceOperation property => property.Property is { NullableAnnotation: NullableAnnotation.Annotated, ContainingType.Name: not "StepRun" },
        _ => false,
    };

    /// <summary>It returns what it was not given.</summary>
    private static bool MakesFromNothing(IMethodSymbol method)
    {
        var original = method.OriginalDefinition;
        return original.ReturnType is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } made
            && !original.Parameters.Any(p => Contains(p.Type, made));
    }

    private static bool Contains(ITypeSymbol type, ITypeParameterSymbol parameter) => type switch
    {
        ITypeParameterSymbol => GovernanceSymbols.Same(type, parameter),
        IArrayTypeSymbol array => Contains(array.ElementType, parameter),
        INamedTypeSymbol named => named.TypeArguments.Any(t => Contains(t, parameter)),
        _ => false,
    };

    private static void AnalyzeAccessor(IMethodSymbol accessor, INamedTypeSymbol approval, Action<Diagnostic> report)
    {
        if (UnsafeAccess.Mark(accessor) is { } mark && (Is(accessor.ReturnType, approval) || accessor.Parameters is [var first, ..] && Is(first.Type, approval)))
        {
            report(Diagnostic.Create(s_rule, mark.NameLocation(), "is made or changed by an accessor that the runtime opens"));
        }
    }

    /// <summary>Each value that is handed over, and where it may be handed over again.</summary>
    private static void AnalyzeUses(IOperation block, INamedTypeSymbol approval, RuleContext context, Action<Diagnostic> report)
    {
        var uses = block.Descendants().OfType<IArgumentOperation>()
            .Where(a => a.Parameter is { } p && Is(p.Type, approval) && IsAct(a.Parent, context.Symbols)).ToList();
        foreach (var argument in uses)
        {
            if (argument.Parent is IInvocationOperation call && context.Symbols.StepOf(call.TargetMethod.OriginalDefinition) is { } step && IsGivenToStep(argument.Value, block, context.Symbols))
            {
                Report(argument.Value, $"was given to one step and is handed on to '{step.FullId}'", report);
            }
        }

        var handed = uses.Where(u => Unwrapped(u.Value) is not null).ToList();
        if (handed.Count == 0 || BodyGraphs.Of(block.Parent ?? block) is not { } graphs)
        {
            return;
        }

        foreach (var value in handed.GroupBy(u => Unwrapped(u.Value)!, SymbolEqualityComparer.Default))
        {
            if (Again([.. value], value.Key!, graphs) is { } again)
            {
                Report(again.Value, "was used for an act before", report);
            }
        }
    }

    /// <summary>The first use that can come after one of the same value.</summary>
    private static IArgumentOperation? Again(List<IArgumentOperation> uses, ISymbol value, BodyGraphs graphs)
    {
        foreach (var first in uses)
        {
            if (graphs.Places.FirstOrDefault(p => IsCall(p.Operation) && p.Operation.Syntax == first.Parent!.Syntax) is not { Graph: not null } place)
            {
                continue;
            }

            var walk = new Walk((o, _) => IsGivenAnew(o, value), (_, _, _) => false) { Enters = (o, _) => graphs.FunctionAt(o) };
            walk.After(place);

            // What the graph does with a call's value has the call's syntax, too, and is no other call.
            var reached = new HashSet<SyntaxNode>(walk.Reached.Where(IsCall).Select(o => o.Syntax));
            if (uses.OrderBy(u => u.Syntax.SpanStart).FirstOrDefault(u => reached.Contains(u.Parent!.Syntax)) is { } again)
            {
                return again;
            }
        }

        return null;
    }

    private static bool IsCall(IOperation operation) => operation is IInvocationOperation or IObjectCreationOperation;

    private static bool IsGivenAnew(IOperation operation, ISymbol value) => operation is ISimpleAssignmentOperation assignment && GovernanceSymbols.Same(Unwrapped(assignment.Target), value);

    private static ISymbol? Unwrapped(IOperation value) => value switch
    {
        IConversionOperation conversion => Unwrapped(conversion.Operand),
        IParenthesizedOperation parenthesized => Unwrapped(parenthesized.Operand),
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>Checking it, or writing it down, is no act.</summary>
    private static bool IsAct(IOperation? call, GovernanceSymbols symbols) => call switch
    {
        IInvocationOperation { TargetMethod: { } target }
            => !GovernanceSymbols.Same(target.ContainingType, symbols.StepGovernor) && target.ContainingNamespace?.ToDisplayString() != "Microsoft.Extensions.Logging"
            && target.Name is not ("Equals" or "ReferenceEquals" or "ThrowIfNull") && !target.Name.StartsWith("Check", StringComparison.Ordinal),
        IObjectCreationOperation => true,
        _ => false,
    };

    /// <summary>The step's own parameter, or the approval of its run.</summary>
    private static bool IsGivenToStep(IOperation value, IOperation block, GovernanceSymbols symbols)
        => value switch
        {
            IConversionOperation conversion => IsGivenToStep(conversion.Operand, block, symbols),
            IPropertyReferenceOperation { Property: { Name: "Approval", ContainingType: var type } } => GovernanceSymbols.Same(type, symbols.StepRun),
            IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol method } => symbols.StepOf(method.PartialDefinitionPart ?? method) is not null,
            _ => false,
        };

    private static bool Is(ITypeSymbol? type, INamedTypeSymbol approval) => GovernanceSymbols.Same(type, approval);

    private static void Report(IOperation place, string what, Action<Diagnostic> report)
        => report(Diagnostic.Create(s_rule, IsForced(place) ? place.Syntax.Parent!.GetLocation() : NamedPlace.Of(place.Syntax), what));
}
