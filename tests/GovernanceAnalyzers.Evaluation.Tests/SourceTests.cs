using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Evaluation.Tests;

/// <summary>Sources are bound as a build would bind them, as far as that goes without building: each test's tool is found only if they are.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Tool = """
        using ModelContextProtocol.Server;
        public sealed class Tools
        {
            [McpServerTool] public void Remove(string path) => File.Delete(path);
        }
        """;

    private readonly Workspace _workspace = new Workspace().Table(Workspace.Row("App/Tools.cs:4", "Remove", "file-delete", "High"));

    [Fact]
    public void Without_a_project_file_everything_is_one_compilation_with_the_implicit_usings()
        => Found(_workspace.With("App/Tools.cs", Tool));

    [Fact]
    public void A_table_written_on_another_system_reads_the_same()
    {
        var row = Workspace.Row("App\\Tools.cs:4", "Remove", "file-delete", "High").TrimEnd('\t');
        Found(_workspace.With("App/Tools.cs", Tool.ReplaceLineEndings("\r\n")).Write("tools.tsv", "\uFEFF" + Workspace.Header + "\r\n# a comment\r\n\r\n" + row + "\r\n"));
    }

    [Fact]
    public void Paths_may_start_above_or_below_the_root()
    {
        _workspace.Table(Workspace.Row("src/App/Tools.cs:4", "Remove", "file-delete", "High"));
        Found(_workspace.With("App/Tools.cs", Tool));
        File.Delete(_workspace.PathOf("sources/App/Tools.cs"));
        Found(_workspace.With("one/more/src/App/Tools.cs", Tool));
    }

    [Fact]
    public void The_project_says_which_usings_are_implied()
    {
        _workspace.With("App/Tools.cs", Tool.Replace("File.Delete", "Files.Delete")).With("App/App.csproj", Project("""
            <ItemGroup><Using Include="System.IO.File" Alias="Files" /></ItemGroup>
            """));
        Found(_workspace);
    }

    [Fact]
    public void Without_implicit_usings_there_are_none()
    {
        _workspace.With("App/Tools.cs", Tool).With("App/App.csproj", Project("").Replace("<ImplicitUsings>enable</ImplicitUsings>", ""));
        Assert.Contains("MISSED", _workspace.Run().Output);
    }

    [Theory]
    [InlineData("MINE", "net10.0")]
    [InlineData("NET8_0", "net8.0")]
    [InlineData("NET6_0_OR_GREATER", "net8.0")]
    [InlineData("NETCOREAPP3_1_OR_GREATER", "net8.0")]
    [InlineData("NETSTANDARD2_0", "netstandard2.0")]
    [InlineData("NETFRAMEWORK", "net472")]
    [InlineData("NET9_0", "net472;netstandard2.0;net9.0;net8.0")]
    public void Symbols_of_the_project_and_of_its_newest_framework_are_defined(string symbol, string frameworks)
    {
        _workspace.With("App/Tools.cs", $"#if {symbol}\n{Tool.Replace("using ", "using System.IO; using ")}\n#endif\nclass Empty;")
            .With("App/App.csproj", Project("<PropertyGroup><DefineConstants>$(DefineConstants);MINE</DefineConstants></PropertyGroup>")
                .Replace("<TargetFramework>net10.0</TargetFramework>", frameworks.Contains(';') ? $"<TargetFrameworks>{frameworks}</TargetFrameworks>" : $"<TargetFramework>{frameworks}</TargetFramework>"));
        Found(_workspace);
    }

    [Fact]
    public void A_file_that_is_linked_in_belongs_to_the_project()
    {
        _workspace.With("Shared/Base.cs", "public abstract class Base { protected void Go(string path) => System.IO.File.Delete(path); }")
            .With("App/Tools.cs", Tool.Replace("class Tools", "class Tools : Base"))
            .With("App/App.csproj", Project("<ItemGroup><Compile Include=\"../Shared/*.cs\" /></ItemGroup>"));
        Found(_workspace);
        Assert.DoesNotContain("compiler errors", _workspace.Run().Output);
    }

    [Fact]
    public void A_package_s_translations_may_lie_in_the_folder_of_references()
    {
        Directory.CreateDirectory(_workspace.PathOf("packages/no-such-culture"));
        Assert.True(CSharpCompilation.Create(
            "Acme.resources", [CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyCulture(\"no-such-culture\")]")],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)], new(OutputKind.DynamicallyLinkedLibrary)).Emit(_workspace.PathOf("packages/no-such-culture/Acme.resources.dll")).Success);
        Found(_workspace.With("App/Tools.cs", Tool), "--reference", _workspace.PathOf("packages"));
    }

    [Fact]
    public void Another_project_is_seen_as_its_declarations_and_not_looked_into()
    {
        _workspace.With("Lib/Files.cs", "public static class Files { public static void Tidy(string path) => System.IO.File.Delete(path); }")
            .With("Lib/Lib.csproj", Project(""))
            .With("App/Tools.cs", Tool.Replace("File.Delete", "Files.Tidy"))
            .With("App/App.csproj", Project("<ItemGroup><ProjectReference Include=\"../Lib/Lib.csproj\" /></ItemGroup>"));
        var output = _workspace.Run().Output;
        Assert.Contains("MISSED", output);
        Assert.DoesNotContain("compiler errors", output);
    }

    [Fact]
    public void A_friend_sees_what_is_internal()
    {
        _workspace.With("Lib/Tag.cs", "class Tag : System.Attribute;")
            .With("Lib/Lib.csproj", Project("<ItemGroup><InternalsVisibleTo Include=\"App\" /></ItemGroup>"))
            .With("App/Tools.cs", Tool.Replace("File.Delete(path)", "Missing(new Tag())"))
            .With("App/App.csproj", Project("<ItemGroup><ProjectReference Include=\"../Lib/Lib.csproj\" /></ItemGroup>"));
        Assert.Contains("1 compiler errors", _workspace.Run().Output);
    }

    [Fact]
    public void A_project_that_cannot_be_evaluated_is_read_by_convention_and_named()
    {
        _workspace.With("App/Tools.cs", Tool).With("App/App.csproj", "<Project").With("App/Inner/Inner.csproj", Project("")).With("App/Inner/Tools.cs", Tool);
        Found(_workspace);
        Assert.Contains("Not read as meant: 1\n", _workspace.Run().Output);
    }

    [Fact]
    public void A_project_of_an_sdk_that_is_not_there_is_read_all_the_same()
    {
        _workspace.With("App/Tools.cs", Tool.Replace("using ", "using System.IO; using ")).With("App/App.csproj", Project("").Replace("Sdk=\"Microsoft.NET.Sdk\"", "Sdk=\"Nobody.Has.This/9.9.9\""));
        Found(_workspace);
        Assert.Contains("Not read as meant: 1\n", _workspace.Run().Output);
    }

    [Fact]
    public void A_project_whose_import_is_not_there_is_read_without_it_and_named()
    {
        _workspace.With("App/Tools.cs", Tool).With("App/App.csproj", Project("<Import Project=\"$(Nowhere)/shared.props\" />"));
        Found(_workspace);
        Assert.Contains("App.csproj was read without an import: ", _workspace.Run().Output);
    }

    [Fact]
    public void Programs_of_one_file_are_compilations_of_their_own()
    {
        _workspace.With("App/Tools.cs", "var deep = 1;\n" + Tool.Replace("using", "// using")).With("App/Other.cs", "var deep = 2;\nclass Tools;");
        _workspace.With("App/Tools.cs", "using ModelContextProtocol.Server;\nvar deep = 1;\nclass Tools\n{ [McpServerTool] public void Remove(string path) => File.Delete(path); }");
        Found(_workspace);
    }

    [Fact]
    public void A_tool_handed_to_a_factory_is_known_by_the_function_or_by_its_line()
    {
        _workspace.Table(Workspace.Row("App/Program.cs:2", "Remove", "file-delete", "High"), Workspace.Row("App/Program.cs:4", "add", "file-write", "Medium"))
            .With("App/Program.cs", """
                using Microsoft.Extensions.AI;
                static void Remove(string path) => File.Delete(path);
                AIFunctionFactory.Create(Remove);
                AIFunctionFactory.Create((string path) => File.WriteAllText(path, ""));
                """);
        var output = _workspace.Run().Output;
        Assert.Contains("  found       High   file-delete  direct App/Program.cs:2 Remove\n      GVN2006 files.delete (High)\n  found       Medium", output);
    }

    [Fact]
    public void A_stub_stands_in_for_a_package_and_gives_way_to_what_is_there()
    {
        _workspace.Write("stub.cs", """
            namespace MailKit.Net.Smtp { public class SmtpClient { public void Send(object message) => throw null!; } }
            namespace Own { public sealed class Mail { public void Wrong() { } } }
            """)
            .With("App/Own.cs", "namespace Own; public sealed class Mail { public void Right() { } }")
            .With("App/Tools.cs", Tool.Replace("=> File.Delete(path);", "{ new Own.Mail().Right(); new MailKit.Net.Smtp.SmtpClient().Send(path); }"))
            .Table(Workspace.Row("App/Tools.cs:4", "Remove", "mail", "High"));
        Assert.Contains("MISSED", _workspace.Run().Output);
        var output = _workspace.Run("--stub", _workspace.PathOf("stub.cs")).Output;
        Assert.DoesNotContain("compiler errors", output);
    }

    [Fact]
    public void A_list_of_actions_that_is_handed_in_counts()
    {
        _workspace.With("App/Own.cs", "namespace Own; public abstract class Mail { public abstract void Go(); }")
            .With("App/Tools.cs", Tool.Replace("File.Delete(path)", "((Own.Mail)null!).Go()"))
            .Write("own.actions.txt", "# governance-actions 1\nM:Own.Mail.Go(*); files.delete; High; no; it does\n");
        Assert.Contains("MISSED", _workspace.Run().Output);
        Found(_workspace, "--additional", _workspace.PathOf("own.actions.txt"));
    }

    public void Dispose() => _workspace.Dispose();

    private static string Project(string more) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
          {more}
        </Project>
        """;

    private static void Found(Workspace workspace, params string[] more)
    {
        var (exitCode, output, error) = workspace.Run(more);
        Assert.Empty(error);
        Assert.Contains("  found       High   file-delete", output);
        Assert.Equal(0, exitCode);
    }
}
