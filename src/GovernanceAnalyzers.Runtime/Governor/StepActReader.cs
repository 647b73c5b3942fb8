using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace Governance;

/// <summary>Reads a call: arguments, key, question, caller.</summary>
internal sealed class StepActReader(GovernanceOptions options, StepJson json)
{
    private static readonly ConcurrentDictionary<Assembly, string?> s_declaredDigests = new();

    public StepAct Read<TState, T>(StepCall<TState, T> call)
    {
        var step = call.Plan.Step;
        var arguments = new ArgumentCollector(json);
        call.Plan.WriteArguments(call.State, arguments);
        var values = new PlaceholderCollector(json);
        var unread = ReadPlaceholders(call, values);
        var key = Key(step, values, out var keyProblem);
        var rollback = step.Rollback ?? (step.Irreversible is { } why ? "irreversible: " + why : null);
        // A question is for people: a Low call does without.
        var question = step.Tier == RiskTier.Low ? "" : QuestionText.Of(step, values, arguments.Arguments);
        var problem = unread ?? keyProblem ?? Unbound(step, arguments.Problem);
        return Act(step, arguments.Arguments, question, key, rollback, problem, arguments.Problem);
    }

    /// <summary>What a placeholder's getter threw, where somebody or the key needs it; null otherwise.</summary>
    private static string? ReadPlaceholders<TState, T>(StepCall<TState, T> call, PlaceholderCollector values)
    {
        try
        {
            call.Plan.WritePlaceholders?.Invoke(call.State, values);
            return null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return call.Plan.Step is { Tier: RiskTier.Low, Key: null or "" } ? null : $"a placeholder of its key or question cannot be read: {StepRunner.Error(e)}.";
        }
    }

    /// <summary>Reads the request of a self-governed step: it has no declared entry at run time, so its name stands for it.</summary>
    public StepAct Read(ConfirmationRequest request)
    {
        var id = request.Workflow + "/" + request.Step;
        var step = new StepDescriptor
        {
            Workflow = request.Workflow, Step = request.Step, Tier = request.Tier, Owner = request.Owner,
            Digest = CanonicalJson.Digest("self-governed\n" + id),
        };
        string? problem = null;
        var arguments = request.Arguments.Select(a => new ConfirmationArgument(a.Name, a.IsRedacted ? Hidden(a) : Canonical(a))).ToList();
        var question = request.Question.Length > 0 ? DisplayText.Clean(request.Question) : $"Run {id}?";
        var missing = request.Workflow.Length == 0 || request.Step.Length == 0 ? "the request names no workflow and step." : null;
        var key = string.IsNullOrEmpty(request.Key) ? null : request.Key;
        return Act(step, arguments, question, key, request.Rollback, missing ?? problem, unwritten: null);

        string Hidden(ConfirmationArgument argument)
        {
            var digest = json.Hide(Canonical(argument), out var failure);
            problem ??= failure is null ? null : $"argument '{argument.Name}': {failure}";
            return digest;
        }
    }

    private StepAct Act(
        StepDescriptor step, IReadOnlyList<ConfirmationArgument> arguments, string question, string? key, string? rollback, string? problem,
        string? unwritten)
    {
        var context = AutomationContext.Current;
        var parent = RunningStep.Current;
        var input = ArgumentCollector.ToJson(arguments);
        // Arguments that cannot be written are equal to none: such a call is never taken for an earlier one.
        var inputDigest = CanonicalJson.Digest(unwritten is null ? input : input + Guid.NewGuid());
        var doubt = Doubt(step.MinConfidence, context?.Confidence);
        return new StepAct
        {
            Step = step, Input = input, InputDigest = inputDigest, Arguments = arguments, Rollback = rollback, Parent = parent,
            Question = doubt is null ? question : $"{question} Mind: {doubt}.", Doubt = doubt,
            Facts = new RequestFacts
            {
                Workflow = step.Workflow, Step = step.Step, Tier = step.Tier, ParentRequestId = parent?.RequestId,
                // The operation is the outermost call: inside it, one key for several calls of a step would set them against each other.
                Key = key ?? (parent is null ? context?.OperationKey : null),
                Actor = context?.Actor ?? options.Actor, Authority = context?.Authority ?? options.Authority,
                OnBehalfOf = context is null ? options.OnBehalfOf : context.OnBehalfOf, Model = context?.Model, Confidence = context?.Confidence,
                Digest = step.Tier == RiskTier.Low ? null : CanonicalJson.Binding(step.Digest, inputDigest),
                StepDigest = step.Digest, DeclaredDigest = s_declaredDigests.GetOrAdd(step.WorkflowType.Assembly, DeclaredDigest),
            },
            Problem = problem ?? MissingControl(step, context),
            Unwritten = unwritten is null ? null : "not on record: " + unwritten,
        };
    }

    private static string? Doubt(double? wanted, double? confidence) => (wanted, confidence) switch
    {
        (null, _) => null,
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"the call says no confidence, and the step wants {wanted}"),
        _ when confidence < wanted => string.Create(CultureInfo.InvariantCulture, $"the model's confidence is {confidence}, and the step wants {wanted}"),
        _ => null,
    };

    private string? MissingControl(StepDescriptor step, AutomationContext? context)
    {
        if (step.Tier == RiskTier.Low)
        {
            return null;
        }

        if (step.Tier is not (RiskTier.Medium or RiskTier.High))
        {
            return "no risk tier is declared, so nobody can tell which control it needs.";
        }

        var missing = string.Join(" and no ", new[]
        {
            string.IsNullOrWhiteSpace(context?.Actor ?? options.Actor) ? "actor" : null,
            string.IsNullOrWhiteSpace(context?.Authority ?? options.Authority) ? "authority" : null,
        }.OfType<string>());
        return missing.Length == 0
            ? null
            : $"nobody said who acts and on what authority (no {missing}). Call AutomationContext.Begin(actor, authority), or set ActAs(…) in AddGovernance.";
    }

    private static string? Key(StepDescriptor step, PlaceholderCollector values, out string? problem)
    {
        problem = null;
        if (step.Key is not { Length: > 0 } template)
        {
            return null;
        }

        var (used, missing) = (new List<string>(), new List<string>());
        var key = TextTemplate.Expand(template, values.Raw, used, missing);
        problem = missing.Count > 0
            ? $"the key's placeholder '{missing[0]}' has no value."
            : used.Count > 0 && used.All(name => string.IsNullOrWhiteSpace(values.Raw(name)))
                ? $"every part of the key '{template}' is empty, so unlike acts would share it."
                : null;
        return key;
    }

    // A decision binds exact arguments; what cannot be written cannot be compared.
    private static string? Unbound(StepDescriptor step, string? problem)
        => problem is null || step.Tier == RiskTier.Low
            ? null
            : $"an argument cannot be shown: {problem}. A confirmation is bound to exactly what the person sees: pass a value that JSON shows whole.";

    private static string Canonical(ConfirmationArgument argument)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(argument.Json);
            return CanonicalJson.Of(document.RootElement);
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new ArgumentException($"Argument '{argument.Name}' is not JSON: {e.Message}", e);
        }
    }

    private static string? DeclaredDigest(Assembly assembly)
        => assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => a.Key == "Governance.Manifest")?.Value is { } json
            ? CanonicalJson.Digest(json)
            : null;
}
