using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GovernanceAnalyzers.Controls;

/// <summary>What is wrong with the body of a confirming member, and where.</summary>
internal sealed record HollowConfirmation(SyntaxNode? Place, string Words);

/// <summary>
/// Whether a confirming member can say yes though nobody was asked, or says yes whatever was answered. A body is walked up to where an answer may
/// come from; what it returns before that is nobody's answer.
/// </summary>
internal sealed class UnaskedYes(ControlMembers controls, Answers answers, Func<IMethodSymbol, IMethodBodyOperation?> bodyOf)
{
    private const int DeepestHelper = 5;

    private enum Says
    {
        No,
        MayBeYes,
        Yes,
    }

    public HollowConfirmation? Of(IMethodSymbol method, ConfirmationForm form)
    {
        if (bodyOf(method) is not { } body || body.Descendants().Any(o => o is IInvalidOperation))
        {
            return null;
        }

        var graphs = BodyGraphs.Of(body)!;
        var unasked = Walked(graphs, stopsAtAnswer: true);
        if (Yes(new(graphs, unasked, form, 0)) is { } place)
        {
            return new(place, "says yes on a path on which nobody is asked");
        }

        if (form.Throws)
        {
            return unasked.Returns && Returned(graphs, unasked).All(v => v is null) ? new(null, "returns on a path on which nobody is asked") : null;
        }

        return AlwaysYes(graphs, form) is { } always ? new(always, "says yes whatever is answered") : null;
    }

    private Walk Walked(BodyGraphs graphs, bool stopsAtAnswer)
    {
        var walk = new Walk((o, _) => stopsAtAnswer && answers.MayComeFrom(o, graphs), (_, _, _) => false);
        walk.FromStart(graphs.Root);
        return walk;
    }

    /// <summary>The first value that is returned and may be a yes.</summary>
    private SyntaxNode? Yes(Look look) => Returned(look.Graphs, look.Walk).OfType<IOperation>()
        .Where(v => Judge(v, look) != Says.No)
        .Select(v => v.Syntax).OrderBy(s => s.SpanStart).FirstOrDefault();

    /// <summary>It returns nothing but yes, throws nothing, asks in no loop, and nothing that it calls to ask could have thrown the no.</summary>
    private SyntaxNode? AlwaysYes(BodyGraphs graphs, ConfirmationForm form)
    {
        var walk = Walked(graphs, stopsAtAnswer: false);
        var look = new Look(graphs, walk, form, 0);
        var returned = Returned(graphs, walk).OfType<IOperation>().ToList();
        var saysNo = graphs.Root.Flow.Blocks.Any(b => b.IsReachable && (b.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw || LeadsBack(b)));
        return returned.Count > 0 && !saysNo && returned.All(v => Judge(v, look) == Says.Yes) && !walk.Reached.Any(o => MayRefuse(o, graphs))
            ? returned[0].Syntax
            : null;
    }

    private static bool LeadsBack(BasicBlock block)
        => block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal || block.ConditionalSuccessor?.Destination?.Ordinal <= block.Ordinal;

    private bool MayRefuse(IOperation operation, BodyGraphs graphs)
        => operation is IInvocationOperation { TargetMethod: { } target } && answers.MayComeFrom(operation, graphs)
        && (controls.Of(target).Confirmation is { Throws: true } || target.ReturnsVoid
            || target.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", IsGenericType: false });

    private static IEnumerable<IOperation?> Returned(BodyGraphs graphs, Walk walk) => graphs.Root.Flow.Blocks
        .Where(b => b.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return } && (b.BranchValue is null || walk.Reached.Contains(b.BranchValue)))
        .Select(b => b.BranchValue);

    private Says Judge(IOperation? value, Look look) => value switch
    {
        null => Says.No,
        { ConstantValue: { HasValue: true, Value: var constant } } when !look.Form.Throws => OfConstant(value, constant, look.Form),
        IConversionOperation { OperatorMethod: null } conversion => Judge(conversion.Operand, look),
        IParenthesizedOperation parenthesized => Judge(parenthesized.Operand, look),
        IAwaitOperation wait => Judge(wait.Operation, look),
        IFlowCaptureReferenceOperation captured => Most(look.Graphs.Captured(look.Graphs.Root, captured.Id).Where(look.Walk.Reached.Contains), look),
        ILocalReferenceOperation local => look.Graphs.Assigned(local.Local) is { } assigned
            ? Most(assigned.Select(a => a.Value).Where(look.Walk.Reached.Contains), look)
            : Says.MayBeYes,
        IInvocationOperation call => OfCall(call, look),
        IFieldReferenceOperation { Field: { } field } => OfMember(field, field.Type, look),
        IPropertyReferenceOperation { Property: { } property } => OfMember(property, property.Type, look),
        // A guard has said yes when it returns.
        _ when look.Form.Throws => Says.Yes,
        IDefaultValueOperation => Says.No,
        IObjectCreationOperation creation => OfCreation(creation, look),
        { Type: { } type } when IsTask(type) => Says.No,
        _ => Says.MayBeYes,
    };

