using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Governance;

/// <summary>Puts steps under governance in a container.</summary>
public static class GovernanceServiceCollectionExtensions
{
    /// <summary>
    /// Adds the governor with its log and its way to ask people. What is missing is an error when the host starts, or, without a host, when
    /// the governor is first asked for.
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="configure">What is governed, where it is recorded, who is asked. A second call adds to the first.</param>
    /// <returns>The container.</returns>
    /// <example>
    /// <code>
    /// builder.Services.AddGovernance(g => g.AddSteps&lt;RefundDesk&gt;().UseJournal("governance").ConfirmThroughInbox());
    /// </code>
    /// </example>
    public static IServiceCollection AddGovernance(this IServiceCollection services, Action<GovernanceBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = services.FirstOrDefault(s => s.ServiceType == typeof(GovernanceBuilder))?.ImplementationInstance as GovernanceBuilder;
        if (builder is null)
        {
            builder = new GovernanceBuilder(services);
            services.AddSingleton(builder);
            services.AddSingleton<GovernanceParts>();
            services.AddSingleton(provider => provider.GetRequiredService<GovernanceParts>().Log);
            services.AddSingleton(provider => provider.GetRequiredService<GovernanceParts>().Governor);
            services.AddSingleton<IStepGovernor>(provider => provider.GetRequiredService<StepGovernor>());
            services.AddSingleton<IStepResumer>(provider => provider.GetRequiredService<StepGovernor>());
            services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GovernanceStartup>());
        }

        configure(builder);
        return services;
    }

    /// <summary>
    /// Registers whoever implements an interface with steps, and under the interface the generated decorator that holds it to them. The
    /// implementation itself cannot be resolved.
    /// </summary>
    /// <typeparam name="TInterface">The interface, marked <see cref="GovernedWorkflowAttribute"/>.</typeparam>
    /// <typeparam name="TImplementation">The class that implements it.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="lifetime">How long both live.</param>
    /// <returns>The container.</returns>
    /// <exception cref="InvalidOperationException">The interface has no generated decorator, or is generic.</exception>
    /// <example>
    /// <code>
    /// builder.Services.AddGoverned&lt;IRefundDesk, RefundDesk&gt;();
    /// </code>
    /// </example>
    public static IServiceCollection AddGoverned<
        TInterface, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services, ServiceLifetime lifetime = ServiceLifetime.Transient)
        where TInterface : class
        where TImplementation : class, TInterface
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddGoverned<TInterface, TImplementation>(null, lifetime);
    }

    /// <summary>The same for an interface whose decorator has to be said: a generic one.</summary>
    /// <typeparam name="TInterface">The interface, marked <see cref="GovernedWorkflowAttribute"/>.</typeparam>
    /// <typeparam name="TImplementation">The class that implements it.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="decorate">Puts the decorator round an implementation.</param>
    /// <param name="lifetime">How long both live.</param>
    /// <returns>The container.</returns>
    /// <example>
    /// <code>
    /// services.AddGoverned&lt;IDesk&lt;Order&gt;, OrderDesk&gt;((inner, governor) => new GovernedDesk&lt;Order&gt;(inner, governor));
    /// </code>
    /// </example>
    public static IServiceCollection AddGoverned<
        TInterface, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(
        this IServiceCollection services, Func<TInterface, IStepGovernor, TInterface>? decorate, ServiceLifetime lifetime = ServiceLifetime.Transient)
        where TInterface : class
        where TImplementation : class, TInterface
    {
        ArgumentNullException.ThrowIfNull(services);
        GovernedRegistration.Add(
            services, typeof(TInterface), typeof(TImplementation), Untyped(decorate),
            key => new ServiceDescriptor(typeof(TImplementation), key, typeof(TImplementation), lifetime), lifetime);
        return services;
    }

    /// <summary>The same for an implementation that is made by hand.</summary>
    /// <typeparam name="TInterface">The interface, marked <see cref="GovernedWorkflowAttribute"/>.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="implementation">Makes the implementation.</param>
    /// <param name="lifetime">How long both live.</param>
    /// <param name="decorate">Puts the decorator round an implementation, where the interface is generic.</param>
    /// <returns>The container.</returns>
    /// <exception cref="InvalidOperationException">The interface has no generated decorator, or is generic and nobody says how it is decorated.</exception>
    public static IServiceCollection AddGoverned<TInterface>(
        this IServiceCollection services, Func<IServiceProvider, TInterface> implementation, ServiceLifetime lifetime = ServiceLifetime.Transient,
        Func<TInterface, IStepGovernor, TInterface>? decorate = null)
        where TInterface : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(implementation);
        GovernedRegistration.Add(
            services, typeof(TInterface), typeof(TInterface), Untyped(decorate),
            key => new ServiceDescriptor(typeof(TInterface), key, (provider, _) => implementation(provider), lifetime), lifetime);
        return services;
    }

    private static Func<object, IStepGovernor, object>? Untyped<TInterface>(Func<TInterface, IStepGovernor, TInterface>? decorate)
        where TInterface : class
        => decorate is null ? null : (inner, governor) => decorate((TInterface)inner, governor);
}
