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
}
