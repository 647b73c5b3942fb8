using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Catalogue.Conditions;
using GovernanceAnalyzers.Generation.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>Says what a call is, by what is constant in its arguments. Each case is a method's body; its last catalogued call is asked for.</summary>
internal static class CallReading
{
    public const string Read = "files.read (Low)";
    public const string Write = "files.write (Medium)";
    public const string Ask = "network.read (Low)";
    public const string Send = "network.write (Medium)";
    public const string AnyRequest = "network.write (High)";
    public const string Query = "database.read (Low)";
    public const string Change = "database.write (Medium)";
    public const string AnySql = "database.write (High)";

    private const string Libraries = """
        namespace Dapper
        {
            public struct CommandDefinition { public CommandDefinition(string commandText) { } }
            public static class SqlMapper
            {
                public static int Execute(this IDbConnection cnn, string sql, object? param = null) => 0;
                public static object Query<T>(this IDbConnection cnn, string sql, object? param = null) => 0;
                public static object Query<T>(this IDbConnection cnn, CommandDefinition command) => 0;
            }
        }
        namespace Microsoft.EntityFrameworkCore
        {
            public static class RelationalDatabaseFacadeExtensions
            {
                public static int ExecuteSqlRaw(this DataSet database, string sql, params object[] parameters) => 0;
                public static int ExecuteSql(this DataSet database, FormattableString sql) => 0;
            }
        }
        namespace PetaPoco
        {
            public interface IDatabase { int Execute(string sql, params object[] args); }
        }
        namespace RepoDb
        {
            public static class DbConnectionExtension { public static int ExecuteNonQuery(this IDbConnection connection, string commandText) => 0; }
        }
        namespace StackExchange.Redis
        {
            public interface IDatabase
            {
                object Execute(string command, params object[] args);
                bool StringSet(string key, string value, TimeSpan? expiry = null);
            }
        }
        namespace Microsoft.Playwright
        {
            public interface IPage { Task<object> EvaluateAsync(string expression, object? arg = null); }
        }
        namespace Microsoft.SemanticKernel
        {
            public class KernelFunction { public Task<object> InvokeAsync(Kernel kernel) => null!; }
            public static class KernelFunctionFactory
            {
                public static KernelFunction CreateFromPrompt(string prompt) => null!;
                public static KernelFunction CreateFromMethod(Delegate method) => null!;
            }
            public class Kernel
            {
                public Task<object> InvokeAsync(KernelFunction function, string arguments = "") => null!;
                public Task<object> InvokeAsync(string plugin, string function) => null!;
            }
        }
        namespace RestSharp
        {
            public enum Method { Get, Post, Put, Delete }
            public class RestRequest { public RestRequest(string resource, Method method = Method.Get) { } public Method Method { get; set; } public string Resource { get; set; } = ""; }
            public interface IRestClient { Task ExecuteAsync(RestRequest request); }
        }
        namespace Dapr.Client
        {
            public class DaprClient
            {
                public System.Net.Http.HttpRequestMessage CreateInvokeMethodRequest(string app, string path) => null!;
                public System.Net.Http.HttpRequestMessage CreateInvokeMethodRequest(System.Net.Http.HttpMethod httpMethod, string app, string path) => null!;
                public Task InvokeMethodWithResponseAsync(System.Net.Http.HttpRequestMessage request) => null!;
            }
        }
        namespace Azure.Messaging.ServiceBus
        {
            public enum ServiceBusReceiveMode { PeekLock, ReceiveAndDelete }
            public class ServiceBusReceiverOptions { public ServiceBusReceiveMode ReceiveMode { get; set; } }
            public class ServiceBusClient
            {
                public object CreateReceiver(string queue) => null!;
                public object CreateReceiver(string queue, ServiceBusReceiverOptions options) => null!;
            }
        }
        namespace Microsoft.Data.SqlClient
        {
            public class SqlCommand : DbCommand
            {
                public SqlCommand() { }
                public SqlCommand(string cmdText, object? connection) { }
                public override string CommandText { get; set; } = "";
                public override int CommandTimeout { get; set; }
                public override CommandType CommandType { get; set; }
                public override bool DesignTimeVisible { get; set; }
                public override UpdateRowSource UpdatedRowSource { get; set; }
                protected override DbConnection? DbConnection { get; set; }
                protected override DbParameterCollection DbParameterCollection => null!;
                protected override DbTransaction? DbTransaction { get; set; }
                public override void Cancel() { }
                public override void Prepare() { }
                public override int ExecuteNonQuery() => 0;
                public override object? ExecuteScalar() => null;
                public new object ExecuteReader() => 0;
                protected override DbParameter CreateDbParameter() => null!;
                protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => null!;
            }
        }
        """;

