using System;
using System.Threading;

namespace Governance;

/// <summary>Who acts, for whom, and under which authority. Flows with the async call; the host sets it at the edge.</summary>
/// <remarks>Without an actor and an authority, from here or from the governor's own settings, Medium and High steps are refused.</remarks>
public sealed class AutomationContext
{
    private static readonly AsyncLocal<AutomationContext?> s_current = new();

    private AutomationContext(string actor, string authority)
    {
        Actor = actor;
        Authority = authority;
    }

    /// <summary>The context of the running call, or null.</summary>
    public static AutomationContext? Current => s_current.Value;

    /// <summary>The automation that acts: an agent, a job, a service.</summary>
    public string Actor { get; }

    /// <summary>What it was allowed to act on: a ticket, a job, a mandate.</summary>
    public string Authority { get; }

    /// <summary>The person it acts for.</summary>
    public string? OnBehalfOf { get; private init; }

    /// <summary>The model and version behind it.</summary>
    public string? Model { get; private init; }

    /// <summary>
    /// The idempotency key of a step that declares none of its own. It names the outermost call; steps that this one calls are told apart by
    /// it and their arguments.
    /// </summary>
    public string? OperationKey { get; private init; }

    /// <summary>The model's confidence in what it asks for, from 0 to 1; recorded in the action log.</summary>
    public double? Confidence { get; private init; }

    /// <summary>Sets the context until the returned scope is disposed.</summary>
    /// <param name="actor">The automation that acts.</param>
    /// <param name="authority">What it was allowed to act on.</param>
    /// <param name="onBehalfOf">The person it acts for, where there is one.</param>
    /// <param name="model">The model and version behind it.</param>
    /// <param name="key">The idempotency key of the call, for steps that declare none.</param>
    /// <param name="confidence">The model's confidence, from 0 to 1.</param>
    /// <returns>A scope; disposing it restores what was there before.</returns>
    /// <exception cref="ArgumentException">The actor or the authority is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not from 0 to 1.</exception>
    public static IDisposable Begin(
        string actor, string authority, string? onBehalfOf = null, string? model = null, string? key = null, double? confidence = null)
    {
        if (string.IsNullOrWhiteSpace(actor))
        {
            throw new ArgumentException("An automation context needs an actor.", nameof(actor));
        }

        if (string.IsNullOrWhiteSpace(authority))
        {
            throw new ArgumentException("An automation context needs an authority.", nameof(authority));
        }

        if (confidence is { } value && !(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), value, "A confidence is from 0 to 1.");
        }

        var before = s_current.Value;
        s_current.Value = new AutomationContext(actor, authority)
        {
            OnBehalfOf = onBehalfOf, Model = model, OperationKey = key, Confidence = confidence,
        };
        return new Scope(before);
    }

    private sealed class Scope(AutomationContext? before) : IDisposable
    {
        public void Dispose() => s_current.Value = before;
    }
}
