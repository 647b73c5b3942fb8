using System;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>What generated code calls for steps that return their result and not a <see cref="StepOutcome{T}"/>.</summary>
public static class StepGovernorExtensions
{
    /// <summary>Runs a step and returns its result; throws where it did not complete.</summary>
    /// <typeparam name="TState">The instance and the arguments.</typeparam>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="governor">The governor.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The result.</returns>
    public static async Task<T> RunForValueAsync<TState, T>(
        this IStepGovernor governor, StepCall<TState, T> call, CancellationToken cancellationToken)
    {
        if (governor is null)
        {
            throw new ArgumentNullException(nameof(governor));
        }

        var outcome = await governor.RunAsync(call, cancellationToken).ConfigureAwait(false);
        return outcome.Value;
    }

    /// <summary>The service a table entry needs, or an exception that says which is missing.</summary>
    /// <typeparam name="T">The service's type.</typeparam>
    /// <param name="services">The container.</param>
    /// <returns>The service.</returns>
    /// <exception cref="InvalidOperationException">The container has no such service.</exception>
    public static T RequireStepService<T>(this IServiceProvider services)
    {
        if (services is null)
        {
            throw new ArgumentNullException(nameof(services));
        }

        return services.GetService(typeof(T)) is T service
            ? service
            : throw new InvalidOperationException($"The container has no {typeof(T)}, which a recorded step needs. Register it.");
    }
}
