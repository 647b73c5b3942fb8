using System.Reflection;
using System.Runtime.CompilerServices;

namespace Governance;

/// <summary>The generated tables, found by the attribute of their assembly; made once.</summary>
internal static class StepTables
{
    private static readonly ConditionalWeakTable<Assembly, IStepTable> s_tables = new();

    public static IReadOnlyList<StepTableEntry> EntriesOf(Assembly assembly) => Of(assembly).Entries;

    /// <summary>What stands before whoever implements this interface; null where it has no steps.</summary>
    public static StepDecorator? DecoratorOf(Type contract)
    {
        var definition = contract.IsGenericType ? contract.GetGenericTypeDefinition() : contract;
        return (Of(contract.Assembly) as IDecoratorTable)?.Decorators.FirstOrDefault(d => d.Contract == definition);
    }

    private static IStepTable Of(Assembly assembly) => s_tables.GetValue(assembly, static a =>
        a.GetCustomAttribute<StepTableAttribute>() is { } attribute ? (IStepTable)Activator.CreateInstance(attribute.Table)! : new NoSteps());

    private sealed class NoSteps : IStepTable
    {
        public IReadOnlyList<StepTableEntry> Entries => [];
    }
}