    private static Says OfConstant(IOperation value, object? constant, ConfirmationForm form) => constant switch
    {
        null or false => Says.No,
        true => form.ApprovedWhen.Any(w => w.Yes is not null) ? Says.MayBeYes : Says.Yes,
        string text => form.ApprovedWhen.Any(w => w.Yes == text) ? Says.Yes : Says.No,
        _ when value.Type is { TypeKind: TypeKind.Enum } type
            => ValueMeaning.EnumName(type, constant) is string name && form.ApprovedWhen.Any(w => w.Yes == name) ? Says.Yes : Says.No,
        _ => Says.No,
    };

    private Says OfCall(IInvocationOperation call, Look look)
    {
        var target = call.TargetMethod;
        switch (target.Name)
        {
            case "FromResult" when call.Arguments.Length == 1:
                return Judge(call.Arguments[0].Value, look);
            case "FromException" or "FromCanceled":
                return Says.No;
            case "ConfigureAwait" or "AsTask" or "WaitAsync" when call.Instance is { } task:
                return Judge(task, look);
        }

        if (look.Depth < DeepestHelper && target.MethodKind == MethodKind.Ordinary && bodyOf(target.OriginalDefinition) is { } body)
        {
            var graphs = BodyGraphs.Of(body)!;
            return Yes(new(graphs, Walked(graphs, stopsAtAnswer: true), look.Form, look.Depth + 1)) is null ? Says.No : Says.MayBeYes;
        }

        return Says.MayBeYes;
    }

    /// <summary>A decision says what is set on it, wherever in the body that is, or what its constructor is given; by itself it says no.</summary>
    private Says OfCreation(IObjectCreationOperation creation, Look look)
    {
        if (creation.Type is { Name: "ValueTask" })
        {
            return creation.Arguments.IsEmpty ? Says.No : Judge(creation.Arguments[0].Value, look);
        }

        if (look.Form.ApprovedWhen.IsEmpty)
        {
            return Says.No;
        }

        var members = look.Form.ApprovedWhen.Select(w => w.Member).ToList();
        var given = creation.Arguments
            .Where(a => a.Parameter is { } p && members.Contains(p.Name, StringComparer.OrdinalIgnoreCase)).Select(a => a.Value);
        var set = look.Walk.Reached.OfType<ISimpleAssignmentOperation>()
            .Where(a => a.Target is IPropertyReferenceOperation { Property: { } property } && members.Contains(property.Name)
                     && IsOn(((IPropertyReferenceOperation)a.Target).Instance, creation, look, 0))
            .Select(a => a.Value);
        return Most(given.Concat(set), look);
    }

    /// <summary>The object that a member is set on is, or may be, the one that is made there.</summary>
    private static bool IsOn(IOperation? target, IObjectCreationOperation creation, Look look, int depth) => depth < 8 && target switch
    {
        IConversionOperation conversion => IsOn(conversion.Operand, creation, look, depth + 1),
        IFlowCaptureReferenceOperation captured => look.Graphs.Captured(look.Graphs.Root, captured.Id).Any(v => IsOn(v, creation, look, depth + 1)),
        ILocalReferenceOperation local => look.Graphs.Assigned(local.Local)?.Any(a => IsOn(a.Value, creation, look, depth + 1)) ?? true,
        _ => target == creation,
    };

    /// <summary>A value that is kept: what it was made with, where that can be seen. What is an option may be a yes; a task is somebody's answer.</summary>
    private static Says OfMember(ISymbol member, ITypeSymbol type, Look look)
    {
        if (IsTask(type))
        {
            return look.Form.Throws && member.Name == "CompletedTask" ? Says.Yes : Says.No;
        }

        var made = member.DeclaringSyntaxReferences.Select(r => r.GetSyntax()).SelectMany(s => s.DescendantTokens()).Select(t => t.ValueText).ToList();
        return look.Form.ApprovedWhen.IsEmpty || made.Count == 0 || look.Form.ApprovedWhen.Any(w => made.Contains(w.Yes ?? "true")) || !made.Contains("new")
            ? Says.MayBeYes
            : Says.No;
    }

    private Says Most(IEnumerable<IOperation> values, Look look)
    {
        if (look.Depth > 20)
        {
            return Says.MayBeYes;
        }

        var deeper = look with { Depth = look.Depth + 1 };
        var judged = values.Select(v => Judge(v, deeper)).ToList();
        return judged.Count == 0 ? Says.No : judged.All(s => s == Says.Yes) ? Says.Yes : judged.All(s => s == Says.No) ? Says.No : Says.MayBeYes;
    }

    private static bool IsTask(ITypeSymbol type) => type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks" } };

    private sealed record Look(BodyGraphs Graphs, Walk Walk, ConfirmationForm Form, int Depth);
}
