using System;

namespace Governance;

/// <summary>
/// Marks a method through which automation enters the code, where no known attribute such as <c>[McpServerTool]</c> says so already.
/// An entry point that takes a Medium or High action itself, instead of calling a step, is rule GVN2006.
/// </summary>
[AttributeUsage(AttributeTargets.Method, Inherited = true)]
public sealed class AutomationEntryPointAttribute : Attribute
{
}
