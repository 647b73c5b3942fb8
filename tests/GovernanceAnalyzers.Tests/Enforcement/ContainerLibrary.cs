namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>The container's registrations and ours, as far as the rules know them by name.</summary>
internal static class ContainerLibrary
{
    public const string Source = """

        namespace Microsoft.Extensions.DependencyInjection
        {
            public enum ServiceLifetime { Singleton, Scoped, Transient }
            public interface IServiceCollection { }
            public class ServiceDescriptor
            {
                public ServiceDescriptor(Type service, Type implementation, ServiceLifetime lifetime) { }
                public static ServiceDescriptor Singleton<TService, TImplementation>() where TImplementation : TService => null!;
            }
            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s) => s;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s, T instance) => s;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection s, Func<IServiceProvider, T> make) => s;
                public static IServiceCollection AddSingleton<T, I>(this IServiceCollection s) where I : T => s;
                public static IServiceCollection AddSingleton(this IServiceCollection s, Type service, Type implementation) => s;
                public static IServiceCollection AddSingleton(this IServiceCollection s, Type service, object instance) => s;
                public static IServiceCollection AddSingleton(this IServiceCollection s, Type service, Func<IServiceProvider, object> make) => s;
                public static IServiceCollection AddScoped<T, I>(this IServiceCollection s) where I : T => s;
                public static IServiceCollection AddScoped<T, I>(this IServiceCollection s, Func<IServiceProvider, I> make) where I : T => s;
                public static IServiceCollection AddTransient<T>(this IServiceCollection s, Func<IServiceProvider, T> make) => s;
                public static IServiceCollection AddTransient<T, I>(this IServiceCollection s) where I : T => s;
                public static IServiceCollection AddKeyedScoped<T, I>(this IServiceCollection s, object key) where I : T => s;
                public static IServiceCollection AddHttpClient<T, I>(this IServiceCollection s, Action<object>? configure = null) where I : T => s;
                public static T GetRequiredService<T>(this IServiceProvider p) => default!;
            }
            public static class ActivatorUtilities
            {
                public static T CreateInstance<T>(IServiceProvider provider, params object[] arguments) => default!;
                public static object CreateInstance(IServiceProvider provider, Type type, params object[] arguments) => null!;
            }
        }

        namespace Microsoft.Extensions.DependencyInjection.Extensions
        {
            public static class ServiceCollectionDescriptorExtensions
            {
                public static void TryAddSingleton<T, I>(this IServiceCollection s) where I : T { }
                public static void RemoveAll<T>(this IServiceCollection s) { }
            }
        }

        namespace Governance
        {
            using Microsoft.Extensions.DependencyInjection;
            public static class GovernanceServiceCollectionExtensions
            {
                public static IServiceCollection AddGoverned<T, I>(this IServiceCollection s, ServiceLifetime lifetime = ServiceLifetime.Transient) where I : T => s;
                public static IServiceCollection AddGoverned<T>(
                    this IServiceCollection s, Func<IServiceProvider, T> make, ServiceLifetime lifetime = ServiceLifetime.Transient) => s;
            }
        }

        namespace Governance.Testing
        {
            public sealed class GovernanceHarness { public T Govern<T>(T implementation) => implementation; }
        }
        """;

    /// <summary>An interface with steps, those who derive from it and implement it, and what is beside.</summary>
    public const string Desk = """

        [GovernedWorkflow("refunds", Owner = "ops")]
        public interface IDesk { [WorkflowStep("issue", RiskTier.Low)] Task IssueAsync(int n); Task OtherAsync(); }
        public interface IWide : IDesk { }
        [GovernedWorkflow("leaf", Owner = "ops")]
        public interface ILeaf : IDesk { }
        [GovernedWorkflow("items", Owner = "ops")]
        public interface IItems<T> { [WorkflowStep("keep", RiskTier.Low)] Task KeepAsync(T item); }
        public class Desk : IDesk
        {
            public Desk(string? name = null) { }
            public int Count { get; init; }
            public Task IssueAsync(int n) => Task.CompletedTask;
            public Task OtherAsync() => Task.CompletedTask;
            public override string ToString() => "desk";
        }
        public sealed class WideDesk : Desk, IWide { }
        public sealed class LeafDesk : Desk, ILeaf { }
        public sealed class BaseFirstDesk : Desk, IDesk, ILeaf { }
        public struct ValueDesk : IDesk { public Task IssueAsync(int n) => Task.CompletedTask; public Task OtherAsync() => Task.CompletedTask; }
        public sealed class Items<T> : IItems<T> { public Task KeepAsync(T item) => Task.CompletedTask; }
        public sealed class Stranger { }
        public interface IPlain { Task IssueAsync(int n); }
        public sealed class Plain : IPlain { public Task IssueAsync(int n) => Task.CompletedTask; }
        """;

    public const string Usings = "using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.DependencyInjection.Extensions;\n";
}
