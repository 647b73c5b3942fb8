using System;

namespace Governance;

/// <summary>
/// Says that calling this member changes something outside the process. The declaration is the answer at every call: the analyzers do not
/// look behind it, so an interface that the container fills is checked by what it promises.
/// </summary>
/// <remarks>
/// A step that calls it needs at least this tier (GVN2003) and, where it lists what it may reach, this capability in <c>Allows</c> (GVN2021); an entry
/// point may not call it outside a step (GVN2006). A declaration may raise the tier that the catalogue knows, and lower one only from Medium to Low,
/// with a reason in <see cref="Because"/>. Every contract is in the manifest.
/// </remarks>
/// <example>
/// <code>
/// public interface IPaymentApi
/// {
///     [ConsequentialAction("payment.commit", RiskTier.High, Because = "the money leaves the account at once")]
///     Task&lt;string&gt; RefundAsync(string orderId, decimal amount, CancellationToken ct);
///
///     // No attribute and no row of the catalogue: reading changes nothing.
///     Task&lt;decimal&gt; BalanceAsync(CancellationToken ct);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property, Inherited = true)]
public sealed class ConsequentialActionAttribute : Attribute
{
    /// <summary>Declares an action.</summary>
    /// <param name="capability">What kind of action: a built-in word such as <c>payment.commit</c>, or your own as <c>vendor.word</c>.</param>
    /// <param name="tier">The tier of control the action needs.</param>
    public ConsequentialActionAttribute(string capability, RiskTier tier)
    {
        Capability = capability;
        Tier = tier;
    }

    /// <summary>What kind of action.</summary>
    public string Capability { get; }

    /// <summary>The tier of control the action needs.</summary>
    public RiskTier Tier { get; }

    /// <summary>Why the tier is what it is; reviewers read it beside the action in the manifest.</summary>
    public string? Because { get; set; }

    /// <summary>
    /// Only the code of a step may take the action: its body, its rollback handler, and private methods that nobody else uses. A call from anywhere else
    /// in the code base is an error (GVN2019), whoever makes it.
    /// </summary>
    public bool OnlyFromSteps { get; set; }
}
