using GovernanceAnalyzers.Generation.Models;
using GovernanceAnalyzers.Steps;

namespace GovernanceAnalyzers.Generation.Reading;

/// <summary>Reads what is written round the Core body, or round the implementations, of a step that nothing is wrong with.</summary>
internal static class PlumbingReader
{
    private const string HolderPrefix = "GovernanceStep";

    public static PlumbingModel Read(Step step, TypeModel type)
    {
        var method = step.Method;
        var token = method.Parameters.LastOrDefault(p => GovernanceSymbols.Same(p.Type, step.Symbols.CancellationToken));
        var isDecorated = step.Control == StepControl.Decorated;
        var governor = "this." + DecoratorReader.GovernorField;
        if (!isDecorated)
        {
            GovernorExpression.TryFind(step, out governor);
        }

        var holder = CSharpText.Unused(HolderName(method), name => TypeReader.IsTaken(method.ContainingType, name));

        return new()
        {
            Workflow = step.Workflow?.Id ?? "",
            Step = step.Id,
            Holder = holder,
            Plan = Free("Plan"),
            Call = Free("Call"),
            State = Free("State"),
            Instance = method.IsStatic ? null : Free("Instance"),
            Target = method.IsStatic ? null : isDecorated ? "this." + DecoratorReader.InnerField : "this",
            Governor = governor,
            Parameters = step.Parameters.Select(p => ReadParameter(p, token, step)).ToEquatableArray(),
            Result = step.Return.Result is { } result ? CSharpText.Type(result) : null,
            Item = step.Return.Item is { } item ? CSharpText.Type(item) : null,
            ReadersToken = ReadersToken(method),
            ItemVariable = Free("Item"),
            ReturnsValueTask = step.Return.Kind == ReturnKind.ValueTask,
            ReturnsOutcome = step.Return.IsOutcome,
            Core = isDecorated ? ReadImplementation(step, token) : ReadCore(step, step.Core, token),
            Rollback = step.Handler is { Method: { } handler } rollback ? ReadRollback(step, handler, rollback.Arguments) : null,
            Placeholders = ReadPlaceholders(step),
            Entry = type.EntriesClass is not null && method.TypeParameters.IsEmpty ? holder.Substring("Governance".Length) : null,
        };

        // Inside the holder these names stand beside the step's parameters and type parameters.
        string Free(string name) => CSharpText.Unused(name, candidate =>
            method.Parameters.Any(p => p.Name == candidate) || method.TypeParameters.Any(p => p.Name == candidate)
            || TypeReader.Chain(method.ContainingType).Any(t => t.TypeParameters.Any(p => p.Name == candidate)));
    }

    /// <summary>Overloads are numbered in the order of their documentation ids; the number stands where no method's name can bring it.</summary>
    private static string HolderName(IMethodSymbol method)
    {
        var overloads = method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
            .Select(m => m.GetDocumentationCommentId() ?? "").OrderBy(id => id, StringComparer.Ordinal).ToList();
        var number = overloads.IndexOf(method.GetDocumentationCommentId() ?? "");
        return $"{HolderPrefix}{(number > 0 ? $"{number + 1}" : "")}_{method.Name}";
    }

