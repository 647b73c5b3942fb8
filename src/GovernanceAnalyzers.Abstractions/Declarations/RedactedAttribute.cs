using System;

namespace Governance;

/// <summary>
/// Marks a step's parameter, or a property or field of what a step takes or returns, as a secret: a person sees and the log keeps a keyed digest
/// in its place.
/// </summary>
/// <remarks>
/// <para>
/// The digest is HMAC-SHA-256 of the value's JSON, under a key that stands in the journal's folder or is given by the host. Equal values have
/// equal digests, so a confirmation is bound to the value all the same, and a retry finds its request; nobody who has no key can guess it back.
/// </para>
/// <para>
/// What is redacted is on no record, so no host can take the call up from the log: the caller calls again once it is decided. A rollback handler
/// may leave a redacted parameter out, and should: otherwise only the process that ran the step can undo it. <c>Key</c> and <c>Question</c>
/// cannot name a redacted member (GVN1020).
/// </para>
/// <para>On a parameter of a record's primary constructor it holds for the property of that name.</para>
/// </remarks>
/// <example>
/// <code>
/// [GovernedWorkflow("access", Owner = "it-ops")]
/// public sealed partial class AccessDesk(IStepGovernor governor)
/// {
///     [WorkflowStep("check-login", RiskTier.Low)]
///     public partial Task&lt;bool&gt; CheckLoginAsync(string user, [Redacted] string password, CancellationToken ct = default);
///
///     private Task&lt;bool&gt; CheckLoginCoreAsync(string user, string password, CancellationToken ct) =&gt; Task.FromResult(user != password);
/// }
///
/// public sealed record Card([property: Redacted] string Number, string Holder);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field, Inherited = true)]
public sealed class RedactedAttribute : Attribute
{
}
