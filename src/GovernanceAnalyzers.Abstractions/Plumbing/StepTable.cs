using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>The plumbed steps of an assembly. Generated; found through <see cref="StepTableAttribute"/>.</summary>
public interface IStepTable
{
    /// <summary>The steps, ordered by id.</summary>
    IReadOnlyList<StepTableEntry> Entries { get; }
}

/// <summary>Names the assembly's generated step table.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class StepTableAttribute : Attribute
{
    /// <summary>Names the table.</summary>
    /// <param name="table">A type with a public parameterless constructor that implements <see cref="IStepTable"/>.</param>
    public StepTableAttribute(Type table) => Table = table;

    /// <summary>The table's type.</summary>
    public Type Table { get; }
}

/// <summary>How a host takes up a step that another host, or an earlier process, left behind.</summary>
public sealed class StepTableEntry
{
    /// <summary>The name under which a recorded result is read.</summary>
    public const string ResultName = "$result";

    /// <summary>What was declared.</summary>
    public StepDescriptor Step { get; init; } = new();

    /// <summary>
    /// Calls the step again with recorded arguments; workflow and services come from the container. Null where a parameter cannot be
    /// read back.
    /// </summary>
    public Func<IServiceProvider, IArgumentReader, CancellationToken, Task>? Resume { get; init; }

    /// <summary>Calls the rollback handler with recorded arguments and result; null where there is none.</summary>
    public Func<IServiceProvider, IArgumentReader, StepRun, CancellationToken, Task>? Rollback { get; init; }
}