    /// <summary>An iterator can take nothing by reference, not even to read it.</summary>
    private static string? ReadersToken(IMethodSymbol method) => method.IsPartialDefinition && method.Parameters.All(p => p.RefKind == RefKind.None)
        && method.Parameters.FirstOrDefault(p => p.GetAttributes().Any(a => a.AttributeClass is { Name: "EnumeratorCancellationAttribute" } type
            && type.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices")) is { } token
            ? CSharpText.Identifier(token.Name)
            : null;

    private static ParameterModel ReadParameter(StepParameter parameter, IParameterSymbol? token, Step step)
    {
        var symbol = parameter.Symbol;
        var role = parameter.Role == ParameterRole.Argument ? Role.Argument
                 : GovernanceSymbols.Same(symbol, token) ? Role.Token
                 : IsGivenRun(symbol, step) ? Role.Run
                 : Role.Service;
        return new(symbol.Name, CSharpText.Identifier(symbol.Name), CSharpText.Type(symbol.Type), role, parameter.IsRedacted,
            role == Role.Argument && Redaction.Hides(parameter, step.Symbols) ? null : FromHost(symbol, role, step));
    }

    private static string? FromHost(IParameterSymbol parameter, Role role, Step step)
    {
        var type = parameter.Type;
        if (role != Role.Service)
        {
            return role == Role.Token ? "cancellationToken" : role == Role.Run ? "null!" : $"arguments.Read<{CSharpText.Type(type)}>({CSharpText.Literal(parameter.Name)})";
        }

        if (GovernanceSymbols.Same(type, step.Symbols.CancellationToken))
        {
            return "default";
        }

        if (GovernanceSymbols.Same(type, step.Symbols.StepRun))
        {
            return null;
        }

        var service = CSharpText.Type(type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.None) : type);
        return service == "global::System.IServiceProvider" ? "services"
             : parameter.HasExplicitDefaultValue || type.NullableAnnotation == NullableAnnotation.Annotated
                ? $"services.GetService(typeof({service})) is {service} {parameter.Name}Service ? {parameter.Name}Service : default({service})"
             : $"global::Governance.StepGovernorExtensions.RequireStepService<{service}>(services)";
    }

    private static CallModel ReadCore(Step step, CoreBody core, IParameterSymbol? token)
    {
        var method = step.Method;
        var passed = method.Parameters.Select(p => Pass(p, token)).ToList();
        if (core.TakesRun)
        {
            var closesWithToken = GovernanceSymbols.Same(method.Parameters.LastOrDefault()?.Type, step.Symbols.CancellationToken);
            passed.Insert(passed.Count - (closesWithToken ? 1 : 0), new(Passed.Run, "", ""));
        }

        return Call(step, core.Method!, passed);
    }

    /// <summary>What a decorator calls: the member itself, of whoever implements it.</summary>
    private static CallModel ReadImplementation(Step step, IParameterSymbol? token) => Call(
        step, step.Method, step.Method.Parameters.Select(p => IsGivenRun(p, step) ? new(Passed.Run, "", "") : Pass(p, token)))
        with { ReturnsOutcome = step.Return.IsOutcome };

    /// <summary>A caller has no run to give; whoever implements the step wants the one that it is called in.</summary>
    private static bool IsGivenRun(IParameterSymbol parameter, Step step)
        => step.Control == StepControl.Decorated && GovernanceSymbols.Same(parameter.Type, step.Symbols.StepRun);

    private static CallModel ReadRollback(Step step, IMethodSymbol handler, ImmutableArray<RollbackArgument> arguments)
    {
        var parameters = Signature.InTermsOf(step.Method, handler).Parameters;
        return Call(step, handler, arguments.Select((argument, i) => argument.Kind switch
        {
            RollbackArgumentKind.Parameter => Pass(argument.Parameter!, null),
            RollbackArgumentKind.Run => new(Passed.Run, "", ""),
            RollbackArgumentKind.CancellationToken => new(Passed.Token, "", ""),
            _ => PassResult(parameters[i].Type, step),
        }));
    }

    private static CallModel Call(Step step, IMethodSymbol called, IEnumerable<PassedModel> passed) => new(
        CSharpText.Identifier(called.Name) + CSharpText.TypeParameters(step.Method.TypeParameters),
        StepReturn.Of(called.ReturnType, step.Symbols).Kind == ReturnKind.ValueTask,
        passed.ToEquatableArray());

    private static PassedModel Pass(IParameterSymbol parameter, IParameterSymbol? token) => GovernanceSymbols.Same(parameter, token)
        ? new(Passed.Token, "", "")
        : new(Passed.Parameter, parameter.Name, CSharpText.Type(parameter.Type));

    private static PassedModel PassResult(ITypeSymbol received, Step step)
        => new(Signature.SameType(received, step.Return.Result) ? Passed.Result : Passed.NullableResult, "", CSharpText.Type(received));

    private static EquatableArray<PlaceholderModel> ReadPlaceholders(Step step)
        => new[] { step.Key, step.Question }.OfType<string>()
            .SelectMany(text => Template.Parse(text).Placeholders)
            .Select(placeholder => placeholder.Text).Distinct(StringComparer.Ordinal)
            .Select(text => new PlaceholderModel(
                text, Template.Resolve(text, step).Path.Select(part => CSharpText.Identifier(part.Name)).ToEquatableArray()))
            .ToEquatableArray();
}
