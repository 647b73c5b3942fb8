using System;
using System.Collections.Generic;
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

    /// <summary>Runs a step that has no result, for a caller that takes how it ended as a value.</summary>
    /// <typeparam name="TState">The instance and the arguments.</typeparam>
    /// <typeparam name="T">The result's type.</typeparam>
    /// <param name="governor">The governor.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>How the step ended.</returns>
    public static async Task<StepOutcome> RunForOutcomeAsync<TState, T>(
        this IStepGovernor governor, StepCall<TState, T> call, CancellationToken cancellationToken)
    {
        if (governor is null)
        {
            throw new ArgumentNullException(nameof(governor));
        }

        return await governor.RunAsync(call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// The stream that a step gives. It is run, and a person asked where the tier demands it, when the first item is asked for; each reading is
    /// a call of its own. Where the step does not complete, asking for an item throws what <see cref="StepOutcome.ThrowIfNotCompleted"/> throws.
    /// </summary>
    /// <typeparam name="TState">The instance and the arguments.</typeparam>
    /// <typeparam name="T">The items' type.</typeparam>
    /// <param name="governor">The governor.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the call, as does the token given to the reading.</param>
    /// <returns>The stream.</returns>
    public static IAsyncEnumerable<T> RunStream<TState, T>(
        this IStepGovernor governor, StepStreamCall<TState, T> call, CancellationToken cancellationToken)
        => new StepStream<TState, T>(governor ?? throw new ArgumentNullException(nameof(governor)), call, cancellationToken);

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
