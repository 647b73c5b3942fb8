using System;

namespace Governance;

/// <summary>
/// Says that calling this member changes something outside the process. The declaration is the answer at every call: the analyzers do not
/// look behind it, so an interface that the container fills is checked by what it promises.
/// </summary>
/// <example><code>[ConsequentialAction("payment.commit", RiskTier.High)] Task&lt;Receipt&gt; RefundAsync(string orderId, decimal amount);</code></example>
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
}
