namespace GovernanceAnalyzers.Tool.Tests;

/// <summary>Small projects as a user who has never heard of us writes them.</summary>
internal static class Projects
{
    public const string Empty = """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""";

    /// <summary>The attribute as the MCP SDK names it; the rules know it by name.</summary>
    public const string McpAttribute = """
        namespace ModelContextProtocol.Server
        {
            public sealed class McpServerToolAttribute : System.Attribute
            {
                public string Name { get; set; }
            }
        }
        """;

    /// <summary>A tool that acts (line 8) and one that only reads.</summary>
    public const string Tools = """
        using System.IO;
        using ModelContextProtocol.Server;

        public static class FileTools
        {
            [McpServerTool(Name = "delete_file")]
            public static void Delete(string path)
                => File.Delete(path);

            [McpServerTool(Name = "file_exists")]
            public static bool Exists(string path) => File.Exists(path);
        }
        """;

    public const string ReadingTool = """
        using ModelContextProtocol.Server;

        public static class ReadingTools
        {
            [McpServerTool]
            public static string Shout(string text) => text.ToUpperInvariant();
        }
        """;

    /// <summary>What stands behind an interface without a contract is not known.</summary>
    public const string UnfollowedTool = """
        using ModelContextProtocol.Server;

        public interface IRefunds
        {
            void Refund(string order);
        }

        public sealed class RefundTools(IRefunds refunds)
        {
            [McpServerTool]
            public void Refund(string order) => refunds.Refund(order);
        }
        """;
}
