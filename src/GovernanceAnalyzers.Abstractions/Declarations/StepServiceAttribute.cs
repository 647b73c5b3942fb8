using System;

namespace Governance;

/// <summary>
/// Marks a step parameter, or a type wherever a step takes it, as a service: it is neither bound to the confirmation nor logged nor shown.
/// Everything else a step takes is an argument (GVN1018 where it can be neither).
/// </summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Interface | AttributeTargets.Struct, Inherited = true)]
public sealed class StepServiceAttribute : Attribute
{
}
