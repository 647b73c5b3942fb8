// How automation enters code of others, as far as a compilation has to know it. Each declaration is taken where neither the sources nor a reference have it.
#nullable enable
namespace ModelContextProtocol.Server
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class McpServerToolAttribute : System.Attribute
    {
        public string? Name { get; set; }
        public string? Title { get; set; }
        public bool Destructive { get; set; }
        public bool Idempotent { get; set; }
        public bool OpenWorld { get; set; }
        public bool ReadOnly { get; set; }
        public bool UseStructuredContent { get; set; }
    }

    [System.AttributeUsage(System.AttributeTargets.Class)]
    public sealed class McpServerToolTypeAttribute : System.Attribute;

    public abstract class McpServerTool
    {
        public static McpServerTool Create(System.Delegate method, object? options = null) => throw null!;
    }
}

namespace Microsoft.SemanticKernel
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class KernelFunctionAttribute : System.Attribute
    {
        public KernelFunctionAttribute() { }
        public KernelFunctionAttribute(string? name) => Name = name;
        public string? Name { get; }
    }

    public abstract class KernelFunction;

    public static class KernelFunctionFactory
    {
        public static KernelFunction CreateFromMethod(
            System.Delegate method, string? functionName = null, string? description = null, object? parameters = null, object? returnParameter = null,
            object? loggerFactory = null) => throw null!;
    }
}

namespace Microsoft.Extensions.AI
{
    public abstract class AITool;

    public abstract class AIFunction : AITool;

    public static class AIFunctionFactory
    {
        public static AIFunction Create(System.Delegate method, string? name = null, string? description = null, object? serializerOptions = null) => throw null!;
        public static AIFunction Create(System.Delegate method, object? options) => throw null!;
    }
}
