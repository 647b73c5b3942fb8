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

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class SKFunctionAttribute : System.Attribute
    {
        public SKFunctionAttribute() { }
        public SKFunctionAttribute(string? description) { }
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

namespace AutoGen.Core
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public class FunctionAttribute : System.Attribute
    {
        public FunctionAttribute(string? functionName = null, string? description = null) { }
    }
}

namespace MCPSharp
{
    [System.AttributeUsage(System.AttributeTargets.All)]
    public sealed class McpToolAttribute : System.Attribute
    {
        public McpToolAttribute(string? name = null, string? description = null) { }
    }

    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class McpFunctionAttribute : System.Attribute
    {
        public McpFunctionAttribute(string? name = null, string? description = null) { }
    }
}

namespace OllamaSharp
{
    [System.AttributeUsage(System.AttributeTargets.Class | System.AttributeTargets.Method)]
    public class OllamaToolAttribute : System.Attribute;
}

namespace Anthropic.SDK.Common
{
    [System.AttributeUsage(System.AttributeTargets.Method)]
    public sealed class FunctionAttribute : System.Attribute
    {
        public FunctionAttribute(string? description = null) { }
    }
}

namespace Microsoft.Azure.Functions.Worker.Extensions.Mcp
{
    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public sealed class McpToolTriggerAttribute : System.Attribute
    {
        public McpToolTriggerAttribute(string toolName, string? description = null) { }
    }

    [System.AttributeUsage(System.AttributeTargets.Parameter)]
    public sealed class McpToolPropertyAttribute : System.Attribute
    {
        public McpToolPropertyAttribute(string propertyName, string? description = null, bool isRequired = false) { }
    }

    public class ToolInvocationContext
    {
        public string Name { get; set; } = "";
        public System.Collections.Generic.Dictionary<string, object>? Arguments { get; set; }
    }
}
