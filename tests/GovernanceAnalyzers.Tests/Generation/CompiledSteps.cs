using System.Reflection;
using System.Runtime.Loader;
using Governance;
using Microsoft.CodeAnalysis;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>A compilation with its generated code, emitted and loaded.</summary>
internal sealed class CompiledSteps(Assembly assembly)
{
    public static CompiledSteps Load(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;

        // The governor of the tests and the loaded code share the contracts, which the default context has.
        return new(new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image));
    }

    public Assembly Assembly => assembly;

    public IEnumerable<StepTableEntry> Table
        => assembly.GetCustomAttribute<StepTableAttribute>() is { } attribute ? ((IStepTable)Activator.CreateInstance(attribute.Table)!).Entries : [];

    public string? Manifest
        => assembly.GetCustomAttributes<AssemblyMetadataAttribute>().SingleOrDefault(a => a.Key == "Governance.Manifest")?.Value;

    /// <summary>Runs the source's <c>Scenario</c>.</summary>
    public Task RunAsync(IStepGovernor governor, Action<string> say)
        => (Task)Scenario.GetMethod("RunAsync")!.Invoke(null, [governor, say])!;

    /// <summary>The container that the source's <c>Scenario</c> stands for; null where it has none.</summary>
    public IServiceProvider? Services(IStepGovernor governor, Action<string> say)
        => Scenario.GetMethod("Service") is { } service ? new Container(type => service.Invoke(null, [type, governor, say])) : null;

    private Type Scenario => assembly.GetType("Shop.Scenario") ?? assembly.GetType("Scenario", throwOnError: true)!;

    private sealed class Container(Func<Type, object?> find) : IServiceProvider
    {
        public object? GetService(Type serviceType) => find(serviceType);
    }
}
