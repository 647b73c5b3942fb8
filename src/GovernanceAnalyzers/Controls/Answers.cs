using System.Collections.Concurrent;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>
/// Which operations may be where a person's answer comes from. Everything that leaves the code that can be seen may be; a constant, an option, the
/// request itself, the time and a log line are not.
/// </summary>
internal sealed class Answers(Compilation compilation, Func<IMethodSymbol, IMethodBodyOperation?> bodyOf)
{
    /// <summary>Types whose members know nothing of a person.</summary>
    private static readonly HashSet<string> s_unknowing = new(StringComparer.Ordinal)
    {
        "System.Convert", "System.Math", "System.Guid", "System.DateTimeOffset", "System.TimeSpan", "System.TimeProvider", "System.Environment",
        "System.GC", "System.Random", "System.Diagnostics.Stopwatch", "System.AppContext", "System.Nullable", "System.ArgumentNullException",
        "Microsoft.Extensions.Configuration.IConfiguration", "Microsoft.Extensions.Configuration.ConfigurationBinder",
    };

    private const int BodyBudget = 100;

    private readonly ConcurrentDictionary<IMethodSymbol, bool> _asking = new(SymbolEqualityComparer.Default);

    /// <summary>What the operation gives may come from a person.</summary>
    public bool MayComeFrom(IOperation operation, BodyGraphs graphs) => MayComeFrom(operation, graphs, null);

    /// <param name="operation">The operation.</param>
    /// <param name="graphs">Where it stands.</param>
    /// <param name="seen">The methods that the same question has come by; null where it begins.</param>
    private bool MayComeFrom(IOperation operation, BodyGraphs graphs, HashSet<IMethodSymbol>? seen) => operation switch
    {
        IInvocationOperation call => OfCall(call, graphs, seen),
        IAwaitOperation { Operation: var task } => IsSomebodysTask(task),
        { Parent: ISimpleAssignmentOperation assignment } when assignment.Target == operation => false,
        IFieldReferenceOperation field => IsKept(field.Field, field.Instance),
        IPropertyReferenceOperation property => OfProperty(property, seen),
        IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IFunctionPointerInvocationOperation => true,
        IInvalidOperation => true,
        _ => false,
    };

    private bool OfCall(IInvocationOperation call, BodyGraphs graphs, HashSet<IMethodSymbol>? seen)
    {
        var target = call.TargetMethod;
        if (graphs.FunctionAt(call) is { } function)
        {
            return Asks(graphs, function, seen);
        }

        if (target.MethodKind == MethodKind.DelegateInvoke)
        {
            return true;
        }

        if (SaysNothing(call))
        {
            return false;
        }

        if (target.Name is "Run" or "StartNew" && target.ContainingType.Name is "Task" or "TaskFactory" && Framework.Owns(target.ContainingAssembly))
        {
            var started = call.Arguments.SelectMany(a => a.Value.DescendantsAndSelf()).Select(graphs.FunctionAt).OfType<Graph>().ToList();
            return started.Count == 0 || started.Any(f => Asks(graphs, f, seen));
        }

        return !IsExact(target) || Asks(target.OriginalDefinition, seen);
    }

    private static bool SaysNothing(IInvocationOperation call)
    {
        var target = call.TargetMethod;
        return !target.Name.StartsWith("Read", StringComparison.Ordinal) && target.Name != "OpenStandardInput"
            && (HollowBody.IsLogging(call) || HollowBody.IsHarmless(target) || IsUnknowing(target.ContainingType));
    }

    private bool OfProperty(IPropertyReferenceOperation reference, HashSet<IMethodSymbol>? seen)
    {
        var property = reference.Property;
        if (GivenToMethod(reference.Instance) || IsOption(property) || IsUnknowing(property.ContainingType))
        {
            return false;
        }

        if (Framework.Owns(property.ContainingAssembly))
        {
            return property.Name is "Result" or "Task";
        }

        if (property.GetMethod is { } getter && IsExact(getter) && !IsAuto(property))
        {
            if (getter.DeclaringSyntaxReferences is [var only] && only.GetSyntax() is ArrowExpressionClauseSyntax { Expression: LiteralExpressionSyntax })
            {
                return false;
            }

            return Asks(getter.OriginalDefinition, seen);
        }

        return reference.Instance is not (null or IInstanceReferenceOperation) || (property.SetMethod is { IsInitOnly: false } && IsSetLater(property));
    }

