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
            public static class McpServerBuilderExtensions { public static IMcpServerBuilder WithTools<T>(this IMcpServerBuilder builder) => builder; public static IMcpServerBuilder WithCallToolHandler(this IMcpServerBuilder builder, Func<string, Task> handler) => builder; }
        }

        namespace Microsoft.SemanticKernel
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class KernelFunctionAttribute : Attribute
            {
                public KernelFunctionAttribute() { }
                public KernelFunctionAttribute(string name) { }
            }
            public abstract class KernelFunction { }
            public static class KernelPluginFactory { public static object CreateFromType<T>() => null!; }
            public static class KernelFunctionFactory { public static KernelFunction CreateFromMethod(Delegate method, string? functionName = null) => null!; }
            public static class KernelExtensions { public static object AddFromType<T>(this object plugins) => plugins; public static object ImportPluginFromType<T>(this object kernel) => kernel; public static KernelFunction CreateFunctionFromMethod(this object kernel, Delegate method) => null!; }
        }

        namespace Quartz { public interface IJob { Task Execute(object context); } }
        namespace MassTransit { public interface IConsumer<T> { Task Consume(T message); } }
        namespace NServiceBus { public interface IHandleMessages<T> { Task Handle(T message, object context); } }
        namespace Rebus.Handlers { public interface IHandleMessages<T> { Task Handle(T message); } }

        namespace Microsoft.Extensions.AI
        {
            public class AIFunction { }
            public static class AIFunctionFactory
            {
                public static AIFunction Create(Delegate method, string? name = null, string? description = null) => null!;
            }
            public sealed class ApprovalRequiredAIFunction(AIFunction inner) : AIFunction { public AIFunction Inner => inner; }
        }

        namespace AutoGen.Core
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class FunctionAttribute : Attribute { public FunctionAttribute(string? functionName = null, string? description = null) { } }
        }

        namespace MCPSharp
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class McpFunctionAttribute : Attribute { public McpFunctionAttribute(string? name = null) { } }
        }

        namespace Microsoft.Azure.Functions.Worker.Extensions.Mcp
        {
            [AttributeUsage(AttributeTargets.Parameter)] public sealed class McpToolTriggerAttribute : Attribute { public McpToolTriggerAttribute(string toolName, string? description = null) { } }
        }

        namespace Microsoft.Azure.Functions.Worker
        {
            [AttributeUsage(AttributeTargets.All)] public sealed class FunctionAttribute : Attribute { public FunctionAttribute(string name) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class BlobOutputAttribute : Attribute { public BlobOutputAttribute(string path) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class QueueOutputAttribute : Attribute { public QueueOutputAttribute(string queue) { } }
            [AttributeUsage(AttributeTargets.All)] public sealed class BlobInputAttribute : Attribute { public BlobInputAttribute(string path) { } }
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
