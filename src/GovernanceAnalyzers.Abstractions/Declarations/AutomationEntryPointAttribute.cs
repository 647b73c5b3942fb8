using System;

namespace Governance;

/// <summary>
/// Marks a method through which automation enters the code, where no known attribute such as <c>[McpServerTool]</c> says so already.
/// An entry point that takes a Medium or High action itself, instead of calling a step, is an error (GVN2006).
/// </summary>
/// <remarks>What it reaches is read and listed like a tool's. A method that only steps call needs no mark: it is read with them.</remarks>
/// <example>
/// <code>
/// public sealed class NightlyJob(RefundQueue queue)
/// {
///     // Reads, and hands what is to be done to a step; it takes no action itself.
///     [AutomationEntryPoint]
///     public int CountWaiting() =&gt; queue.Waiting;
/// }
///
/// public sealed record RefundQueue(int Waiting);
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class AutomationEntryPointAttribute : Attribute
{
}
