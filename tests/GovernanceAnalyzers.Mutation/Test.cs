using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace GovernanceAnalyzers.Mutation;

/// <summary>A fact, or one row of a theory.</summary>
internal sealed class Test(MethodInfo method, object?[] row, string name)
{
    /// <summary>The same in every load of the tests.</summary>
    public string Name => name;

    public string Class => method.DeclaringType!.FullName!;

    /// <summary>Those of an assembly, in an order that is always the same.</summary>
    public static IEnumerable<Test> In(Assembly assembly)
        => from type in assembly.GetTypes()
           where !type.IsAbstract && !type.ContainsGenericParameters
           from method in type.GetMethods()
           let fact = method.GetCustomAttribute<FactAttribute>()
           where fact is { Skip: null }
           let rows = fact is TheoryAttribute ? method.GetCustomAttributes<DataAttribute>().SelectMany(d => d.GetData(method)) : [[]]
           from numbered in rows.Index()
           select new Test(method, numbered.Item, $"{type.FullName}.{method.Name}#{numbered.Index}");

    /// <returns>Whether it passes.</returns>
    public bool Passes()
    {
        object? instance = null;
        try
        {
            instance = method.IsStatic ? null : Activator.CreateInstance(method.DeclaringType!);
            (method.Invoke(instance, TypeUtility.ResolveMethodArguments(method, row)) as Task)?.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception)
        {
            return false;
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }
}
