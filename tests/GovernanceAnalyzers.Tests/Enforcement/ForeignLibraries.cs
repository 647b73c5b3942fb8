namespace GovernanceAnalyzers.Tests.Enforcement;

/// <summary>The members of others by which automation enters; known by name, so a declaration of the same name does.</summary>
internal static class ForeignLibraries
{
    public const string Source = """
        namespace ModelContextProtocol.Server
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class McpServerToolAttribute : Attribute { public string? Name { get; set; } }
            [AttributeUsage(AttributeTargets.Class)] public sealed class McpServerToolTypeAttribute : Attribute { }
            public abstract class McpServerTool
            {
                public static McpServerTool Create(Delegate method, string? name = null) => null!;
                public static McpServerTool Create(System.Reflection.MethodInfo method) => null!;
            }
        }

        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IMcpServerBuilder { }
            public static class McpServerBuilderExtensions { public static IMcpServerBuilder WithTools<T>(this IMcpServerBuilder builder) => builder; }
        }

        namespace Microsoft.SemanticKernel
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class KernelFunctionAttribute : Attribute
            {
                public KernelFunctionAttribute() { }
                public KernelFunctionAttribute(string name) { }
            }
            public abstract class KernelFunction { }
            public static class KernelFunctionFactory { public static KernelFunction CreateFromMethod(Delegate method, string? functionName = null) => null!; }
            public static class KernelExtensions { public static object AddFromType<T>(this object plugins) => plugins; }
        }

        namespace Microsoft.Extensions.AI
        {
            public class AIFunction { }
            public static class AIFunctionFactory
            {
                public static AIFunction Create(Delegate method, string? name = null, string? description = null) => null!;
            }
            public sealed class ApprovalRequiredAIFunction(AIFunction inner) : AIFunction { public AIFunction Inner => inner; }
        }

        namespace Microsoft.Extensions.Hosting
        {
            public interface IHostedService { Task StartAsync(CancellationToken ct); Task StopAsync(CancellationToken ct); }
            public abstract class BackgroundService : IHostedService
            {
                public Task StartAsync(CancellationToken ct) => ExecuteAsync(ct);
                public Task StopAsync(CancellationToken ct) => Task.CompletedTask;
                protected abstract Task ExecuteAsync(CancellationToken ct);
            }
        }
        """;
}
