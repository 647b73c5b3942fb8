using Microsoft.Extensions.DependencyInjection;

namespace Governance;

/// <summary>What is wrong with a configuration, found before the first step runs; collects the registered steps on the way.</summary>
internal static class GovernanceCheck
{
    public static List<string> Problems(GovernanceBuilder builder, GovernanceOptions options)
    {
        var problems = new List<string>();
        var governed = builder.Services.Select(GovernedRegistration.Of).OfType<GovernedRegistration>().Select(r => r.Contract);
        foreach (var workflow in builder.Workflows.Except(governed))
        {
            Add(workflow, options.Steps, problems);
        }

        foreach (var contract in governed.Distinct())
        {
            StepsOf(contract).ForEach(options.Steps.Add);
        }

        problems.AddRange(builder.Services.Select(Bare).OfType<string>().Distinct());

        problems.AddRange(options.Steps.GroupBy(s => s.Step.Id, StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => $"Two registered workflows declare the step {g.Key}; its records could not be told apart."));
        if (builder.Log is null)
        {
            problems.Add("There is no action log. Call UseJournal(\"governance\").");
        }

        var human = options.Steps.Where(s => s.Step.Tier != RiskTier.Low).Select(s => s.Step.Id).ToList();
        if (builder.Gate is null && human.Count > 0)
        {
            problems.Add($"Nobody can be asked, but {string.Join(", ", human)} needs a person's confirmation. Call ConfirmThroughInbox() or ConfirmAtConsole().");
        }

        if (builder.NeedsFolderForInbox && builder.JournalFolder is null)
        {
            problems.Add("The inbox has no folder. Give ConfirmThroughInbox one, or call UseJournal.");
        }

        if (options.ExpireAfter <= TimeSpan.Zero || options.WaitForDecision < TimeSpan.Zero || options.DenialHolds < TimeSpan.Zero
            || options.MostOpenRequests < 1)
        {
            problems.Add("ExpireAfter and MostOpenRequests must be positive, WaitForDecision and DenialHolds not negative.");
        }

        return problems;
    }

    private static void Add(Type workflow, IList<StepTableEntry> steps, List<string> problems)
    {
        var entries = StepsOf(workflow);
        if (entries.Count == 0)
        {
            problems.Add($"{workflow} has no generated steps. Does its project reference the package GovernanceAnalyzers, and has the type plumbed or decorated steps?");
        }

        entries.ForEach(steps.Add);
    }

    private static List<StepTableEntry> StepsOf(Type workflow)
        => StepTables.EntriesOf(workflow.Assembly).Where(e => e.Step.WorkflowType == workflow).ToList();

    /// <summary>
    /// An interface with steps that the container gives without its decorator. What a factory of the project's own gives shows only when it is called.
    /// </summary>
    private static string? Bare(ServiceDescriptor service)
    {
        var given = service.IsKeyedService
            ? service.KeyedImplementationType ?? service.KeyedImplementationInstance?.GetType()
            : service.ImplementationType ?? service.ImplementationInstance?.GetType();
        return given is null || !service.ServiceType.IsInterface || GovernedRegistration.Of(service) is not null
            || StepTables.DecoratorOf(service.ServiceType) is not { } known || known.Decorator == (given.IsGenericType ? given.GetGenericTypeDefinition() : given)
                ? null
                : $"{service.ServiceType} has steps, and {given} is registered as it without their controls. Call services.AddGoverned<{service.ServiceType.Name}, {given.Name}>().";
    }
}
