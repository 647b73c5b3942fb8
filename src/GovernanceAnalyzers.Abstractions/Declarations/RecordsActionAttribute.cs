using System;

namespace Governance;

/// <summary>
/// Marks a member of your own that writes to a durable action log, so that a self-governed step may be recorded by it: an action whose intent or
/// outcome is not recorded on every path is an error (GVN2002).
/// </summary>
/// <example>
/// <code>
/// public interface IAudit
/// {
///     [RecordsAction(RecordMoment.Intent)]
///     Task AboutToAsync(string action, string subject);
///
///     [RecordsAction(RecordMoment.Outcome)]
///     Task EndedAsync(string action, string subject, Exception? failure);
///
///     // using (audit.Open("issue-refund", orderId)) { … }
///     [RecordsAction(RecordMoment.Scope)]
///     IDisposable Open(string action, string subject);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, Inherited = true)]
public sealed class RecordsActionAttribute : Attribute
{
    /// <summary>Declares what the member records.</summary>
    /// <param name="moment">Which part of the action's record the member writes.</param>
    public RecordsActionAttribute(RecordMoment moment) => Moment = moment;

    /// <summary>Which part of the action's record the member writes.</summary>
    public RecordMoment Moment { get; }
}

/// <summary>Which part of an action's record a member writes.</summary>
public enum RecordMoment
{
    /// <summary>Before the action: what is about to be done.</summary>
    Intent = 0,

    /// <summary>After the action: how it ended, also when it failed.</summary>
    Outcome = 1,

    /// <summary>Both: the member returns a scope that records the intent when opened and the outcome when disposed.</summary>
    Scope = 2,
}
