using Microsoft.Extensions.DependencyInjection;

namespace Governance;

/// <summary>
/// What <c>AddGoverned</c> registered: the implementation under a key that nobody else has, and what stands before it under the interface.
/// </summary>
internal sealed class GovernedRegistration
{
    private readonly object _whole = new();
    private readonly Type _implementation;
    private readonly Func<object, IStepGovernor, object> _decorate;

    private GovernedRegistration(Type contract, Type implementation, Func<object, IStepGovernor, object> decorate)
        => (Contract, _implementation, _decorate) = (contract, implementation, decorate);

    /// <summary>The interface with steps.</summary>
    public Type Contract { get; }

    /// <param name="services">The container.</param>
    /// <param name="contract">The interface with steps.</param>
    /// <param name="implementation">The type that the implementation is registered as.</param>
    /// <param name="decorate">How the decorator is put round it; null to look it up.</param>
    /// <param name="inner">Describes the implementation under this key.</param>
    /// <param name="lifetime">How long implementation and decorator live.</param>
    public static void Add(
        IServiceCollection services, Type contract, Type implementation, Func<object, IStepGovernor, object>? decorate,
        Func<object, ServiceDescriptor> inner, ServiceLifetime lifetime)
    {
        var known = StepTables.DecoratorOf(contract);
        var registration = new GovernedRegistration(contract, implementation, decorate ?? known?.Decorate ?? throw NoDecorator(contract, known));
        services.Add(inner(registration));
        services.Add(new ServiceDescriptor(contract, registration._whole, (provider, _) => registration.Decorate(provider), lifetime));
        services.Add(new ServiceDescriptor(contract, registration.Find, lifetime));
        if (known is { Decorate: not null })
        {
            // A step that is taken up from the log comes by its decorator.
            services.Add(new ServiceDescriptor(known.Decorator, registration.Find, lifetime));
        }
    }

    /// <summary>Puts the generated decorator round an implementation.</summary>
    /// <exception cref="InvalidOperationException">There is none, or it is generic.</exception>
    public static object Decorate(Type contract, object implementation, IStepGovernor governor)
    {
        var known = StepTables.DecoratorOf(contract);
        return (known?.Decorate ?? throw NoDecorator(contract, known))(implementation, governor);
    }

    /// <summary>The registration that a service stems from; null where it is another's.</summary>
    public static GovernedRegistration? Of(ServiceDescriptor service) => service.IsKeyedService
        ? service.ServiceKey as GovernedRegistration
        : service.ImplementationFactory?.Target as GovernedRegistration;

    private object Find(IServiceProvider provider) => provider.GetRequiredKeyedService(Contract, _whole);

    private object Decorate(IServiceProvider provider) => _decorate(
        provider.GetRequiredKeyedService(_implementation, this),
        provider.GetService<IStepGovernor>()
            ?? throw new InvalidOperationException($"{Contract} has steps, and the container has no IStepGovernor. Call AddGovernance."));

    private static InvalidOperationException NoDecorator(Type contract, StepDecorator? known) => new(known is null
        ? $"{contract} has no generated decorator. Is it marked [GovernedWorkflow], has it steps, does the rest of its assembly see it, and does its project "
          + "reference the package GovernanceAnalyzers?"
        : $"{contract} is generic, so its decorator is not known closed. Say how it is made: (inner, governor) => new {known.Decorator.Name.Split('`')[0]}<…>(inner, governor).");
}
