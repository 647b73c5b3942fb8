using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Governance;

/// <summary>The plumbed and decorated steps of an assembly. Generated; found through <see cref="StepTableAttribute"/>.</summary>
public interface IStepTable
{
    /// <summary>The steps, ordered by id.</summary>
    IReadOnlyList<StepTableEntry> Entries { get; }
}

/// <summary>What a step table also is where interfaces of the assembly have steps. Generated.</summary>
public interface IDecoratorTable
{
    /// <summary>The interfaces that have steps, and what stands before whoever implements them.</summary>
    IReadOnlyList<StepDecorator> Decorators { get; }
}

/// <summary>An interface with steps and its generated decorator.</summary>
public sealed class StepDecorator
{
    /// <summary>Names the two.</summary>
    /// <param name="contract">The interface; of a generic one the definition.</param>
    /// <param name="decorator">The generated class that implements it.</param>
    /// <param name="decorate">Puts the decorator round an implementation; null for a generic interface, which is not known closed.</param>
    public StepDecorator(Type contract, Type decorator, Func<object, IStepGovernor, object>? decorate)
    {
        Contract = contract;
        Decorator = decorator;
        Decorate = decorate;
    }

    /// <summary>The interface; of a generic one the definition.</summary>
    public Type Contract { get; }

    /// <summary>The generated class that implements it.</summary>
    public Type Decorator { get; }

    /// <summary>Puts the decorator round an implementation; null for a generic interface, which is not known closed.</summary>
    public Func<object, IStepGovernor, object>? Decorate { get; }
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
