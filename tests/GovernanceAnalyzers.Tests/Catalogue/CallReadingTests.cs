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

/// <summary>What a call is, by what is constant in its arguments. Each case is a method's body; its last catalogued call is asked for.</summary>
public sealed class CallReadingTests
{
    private const string Read = "files.read (Low)";
    private const string Write = "files.write (Medium)";
    private const string Ask = "network.read (Low)";
    private const string Send = "network.write (Medium)";
    private const string AnyRequest = "network.write (High)";
    private const string Query = "database.read (Low)";
    private const string Change = "database.write (Medium)";
    private const string AnySql = "database.write (High)";

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

    [Theory]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, FileOptions.SequentialScan | FileOptions.Asynchronous);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 4096, true);", Read)]
    [InlineData("_ = new FileStream(access: FileAccess.Read, mode: FileMode.Open, path: path);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open, flag ? FileAccess.Read : (FileAccess)1);", Read)]
    [InlineData("var access = FileAccess.Read; _ = new FileStream(path, FileMode.Open, access);", Read)]
    [InlineData("_ = new FileInfo(path).Open(FileMode.Open, FileAccess.Read);", Read)]
    [InlineData("_ = File.OpenHandle(path);", Read)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions());", Read)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions { Access = FileAccess.Read, Mode = FileMode.Open, Options = FileOptions.SequentialScan });", Read)]
    [InlineData("var options = new FileStreamOptions(); options.Share = FileShare.None; _ = new FileInfo(path).Open(options);", Read)]
    [InlineData("_ = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Read);", Read)]
    [InlineData("_ = System.IO.MemoryMappedFiles.MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, System.IO.MemoryMappedFiles.MemoryMappedFileAccess.Read);", Read)]
    [InlineData("_ = new FileStream(path, FileMode.Open);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Create, FileAccess.Read);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, flag ? FileAccess.Read : FileAccess.Write);", Write)]
    [InlineData("_ = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1, FileOptions.SequentialScan | FileOptions.DeleteOnClose);", Write)]
    [InlineData("var access = FileAccess.Read; if (flag) access = FileAccess.Write; _ = new FileStream(path, FileMode.Open, access);", Write)]
    [InlineData("var access = FileAccess.Read; access |= FileAccess.Write; _ = new FileStream(path, FileMode.Open, access);", Write)]
    [InlineData("var options = new FileStreamOptions(); options.Access = FileAccess.Write; _ = new FileInfo(path).Open(options);", Write)]
    [InlineData("_ = new FileStream(path, new FileStreamOptions { Options = FileOptions.DeleteOnClose });", Write)]
    [InlineData("_ = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Update);", Write)]
    [InlineData("_ = File.Open(path, FileMode.Open, FileAccess.Read);", Write + "; " + Read)]
    public void A_file(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("Path.GetTempFileName()", true)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"orders.csv\")", true)]
    [InlineData("Path.Join(Path.GetTempPath(), \"shop\", Guid.NewGuid().ToString(\"N\") + \".csv\")", true)]
    [InlineData("Path.Combine(Path.Combine(Path.GetTempPath(), \"shop\"), $\"orders_{Guid.NewGuid():N}.csv\")", true)]
    [InlineData("Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())", true)]
    [InlineData("Path.ChangeExtension(Path.GetTempFileName(), path)", true)]
    [InlineData("flag ? null! : Path.GetTempFileName()", true)]
    [InlineData("Path.GetTempPath()", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), path)", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), $\"{path}_{Guid.NewGuid():N}\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"../orders.csv\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"/orders.csv\")", false)]
    [InlineData("Path.Combine(Path.GetTempPath(), \"c:orders.csv\")", false)]
    [InlineData("Path.Combine(path, Guid.NewGuid().ToString())", false)]
    [InlineData("Path.Combine(AppContext.BaseDirectory, \"orders.csv\")", false)]
    [InlineData("flag ? path : Path.GetTempFileName()", false)]
    public void A_temporary_file_of_its_own(string name, bool isIt)
    {
        Reads($"var file = {name}; File.Delete(file);", isIt ? "files.delete (Low)" : "files.delete (High)");
        Reads($"var file = {name}; File.WriteAllText(file, path);", isIt ? "files.write (Low)" : Write);
        Reads($"var file = {name}; _ = new StreamWriter(file);", isIt ? "files.write (Low)" : Write);
        Reads($"var file = {name}; Directory.Delete(file, true);", isIt ? "files.delete (Low)" : "files.delete (High)");
        Reads($"var file = {name}; File.Move(file, path);", Write);
    }

    [Theory]
    [InlineData("Directory.Delete(path);", "files.delete (Medium)")]
    [InlineData("Directory.Delete(path, false);", "files.delete (Medium)")]
    [InlineData("new DirectoryInfo(path).Delete();", "files.delete (Medium)")]
    [InlineData("Directory.Delete(path, true);", "files.delete (High)")]
    [InlineData("Directory.Delete(path, flag);", "files.delete (High)")]
    [InlineData("new DirectoryInfo(path).Delete(flag);", "files.delete (High)")]
    [InlineData("new FileInfo(path).Delete();", "files.delete (High)")]
    [InlineData("Action<string> later = Directory.Delete;", "files.delete (High)")]
    public void A_folder(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("new(HttpMethod.Get, path)", Ask)]
    [InlineData("new(HttpMethod.Head, path)", Ask)]
    [InlineData("new(new HttpMethod(\"get\"), path)", Ask)]
    [InlineData("new()", Ask)]
    [InlineData("new() { RequestUri = new(path) }", Ask)]
    [InlineData("new(flag ? HttpMethod.Get : HttpMethod.Head, path)", Ask)]
    [InlineData("Help.Make(path)", Ask)]
    [InlineData("Help.MakeWith(HttpMethod.Get, path)", Ask)]
    [InlineData("new(HttpMethod.Post, path)", Send)]
    [InlineData("new(HttpMethod.Get, path) { Method = HttpMethod.Put }", Send)]
    [InlineData("new(flag ? HttpMethod.Get : HttpMethod.Post, path)", Send)]
    [InlineData("Help.MakeWith(HttpMethod.Patch, path)", Send)]
    [InlineData("new(HttpMethod.Delete, path)", AnyRequest)]
    [InlineData("new(new HttpMethod(path), path)", AnyRequest)]
    [InlineData("new(Help.Get, path)", AnyRequest)]
    [InlineData("Help.MakeWith(new HttpMethod(path), path)", AnyRequest)]
    [InlineData("flag ? new(HttpMethod.Get, path) : null!", AnyRequest)]
    public void A_request(string request, string expected)
    {
        Reads($"client.SendAsync({request});", expected);
        Reads($"HttpRequestMessage r = {request}; client.SendAsync(r, HttpCompletionOption.ResponseHeadersRead);", expected);
    }

    [Theory]
    [InlineData("r.Headers.Add(path, path); r.RequestUri = null;", Ask)]
    [InlineData("Help.Touch(r);", Ask)]
    [InlineData("r.Method = HttpMethod.Post;", Send)]
    [InlineData("if (flag) r.Method = HttpMethod.Delete;", AnyRequest)]
    [InlineData("r.Method = new(path);", AnyRequest)]
    [InlineData("r = null!;", AnyRequest)]
    [InlineData("Help.Turn(r);", AnyRequest)]
    [InlineData("Help.Pass(r);", AnyRequest)]
    [InlineData("var other = r; other.Method = HttpMethod.Delete;", AnyRequest)]
    [InlineData("Swap(ref r); static void Swap(ref HttpRequestMessage r) => r = null!;", AnyRequest)]
    [InlineData("Action late = () => r.Method = HttpMethod.Delete; late();", AnyRequest)]
    public void A_request_that_something_happens_to(string between, string expected)
        => Reads($"var r = new HttpRequestMessage(HttpMethod.Get, path); {between} client.Send(r);", expected);

    [Theory]
    [InlineData("var r = WebRequest.Create(path); r.GetResponse();", Ask)]
    [InlineData("var r = WebRequest.Create(path); r.Method = \"post\"; r.GetResponse();", Send)]
    [InlineData("var r = WebRequest.Create(path); r.Method = path; r.GetResponse();", AnyRequest)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path));", Ask)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path, RestSharp.Method.Put));", Send)]
    [InlineData("((RestSharp.IRestClient)null!).ExecuteAsync(new(path, RestSharp.Method.Delete));", AnyRequest)]
    [InlineData("dapr.InvokeMethodWithResponseAsync(dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path));", Ask)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path); dapr.InvokeMethodWithResponseAsync(r);", Ask)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Delete, path, path); dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(path, path); dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(HttpMethod.Get, path, path); r.Method = HttpMethod.Post; dapr.InvokeMethodWithResponseAsync(r);", Send)]
    [InlineData("var r = dapr.CreateInvokeMethodRequest(path, path); client.SendAsync(r);", AnyRequest)]
    public void A_request_of_another_library(string statements, string expected) => Reads($"Dapr.Client.DaprClient dapr = null!; {statements}", expected);

    [Theory]
    [InlineData("path", "queue.consume (Low)")]
    [InlineData("path, new()", "queue.consume (Low)")]
    [InlineData("path, new() { ReceiveMode = Azure.Messaging.ServiceBus.ServiceBusReceiveMode.PeekLock }", "queue.consume (Low)")]
    [InlineData("path, new() { ReceiveMode = Azure.Messaging.ServiceBus.ServiceBusReceiveMode.ReceiveAndDelete }", "queue.consume (Medium)")]
    public void A_queue(string arguments, string expected) => Reads($"((Azure.Messaging.ServiceBus.ServiceBusClient)null!).CreateReceiver({arguments});", expected);

    [Theory]
    [InlineData("\"SELECT 1\"", Query, Query)]
    [InlineData("Help.Fixed", Query, Query)]
    [InlineData("Help.Kept", Query, Query)]
    [InlineData("Help.Text", Query, Query)]
    [InlineData("Help.Given", Query, Query)]
    [InlineData("flag ? \"SELECT 1\" : \"SELECT 2\"", Query, Query)]
    [InlineData("flag switch { true => Help.Fixed, false => \"SELECT 2\" }", Query, Query)]
    [InlineData("\"SELECT 1\" + Help.Fixed", Query, Query)]
    [InlineData("$\"SELECT * FROM ({Help.Text}) AS q\"", Query, Query)]
    [InlineData("$\"SELECT * FROM ({(flag ? Help.Text : Help.Given)}) AS q\"", Query, Query)]
    [InlineData("$\"SELECT * FROM ({(flag ? Help.Text : \"DELETE FROM t\")}) AS q\"", Change, AnySql)]
    [InlineData("Help.Text + \" UNION \" + Help.Fixed", Query, Query)]
    [InlineData("\"INSERT INTO t VALUES (1)\"", Change, Change)]
    [InlineData("flag ? \"SELECT 1\" : \"UPDATE t SET n = 1 WHERE id = 2\"", Change, Change)]
    [InlineData("\"DELETE FROM t WHERE id = 2\"", Change, AnySql)]
    [InlineData("path", Change, AnySql)]
    [InlineData("$\"SELECT * FROM {path}\"", Change, AnySql)]
    [InlineData("\"SELECT * FROM \" + path", Change, AnySql)]
    [InlineData("Help.Field", Change, AnySql)]
    [InlineData("Help.Late", Change, AnySql)]
    [InlineData("Help.Open", Change, AnySql)]
    public void Sql(string text, string read, string changed)
    {
        Reads($"var text = {text}; using var c = connection.CreateCommand(); c.CommandText = text; c.CommandTimeout = 3; c.ExecuteReader();", read);
        Reads($"using var c = new Microsoft.Data.SqlClient.SqlCommand({text}, connection); c.ExecuteReader();", read);
        Reads($"using (var c = new Microsoft.Data.SqlClient.SqlCommand {{ CommandText = {text} }}) c.ExecuteReader();", read);
        Reads($"connection.Query<int>({text}, new {{ path }});", read);
        Reads($"connection.Query<int>(new Dapper.CommandDefinition({text}));", read);
        Reads($"using var c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteNonQuery();", changed);
        Reads($"IDbCommand c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteNonQuery();", changed);
        Reads($"connection.Execute({text});", changed);
        Reads($"data.ExecuteSqlRaw({text}, path);", changed);
    }

    [Theory]
    [InlineData("data.ExecuteSql($\"SELECT {path}\");", Query)]
    [InlineData("data.ExecuteSql($\"UPDATE t SET n = {path} WHERE id = {flag}\");", Change)]
    [InlineData("data.ExecuteSql($\"DELETE FROM t WHERE id = {path}\");", AnySql)]
    [InlineData("data.ExecuteSqlRaw($\"SELECT {path}\");", AnySql)]
    [InlineData("connection.Execute(Help.Later().Result);", AnySql)]
    [InlineData("_ = Run(); async Task Run() => connection.Execute(await Help.Later());", Query)]
    [InlineData("command.ExecuteNonQuery();", AnySql)]
    [InlineData("command.CommandText = \"SELECT 1\"; command.ExecuteNonQuery();", AnySql)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.ExecuteReader(); c.CommandText = \"DROP TABLE t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.CommandText += path; c.ExecuteNonQuery();", AnySql)]
    [InlineData("foreach (var text in new[] { path }) connection.Execute(text);", AnySql)]
    [InlineData("((PetaPoco.IDatabase)null!).Execute(\"UPDATE t SET n = 1 WHERE id = @0\", path);", Change)]
    [InlineData("((PetaPoco.IDatabase)null!).Execute(path);", AnySql)]
    [InlineData("RepoDb.DbConnectionExtension.ExecuteNonQuery(connection, \"SELECT 1\");", Query)]
    [InlineData("RepoDb.DbConnectionExtension.ExecuteNonQuery(connection, path);", AnySql)]
    [InlineData("string a = \"SELECT 1\", b = \"SELECT 2\"; a = b; b = a; connection.Execute(a);", AnySql)]
    public void Sql_that_comes_another_way(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("$\"SELECT * FROM {path}\"", true)]
    [InlineData("\"SELECT * FROM \" + path + \" ORDER BY 1\"", true)]
    [InlineData("flag ? \"SELECT 1\" : $\"SELECT {path:D}\"", true)]
    [InlineData("$\"PRAGMA table_info({path})\"", true)]
    [InlineData("path", false)]
    [InlineData("$\"{path} FROM t\"", false)]
    [InlineData("$\"SELECT * FROM ({path}) AS q\"", false)]
    [InlineData("flag ? \"SELECT 1\" : path", false)]
    [InlineData("$\"UPDATE t SET n = {path}\"", false)]
    [InlineData("$\"INSERT INTO {path} VALUES (1)\"", false)]
    public void A_query_that_is_put_together_is_a_guess(string text, bool isGuess)
    {
        Guesses($"connection.Query<int>({text});", Change, isGuess);
        Guesses($"connection.Execute({text});", AnySql, isGuess);
        Guesses($"using var c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteReader();", Change, isGuess);
    }

    [Theory]
    [InlineData("\"https://shop.example/v1/search\"", true)]
    [InlineData("$\"api/{path}/_search?top={path}\"", true)]
    [InlineData("\"weather/get_forecasts?all#now\"", true)]
    [InlineData("$\"models/{path}:countTokens\"", true)]
    [InlineData("\"v1/embeddings/\"", true)]
    [InlineData("\"https://api.anthropic.com/v1/messages\"", true)]
    [InlineData("$\"{path}/oauth2/v2.0/token\"", true)]
    [InlineData("\"api/template\"", true)]
    [InlineData("$\"v1beta/models/{path}:generateContent\"", true)]
    [InlineData("\"v1/messages\"", false)]
    [InlineData("\"users/7/token\"", false)]
    [InlineData("\"myapi/template\"", false)]
    [InlineData("\"api/template/7\"", false)]
    [InlineData("\"generateContent\"", false)]
    [InlineData("\"search/orders\"", false)]
    [InlineData("\"settings\"", false)]
    [InlineData("\"checkout\"", false)]
    [InlineData("\"orders/find_and_cancel\"", false)]
    [InlineData("\"orders/summarize\"", true)]
    [InlineData("\"/Produto/Consultar\"", true)]
    [InlineData("\"gettingStarted\"", false)]
    [InlineData("$\"{path}search\"", false)]
    [InlineData("path", false)]
    [InlineData("\"\"", false)]
    public void A_post_whose_address_asks_is_a_guess(string address, bool isGuess)
    {
        Guesses($"client.PostAsync({address}, null);", Send, isGuess);
        Guesses($"client.PostAsync(new Uri({address}), null);", Send, isGuess);
        Guesses($"client.SendAsync(new HttpRequestMessage(HttpMethod.Post, {address}));", Send, isGuess);
        Guesses($"((RestSharp.IRestClient)null!).ExecuteAsync(new({address}, RestSharp.Method.Post));", Send, isGuess);
        Guesses($"client.SendAsync(new HttpRequestMessage(HttpMethod.Put, {address}));", Send, false);
        Guesses($"client.PutAsync({address}, null);", Send, false);
    }

    [Theory]
    [InlineData("redis.Execute(\"GET\", path);", Query)]
    [InlineData("redis.Execute(\"ttl\", path);", Query)]
    [InlineData("redis.Execute(\"CONFIG\", \"GET\", path);", Query)]
    [InlineData("redis.Execute(\"CONFIG\", new object[] { \"GET\", path });", Query)]
    [InlineData("redis.Execute(\"CONFIG\", [\"GET\", path]);", Query)]
    [InlineData("object[] args = [\"GET\"]; redis.Execute(\"CONFIG\", [.. args, path]);", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\", \"SET\", path);", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\", path, \"GET\");", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\");", AnySql)]
    [InlineData("redis.Execute(\"GETDEL\", path);", AnySql)]
    [InlineData("redis.Execute(path, \"GET\");", AnySql)]
    [InlineData("redis.StringSet(path, path);", Change)]
    [InlineData("redis.StringSet(path, path, TimeSpan.FromMinutes(5));", "database.write (Low)")]
    [InlineData("redis.StringSet(path, path, TimeSpan.MaxValue);", Change)]
    public void A_command(string statements, string expected) => Reads($"StackExchange.Redis.IDatabase redis = null!; {statements}", expected);

    [Theory]
    [InlineData("\"document.title\"", "code.load (Low)")]
    [InlineData("flag ? \"document.title\" : Help.Fixed", "code.load (Low)")]
    [InlineData("path", "code.load (Medium)")]
    [InlineData("$\"document.{path}\"", "code.load (Medium)")]
    [InlineData("path.Trim()", "code.load (Medium)")]
    public void A_script(string script, string expected) => Reads($"((Microsoft.Playwright.IPage)null!).EvaluateAsync({script});", expected);

    [Theory]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt(path)", "model.invoke (Low)")]
    [InlineData("Help.Summarize", "model.invoke (Low)")]
    [InlineData("Help.Assigned", "model.invoke (Low)")]
    [InlineData("Help.Either", "tool.invoke (High)")]
    [InlineData("Help.HandedOn", "tool.invoke (High)")]
    [InlineData("Help.Replaceable", "tool.invoke (High)")]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod(() => 1)", "tool.invoke (High)")]
    public void A_function_of_a_kernel(string function, string expected)
    {
        Reads($"Microsoft.SemanticKernel.Kernel kernel = null!; kernel.InvokeAsync({function});", expected);
        Reads($"Microsoft.SemanticKernel.Kernel kernel = null!; var made = {function}; made.InvokeAsync(kernel);", expected);
        Reads("Microsoft.SemanticKernel.Kernel kernel = null!; kernel.InvokeAsync(path, path);", "tool.invoke (High)");
    }

    [Theory]
    [InlineData("printer.Print(path, true);", "vendor.look (Low)")]
    [InlineData("printer.Print(path, draft: flag);", "vendor.print (High)")]
    [InlineData("printer.Shred(true);", "vendor.shred (Medium)")]
    [InlineData("printer.Shred(false);", "vendor.shred (High)")]
    [InlineData("printer.Scan();", "")]
    [InlineData("((IScanner)null!).Scan();", "vendor.scan (Medium)")]
    [InlineData("printer.Promise(true);", "vendor.promise (Medium)")]
    public void A_line_of_the_project(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(path) { UseShellExecute = false });", "starts another program, not through the shell")]
    [InlineData("System.Diagnostics.Process.Start(path);", "starts another program with the rights of this process, or whatever the shell opens a document or an address with")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ends another process at once, losing its unsaved state")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(flag);", "ends another process at once, and what it started unless the flag is false, losing unsaved state")]
    public void A_process_stays_High_whatever_is_known_of_it(string statements, string because)
    {
        var action = Assert.Single(Actions(statements));

        Assert.Equal(("process.execute (High)", because), (action.ToString(), action.Reason));
    }

    [Fact]
    public void Where_a_line_says_so_the_body_is_walked()
    {
        var (catalogue, compilation) = Compile("");
        bool Looks(string type, string member) => catalogue.LooksInside((IMethodSymbol)compilation.GetTypeByMetadataName(type)!.GetMembers(member).Single());

        Assert.True(Looks("Shop.Printer", "Scan"));
        Assert.True(Looks("Shop.IScanner", "Scan"));
        Assert.False(Looks("Shop.Printer", "Shred"));
    }

    private static void Guesses(string statements, string expected, bool isGuess)
    {
        var action = Assert.Single(Actions(statements));
        Assert.Equal((expected, isGuess), (action.ToString(), action.IsInferred));
    }

    private static void Reads(string statements, string expected)
    {
        var actual = string.Join("; ", Actions(statements));
        Assert.True(expected == actual, $"{statements}\nexpected: {expected}\nactual:   {actual}");
    }

    /// <summary>Of the last call, creation or method reference that a line is about.</summary>
    private static IEnumerable<ConsequentialAction> Actions(string statements)
    {
        var (catalogue, compilation) = Compile(statements);
        var tree = compilation.SyntaxTrees.Single();
        var model = compilation.GetSemanticModel(tree);
        var body = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(m => m.Identifier.Text == "M");
        var calls = model.GetOperation(body)!.Descendants()
            .SelectMany(o => Reach.MemberUse.Of(o).Select(u => (Operation: o, u.Target)))
            .Where(c => c.Operation is IInvocationOperation or IObjectCreationOperation or IMethodReferenceOperation)
            .Where(c => !catalogue.Of(c.Target).IsEmpty || catalogue.LooksInside(c.Target)).ToList();
        return catalogue.Of(calls[^1].Operation, calls[^1].Target, new ValueReader(compilation.Assembly, n => model.GetOperation(n)));
    }

    private static (ActionCatalogue Catalogue, Compilation Compilation) Compile(string statements)
    {
        const string Usings = "using System; using System.Data; using System.Data.Common; using System.IO; using System.Net; using System.Net.Http; "
                            + "using System.Threading.Tasks; using Dapper; using Governance; using Microsoft.EntityFrameworkCore; using Shop;";
        const string Parameters = "string path, bool flag, HttpClient client, DbConnection connection, DbCommand command, DataSet data, Printer printer";
        var tree = CSharpSyntaxTree.ParseText(
            $"#pragma warning disable\n{Usings}\npublic static class Caller {{ public static void M({Parameters}) {{ {statements} }} }}\n{Types}");
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