    private const string Types = """
        namespace Shop
        {
            public class Printer
            {
                [ConsequentialAction("vendor.promise", RiskTier.Medium)] public void Promise(bool draft) { }
                public void Print(string text, bool draft) { }
                public void Shred(bool draft) { }
                public void Scan() { }
            }
            public interface IScanner { void Scan(); }
            public static class Help
            {
                public const string Fixed = "SELECT 1";
                public static readonly string Kept = "SELECT 1";
                public static readonly string Late = "SELECT 1";
                public static string Field = "SELECT 1";
                public static string Text => "SELECT 1";
                public static string Given { get; } = "SELECT 1";
                public static string Open { get; set; } = "SELECT 1";
                public static HttpMethod Get => HttpMethod.Delete;
                static Help()
                {
                    Late = "DROP TABLE orders";
                    Assigned = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Say it.");
                    Either = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Say it.");
                    Either = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod(() => 1);
                    HandedOn = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Say it.");
                    Swap(ref HandedOn);
                }
                public static readonly Microsoft.SemanticKernel.KernelFunction Summarize = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Say it.");
                public static readonly Microsoft.SemanticKernel.KernelFunction Assigned;
                public static readonly Microsoft.SemanticKernel.KernelFunction Either;
                public static readonly Microsoft.SemanticKernel.KernelFunction HandedOn;
                public static Microsoft.SemanticKernel.KernelFunction Replaceable = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Say it.");
                private static void Swap(ref Microsoft.SemanticKernel.KernelFunction function) => function = null!;
                public static HttpRequestMessage Make(string to) => new(HttpMethod.Get, to);
                public static HttpRequestMessage MakeWith(HttpMethod method, string to) { var made = new HttpRequestMessage(method, to); made.Headers.Add(to, to); return made; }
                public static void Touch(HttpRequestMessage request) => request.Headers.Add("a", "b");
                public static void Turn(HttpRequestMessage request) => request.Method = HttpMethod.Delete;
                public static void Pass(HttpRequestMessage request) => Turn(request);
                public static async Task<string> Later() { await Task.Yield(); return "SELECT 1"; }
            }
        }
        """;

    private const string List = CatalogueParser.FirstLine + """

        M:Shop.Printer.Print(*); vendor.print; High; no; prints
        M:Shop.Printer.Print(*); vendor.look; Low; yes; shows a draft; when=draft:true
        M:Shop.Printer.Shred(*); vendor.shred; High; no; shreds
        M:Shop.Printer.Shred(*); vendor.shred; Low; yes; shreds a draft; when=draft:true
        M:Shop.Printer.Scan(*); vendor.scan; High; no; scans; look-inside=yes
        M:Shop.IScanner.Scan(*); vendor.scan; Medium; no; scans; look-inside=yes
        M:System.IO.File.Open(*); files.write; Medium; no; the project's own word
        """;

    private const string Policy = CatalogueParser.FirstLine + """

        M:Shop.Printer.Shred(*); vendor.shred; Medium; no; what the project's condition may not take away
        """;

    private static readonly MetadataReference s_libraries = CompileLibraries();

    public static void Guesses(string statements, string expected, bool isGuess)
    {
        var action = Assert.Single(Actions(statements));
        Assert.Equal((expected, isGuess), (action.ToString(), action.IsInferred));
    }

    /// <param name="statements">The body; it may end, and begin another member's.</param>
    /// <param name="expected">What the call is.</param>
    /// <param name="type">Whose method M is asked.</param>
    public static void Reads(string statements, string expected, string type = "Caller")
    {
        var actual = string.Join("; ", Actions(statements, type));
        Assert.True(expected == actual, $"{statements}\nexpected: {expected}\nactual:   {actual}");
    }

    /// <summary>Of the last call, creation or method reference that a line is about.</summary>
    public static IEnumerable<ConsequentialAction> Actions(string statements, string type = "Caller")
    {
        var (catalogue, compilation) = Compile(statements);
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m is { Identifier.Text: "M", Parent: TypeDeclarationSyntax owner } && owner.Identifier.Text == type);
        var calls = model.GetOperation(body)!.Descendants()
            .SelectMany(o => Reach.MemberUse.Of(o).Select(u => (Operation: o, u.Target)))
            .Where(c => c.Operation is IInvocationOperation or IObjectCreationOperation or IMethodReferenceOperation)
            .Where(c => !catalogue.Of(c.Target).IsEmpty || catalogue.LooksInside(c.Target)).ToList();
        return catalogue.Of(calls[^1].Operation, calls[^1].Target, new ValueReader(compilation.Assembly, n => model.GetOperation(n)));
    }

    public static (ActionCatalogue Catalogue, Compilation Compilation) Compile(string statements)
    {
        const string Usings = "using System; using System.Data; using System.Data.Common; using System.IO; using System.Net; using System.Net.Http; "
                            + "using System.Threading.Tasks; using Dapper; using Governance; using Microsoft.EntityFrameworkCore; using Shop;";
        const string Parameters = "string path, bool flag, HttpClient client, DbConnection connection, DbCommand command, DataSet data, Printer printer";
        var tree = CSharpSyntaxTree.ParseText(
            $"#pragma warning disable\n{Usings}\npublic static class Caller {{ public static void M({Parameters}) {{ {statements} }} }}\n{Types}",
            new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create(
            "test", [tree], [.. TestReferences.All, s_libraries], new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var catalogue = new ActionCatalogue(
            GovernanceSymbols.For(compilation)!,
            [new("own", ActionSource.ProjectList, Parse(List)), new("policy", ActionSource.Policy, Parse(Policy))],
            RuleBook.Shipped.Index,
            PackageRelease.Current);
        return (catalogue, compilation);
    }

    private static MetadataReference CompileLibraries()
    {
        using var image = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "libraries",
            [CSharpSyntaxTree.ParseText($"using System; using System.Data; using System.Data.Common; using System.Threading.Tasks;\n{Libraries}")],
            TestReferences.Framework,
            new(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static CatalogueFile Parse(string list)
    {
        var file = CatalogueParser.Parse(SourceText.From(list));
        Assert.Empty(file.Mistakes);
        return file;
    }
}