    /// <summary>Anything in the body, or in what it calls, may be where an answer comes from.</summary>
    private bool Asks(IMethodSymbol method, HashSet<IMethodSymbol>? seen)
    {
        if (seen is null)
        {
            return _asking.GetOrAdd(method, m => Asks(m, new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default)));
        }

        // What was come by already is being answered for elsewhere; what is too far away may be anything.
        return seen.Add(method) && (seen.Count > BodyBudget || bodyOf(method) is not { } body || Asks(BodyGraphs.Of(body)!, seen));
    }

    private bool Asks(BodyGraphs graphs, HashSet<IMethodSymbol> seen) => graphs.Places.Any(p => MayComeFrom(p.Operation, graphs, seen));

    private bool Asks(BodyGraphs graphs, Graph function, HashSet<IMethodSymbol>? seen)
        => graphs.Places.Any(p => p.Graph == function && graphs.FunctionAt(p.Operation) != function && MayComeFrom(p.Operation, graphs, seen));

    /// <summary>A body that is this compilation's and none else's.</summary>
    private bool IsExact(IMethodSymbol method)
        => GovernanceSymbols.Same(method.ContainingAssembly, compilation.Assembly) && !method.IsAbstract && !method.IsExtern
        && (!(method.IsVirtual || method is { IsOverride: true, IsSealed: false }) || method.ContainingType.IsSealed);

    /// <summary>A task that no call here has made: waiting for it may be waiting for an answer.</summary>
    private static bool IsSomebodysTask(IOperation task) => task switch
    {
        IConversionOperation conversion => IsSomebodysTask(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "WaitAsync", Instance: { } inner } => IsSomebodysTask(inner),
        IPropertyReferenceOperation property => property.Property.Name != "CompletedTask",
        IFieldReferenceOperation or IParameterReferenceOperation or IArrayElementReferenceOperation => true,
        _ => false,
    };

    /// <summary>A field that code outside the constructor sets: somebody may have answered there.</summary>
    private bool IsKept(IFieldSymbol field, IOperation? instance)
        => !field.IsConst && !field.IsReadOnly && !GivenToMethod(instance) && !IsOption(field)
        && (instance is not (null or IInstanceReferenceOperation) || IsSetLater(field));

    private static bool IsSetLater(ISymbol member) => member.ContainingType.DeclaringSyntaxReferences
        .SelectMany(r => r.GetSyntax().DescendantNodes())
        .Any(n => n switch
        {
            AssignmentExpressionSyntax assignment => NameOf(assignment.Left) == member.Name && !IsInConstructor(n),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => NameOf(argument.Expression) == member.Name && !IsInConstructor(n),
            _ => false,
        });

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
        _ => null,
    };

    private static bool IsInConstructor(SyntaxNode node)
        => node.FirstAncestorOrSelf<SyntaxNode>(n => n is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax) is ConstructorDeclarationSyntax;

    /// <summary>A parameter, or a member of one: what was asked, not what was answered.</summary>
    private static bool GivenToMethod(IOperation? value) => value switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter.ContainingSymbol is IMethodSymbol { MethodKind: not MethodKind.Constructor },
        IPropertyReferenceOperation property => GivenToMethod(property.Instance),
        IConversionOperation conversion => GivenToMethod(conversion.Operand),
        _ => false,
    };

    /// <summary>How the program is set up, by the name of the type that says it.</summary>
    private static bool IsOption(ISymbol member)
        => member.ContainingType is { } type
        && (type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal)
            || type.Name.EndsWith("Configuration", StringComparison.Ordinal) || type.Name.EndsWith("Config", StringComparison.Ordinal)
            || type.Name is "IOptionsMonitor" or "IOptionsSnapshot");

    private static bool IsAuto(IPropertySymbol property)
        => property.DeclaringSyntaxReferences.All(r => r.GetSyntax() is ParameterSyntax
            || r.GetSyntax() is PropertyDeclarationSyntax { ExpressionBody: null, AccessorList: { } accessors }
               && accessors.Accessors.All(a => a is { Body: null, ExpressionBody: null }));

    private static bool IsUnknowing(INamedTypeSymbol? type)
        => type is not null && (type.SpecialType != SpecialType.None || s_unknowing.Contains($"{type.ContainingNamespace?.ToDisplayString()}.{type.Name}"));
}
