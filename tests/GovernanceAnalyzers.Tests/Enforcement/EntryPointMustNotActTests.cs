using System.Text.RegularExpressions;
using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class EntryPointMustNotActTests
{
    private const string Tool = """
        public static class Tools
        {
            [ModelContextProtocol.Server.McpServerTool(Name = "purge")]
            public static void Purge(string path)
            {
                File.WriteAllText(path, "");
                File.{|#0:Delete|}(path);
                Directory.{|#1:Delete|}(path);
                File.{|#2:WriteAllText|}(path, "");
            }
        }
        """;

    [Fact]
    public Task Each_capability_is_reported_once_where_it_is_first_taken() => new RuleTest<EntryPointMustNotActAnalyzer>
    {
        TestCode = Tool.Replace("File.WriteAllText(path, \"\");\n        ", ""),
        TestState = { Sources = { ForeignLibraries.Source } },
        ExpectedDiagnostics =
        {
            new DiagnosticResult("GVN2006", DiagnosticSeverity.Error).WithLocation(0).WithLocation(1)
                .WithArguments("purge", "files.delete (High)", "purge → File.Delete", " (1 of 2 places)", ""),
            new DiagnosticResult("GVN2006", DiagnosticSeverity.Error).WithLocation(2)
                .WithArguments("purge", "files.write (Medium)", "purge → File.WriteAllText", "", ""),
        },
    }.RunAsync();

    [Theory]
    [InlineData("[ModelContextProtocol.Server.McpServerTool] public static void T(string p) => BAD;")]
    [InlineData("[Microsoft.SemanticKernel.KernelFunction] public void T(string p) => BAD;")]
    [InlineData("[Microsoft.SemanticKernel.KernelFunction(\"t\")] private void T(string p) => BAD;")]
    [InlineData("[AutomationEntryPoint] public async Task T(string p) { await Task.Yield(); BAD; }")]
    [InlineData("[AutomationEntryPoint] public static IEnumerable<int> T(string p) { yield return 1; BAD; }")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD);")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(Run, \"run\"); static void Run(string p) => BAD;")]
    [InlineData("static object M() { return Microsoft.Extensions.AI.AIFunctionFactory.Create(Run); void Run(string p) => BAD; }")]
    [InlineData("static object M() { return Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod(Run); [Microsoft.SemanticKernel.KernelFunction] void Run(string p) => BAD; }")]
    [InlineData("static object M() { return Microsoft.Extensions.AI.AIFunctionFactory.Create(() => Inner(\"\")); static void Inner(string p) => BAD; }")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((Action<string>)(p => BAD));")]
    [InlineData("static object t = ModelContextProtocol.Server.McpServerTool.Create((string p) => { BAD; });")]
    [InlineData("static object M() { Delegate run = (string p) => BAD; return Microsoft.Extensions.AI.AIFunctionFactory.Create(run); }")]
    [InlineData("static object t = ModelContextProtocol.Server.McpServerTool.Create(typeof(Tools).GetMethod(nameof(Run))!); public static void Run(string p) => BAD;")]
    [InlineData("static object M() { var run = typeof(Tools).GetMethod(nameof(Run))!; return ModelContextProtocol.Server.McpServerTool.Create(run); } public static void Run(string p) => BAD;")]
    [InlineData("static object t = ModelContextProtocol.Server.McpServerTool.Create((System.Reflection.MethodInfo)(object)typeof(Tools).GetMethod(nameof(Run))!); public static void Run(string p) => BAD;")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(Run); [AutomationEntryPoint] static void Run(string p) => BAD;")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD, \"t\", \"does it\"); static object u = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => p.Length, \"u\");")]
    [InlineData("static object t = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod((string p) => BAD, \"t\");")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(Run); static object u = Microsoft.Extensions.AI.AIFunctionFactory.Create(Run); static void Run(string p) => BAD;")]
    [InlineData("static void M(Microsoft.Extensions.DependencyInjection.IMcpServerBuilder b) => Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions.WithTools<Plain>(b); public sealed class Plain { public void Run(string p) => BAD; private void Own(string p) => File.Delete(p); }")]
    [InlineData("static void M(object k) => Microsoft.SemanticKernel.KernelExtensions.AddFromType<Plain>(k); public sealed class Plain { public void Run(string p) => BAD; }")]
    [InlineData("public interface IRun { [AutomationEntryPoint] void Run(string p); } public sealed class Runner : IRun { public void Run(string p) => BAD; }")]
    [InlineData("public interface IRun { [AutomationEntryPoint] void Run(string p); } public class Base { public void Run(string p) => BAD; } public sealed class Runner : Base, IRun;")]
    [InlineData("public abstract class Base { [AutomationEntryPoint] public abstract void Run(string p); } public sealed class Runner : Base { public override void Run(string p) => BAD; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) => BAD2; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken ct) => BAD2; public async Task StopAsync(CancellationToken ct) { } }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : Quartz.IJob { public async Task Execute(object context) => BAD2; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : MassTransit.IConsumer<string> { public async Task Consume(string message) => BAD2; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : NServiceBus.IHandleMessages<string> { public async Task Handle(string message, object context) => BAD2; }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : Rebus.Handlers.IHandleMessages<string> { public async Task Handle(string message) => BAD2; }")]
    [InlineData("static void M(object k) => Microsoft.SemanticKernel.KernelExtensions.ImportPluginFromType<Plain>(k); public sealed class Plain { public void Run(string p) => BAD; }")]
    [InlineData("static object M() => Microsoft.SemanticKernel.KernelPluginFactory.CreateFromType<Plain>(); public sealed class Plain { public void Run(string p) => BAD; }")]
    [InlineData("[AutoGen.Core.Function] public Task T(string p) => Task.Run(() => BAD);")]
    [InlineData("[AutoGen.Core.Function(\"t\", \"does it\")] public void T(string p) => BAD;")]
    [InlineData("[MCPSharp.McpFunction(\"t\")] public static void T(string p) => BAD;")]
    [InlineData("[Microsoft.Azure.Functions.Worker.Function(\"t\")] public void T([Microsoft.Azure.Functions.Worker.Extensions.Mcp.McpToolTrigger(\"t\")] object context, string p) => BAD;")]
    [InlineData("static void M(Microsoft.Extensions.DependencyInjection.IMcpServerBuilder b) => Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions.WithCallToolHandler(b, async p => BAD);")]
    [InlineData("static object M(object kernel) => Microsoft.SemanticKernel.KernelExtensions.CreateFunctionFromMethod(kernel, (string p) => BAD);")]
    [InlineData("static object[] M() => [Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => p.Length), Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD)];")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => BAD, \"\");")]
    public Task An_entry_point_that_acts_is_reported(string member) => Test(member).RunAsync();

    [Theory]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(File.{|GVN2006:Delete|});")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((Action<string>)File.{|GVN2006:Delete|}, \"t\");")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((Func<string, string>)File.ReadAllText);")]
    [InlineData("static object t = ModelContextProtocol.Server.McpServerTool.Create(typeof(File).GetMethod(\"Encrypt\")!);")]
    public Task A_library_method_that_is_handed_over_as_a_tool_is_what_the_tool_does(string member) => Test(member).RunAsync();

    [Theory]
    [InlineData("[{|GVN2006:Microsoft.Azure.Functions.Worker.BlobOutput|}(\"kept/{name}\")] public string T(TRIGGER string text) => text;")]
    [InlineData("[return: {|GVN2006:Microsoft.Azure.Functions.Worker.QueueOutput|}(\"q\")] public string T(TRIGGER string text) => text;")]
    [InlineData("public Out T(TRIGGER string text) => new() { {|GVN2006:Message|} = text };")]
    [InlineData("public Out T(TRIGGER string text) { var made = new Out(); made.{|GVN2006:Message|} = text; return made; }")]
    [InlineData("public Out T(TRIGGER string text) => new() { Plain = text };")]
    [InlineData("public string? T(TRIGGER string text) => new Out().Message;")]
    [InlineData("public string T(TRIGGER string text, [Microsoft.Azure.Functions.Worker.BlobInput(\"kept/{name}\")] string kept) => kept;")]
    [InlineData("[Microsoft.Azure.Functions.Worker.BlobOutput(\"kept\")] public string T(string text) => text;")]
    public Task What_a_binding_sends_away_is_what_the_tool_does(string member)
    {
        var test = Test(member.Replace("TRIGGER", "[Microsoft.Azure.Functions.Worker.Extensions.Mcp.McpToolTrigger(\"t\")]", StringComparison.Ordinal));
        test.TestState.Sources.Add("""
            public sealed class Out
            {
                [Microsoft.Azure.Functions.Worker.QueueOutput("q")] public string? Message { get; set; }
                public string? Plain { get; set; }
            }
            """);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"user32.dll\")] static extern int GetForegroundWindow();", "GetForegroundWindow()", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"USER32\")] static extern int IsWindow(int h);", "IsWindow(1)", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"kernel32.dll\", EntryPoint = \"GetTickCount\")] static extern int Ticks();", "Ticks()", false)]
    [InlineData("[System.Runtime.InteropServices.LibraryImport(\"kernel32.dll\", EntryPoint = \"GetTickCount\")] static partial int Ticks();", "Ticks()", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"kernel32.dll\", EntryPoint = \"DeleteFileW\")] static extern bool GetFile(string p);", "GetFile(p)", true)]
    [InlineData("[System.Runtime.InteropServices.LibraryImport(\"kernel32.dll\", EntryPoint = \"DeleteFileW\")] static partial bool GetFile(int p);", "GetFile(1)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"user32.dll\")] static extern bool SetWindowText(int h, string p);", "SetWindowText(1, p)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"gdi32.dll\")] static extern bool BitBlt(int to, int from);", "BitBlt(1, 2)", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"user32.dll\")] static extern bool OpenClipboard(int h);", "OpenClipboard(1)", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"user32.dll\")] static extern bool EmptyClipboard();", "EmptyClipboard()", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"kernel32.dll\")] static extern bool TerminateProcess(int h);", "TerminateProcess(1)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"dxva2.dll\")] static extern bool SetMonitorBrightness(int h, int to);", "SetMonitorBrightness(1, 2)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"powrprof.dll\")] static extern int CallNtPowerInformation(int level, int to);", "CallNtPowerInformation(10, 1)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"shell32.dll\")] static extern int SHGetKnownFolderPath(int id);", "SHGetKnownFolderPath(1)", false)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"shell32.dll\")] static extern int SHGetSetSettings(int mask, bool set);", "SHGetSetSettings(1, true)", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"own.dll\")] static extern int GetAll();", "GetAll()", true)]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"user32.dll\", EntryPoint = \"#12\")] static extern int GetAll();", "GetAll()", true)]
    public Task A_native_function_that_only_asks_is_no_action(string import, string call, bool acts)
    {
        var test = Test($"[AutomationEntryPoint] public static object T(string p) => {(acts ? "{|GVN2006:" + call.Replace("(", "|}(") : call)}; {import}");
        test.CompilerDiagnostics = Microsoft.CodeAnalysis.Testing.CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("AIFunctionFactory.Create(m, new Plain())", "GVN2006")]
    [InlineData("new ApprovalRequiredAIFunction(AIFunctionFactory.Create(m, new Plain()))", null)]
    [InlineData("AIFunctionFactory.Create(m, (object)m)", null)]
    public Task A_method_that_is_found_at_run_time_may_be_any_of_the_object_it_runs_on(string made, string? rule) => new RuleTest<EntryPointMustNotActAnalyzer>
    {
        TestCode = $$"""
            public static class Tools { public static IEnumerable<object> All() => typeof(Plain).GetMethods().Select(m => (object){{made}}); }
            public sealed class Plain
            {
                public void Run(string p) => File.{{(rule is null ? "Delete" : $"{{|{rule}:Delete|}}")}}(p);
                private void Own(string p) => File.Delete(p);
            }
            """,
        TestState =
        {
            Sources =
            {
                "global using Microsoft.Extensions.AI;",
                """
                namespace Microsoft.Extensions.AI
                {
                    public class AIFunction { }
                    public static class AIFunctionFactory { public static AIFunction Create(System.Reflection.MethodInfo method, object? target, string? name = null) => null!; }
                    public sealed class ApprovalRequiredAIFunction(AIFunction inner) : AIFunction { public AIFunction Inner => inner; }
                }
                """,
            },
        },
    }.RunAsync();

    /// <summary>An assembly of its own: what is asked of a library's member is not asked of one in the source.</summary>
    private static readonly MetadataReference s_kernel = CSharpCompilation.Create(
        "Microsoft.SemanticKernel",
        [
            CSharpSyntaxTree.ParseText("""
                using System; using System.Threading.Tasks;
                namespace Microsoft.SemanticKernel
                {
                    public abstract class KernelFunction { public Task InvokeAsync(Kernel kernel) => null!; }
                    public sealed class KernelPlugin { public KernelFunction this[string name] => null!; }
                    public sealed class Kernel { public Task InvokeAsync(KernelFunction function) => null!; }
                    public static class KernelFunctionFactory { public static KernelFunction CreateFromMethod(Delegate method) => null!; }
                    public static class KernelExtensions
                    {
                        public static KernelFunction CreateFunctionFromMethod(this Kernel kernel, Delegate method) => null!;
                        public static KernelPlugin ImportPluginFromPromptDirectory(this Kernel kernel, string folder) => null!;
                        public static KernelPlugin ImportPluginFromObject(this Kernel kernel, object target) => null!;
                    }
                }
                """),
        ],
        TestReferences.All,
        new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();

    [Theory]
    [InlineData("k.InvokeAsync(_now)")]
    [InlineData("_now.InvokeAsync(k)")]
    [InlineData("k.InvokeAsync(_later)")]
    [InlineData("k.InvokeAsync(k.CreateFunctionFromMethod(() => 1))")]
    [InlineData("k.InvokeAsync(k.ImportPluginFromPromptDirectory(p)[\"summarize\"])")]
    [InlineData("k.InvokeAsync(_erase)", "files.delete (High)", "T → lambda → File.Delete")]
    [InlineData("_purge.InvokeAsync(k)", "files.delete (High)", "T → Purge → File.Delete")]
    [InlineData("Run(k, _now)", "tool.invoke (High)", "T → Run → Kernel.InvokeAsync")]
    [InlineData("k.InvokeAsync(_open)", "tool.invoke (High)", "T → Kernel.InvokeAsync")]
    [InlineData("k.InvokeAsync(k.CreateFunctionFromMethod(_unseen))", "tool.invoke (High)", "T → Kernel.InvokeAsync")]
    [InlineData("k.InvokeAsync(k.ImportPluginFromObject(p)[\"summarize\"])", "tool.invoke (High)", "T → Kernel.InvokeAsync")]
    public Task A_function_of_a_kernel_does_what_it_is_made_of(string call, string? action = null, string path = "")
    {
        var test = new RuleTest<EntryPointMustNotActAnalyzer>
        {
            TestCode = $$"""
                public class Tools(Delegate unseen)
                {
                    private readonly KernelFunction _now = KernelFunctionFactory.CreateFromMethod(() => DateTime.Now);
                    private readonly KernelFunction _erase = KernelFunctionFactory.CreateFromMethod(() => File.{|GVN2006:Delete|}(""));
                    private readonly KernelFunction _purge = KernelFunctionFactory.CreateFromMethod(Purge);
                    private KernelFunction _open = KernelFunctionFactory.CreateFromMethod(() => 1);
                    private readonly Delegate _unseen = unseen;
                    private readonly KernelFunction _later;
                    public Tools() : this(() => 1) => _later = KernelFunctionFactory.CreateFromMethod(() => DateTime.Now);
                    [AutomationEntryPoint] public Task T(Kernel k, string p) => {{new Regex(@"InvokeAsync|Run").Replace(call, action is null ? "$0" : "{|#0:$0|}")}};
                    private static Task Run(Kernel k, KernelFunction function) => k.InvokeAsync(function);
                    public void Open(KernelFunction other) => _open = other;
                    private static void Purge() => File.{|GVN2006:Delete|}("");
                }
                """,
            TestState = { Sources = { "global using Microsoft.SemanticKernel;" }, AdditionalReferences = { s_kernel } },
        };
        if (action is not null)
        {
            test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2006", DiagnosticSeverity.Error).WithLocation(0).WithArguments("T", action, path, "", ""));
        }

        return test.RunAsync();
    }

    [Theory]
    [InlineData("System.IO.Abstractions.IFile files", "files.Delete(p)", true)]
    [InlineData("System.IO.Abstractions.IFile files", "files.Open(p, FileMode.Open, FileAccess.Write)", true)]
    [InlineData("System.IO.Abstractions.IFile files", "files.Open(p, FileMode.Open, FileAccess.Read)", false)]
    [InlineData("System.IO.Abstractions.IFile files", "files.Exists(p)", false)]
    [InlineData("NAudio.CoreAudioApi.AudioEndpointVolume volume", "volume.Mute = true", true)]
    [InlineData("NAudio.CoreAudioApi.AudioEndpointVolume volume", "_ = volume.Mute", false)]
    [InlineData("FreeRedis.RedisClient redis", "redis.SetAsync(p)", true)]
    [InlineData("FreeRedis.RedisClient redis", "redis.Get(p)", false)]
    [InlineData("FreeSql.IInsert<string> rows", "rows.ExecuteAffrows()", true)]
    [InlineData("FreeSql.IInsert<string> rows", "rows.ToSql()", false)]
    [InlineData("IShop shop", "shop.Order(p)", true)]
    [InlineData("IShop shop", "shop.Find(p)", false)]
    [InlineData("Microsoft.Azure.Cosmos.CosmosClient client", "client.CreateDatabaseAsync(p)", true)]
    [InlineData("Microsoft.Azure.Cosmos.CosmosClient client", "client.CreateDatabaseIfNotExistsAsync(p)", false)]
    public Task What_a_package_is_known_to_do_is_what_the_tool_does(string service, string call, bool acts)
    {
        var marked = acts ? new Regex(@"\.(\w+)").Replace(call, ".{|GVN2006:$1|}", count: 1) : call;
        var test = Test($"[AutomationEntryPoint] public static void T({service}, string p) {{ {marked}; }}");
        test.TestState.Sources.Add("""
            namespace System.IO.Abstractions
            {
                public interface IFile { void Delete(string path); bool Exists(string path); Stream Open(string path, FileMode mode, FileAccess access); }
            }

            namespace NAudio.CoreAudioApi
            {
                public abstract class AudioEndpointVolume { public abstract bool Mute { get; set; } }
            }

            namespace RestEase
            {
                public sealed class GetAttribute : System.Attribute;
                public sealed class PostAttribute : System.Attribute;
            }

            namespace Microsoft.Azure.Cosmos
            {
                public abstract class CosmosClient
                {
                    public abstract void CreateDatabaseAsync(string id);
                    public abstract void CreateDatabaseIfNotExistsAsync(string id);
                }
            }

            namespace FreeRedis
            {
                public abstract class RedisClient { public abstract string Get(string key); public abstract void SetAsync(string key); }
            }

            namespace FreeSql
            {
                public interface IInsert<T> { int ExecuteAffrows(); string ToSql(); }
            }

            public interface IShop
            {
                [RestEase.Get] string Find(string name);
                [RestEase.Post] string Order(string name);
            }
            """);
        return test.RunAsync();
    }

    [Theory]
    [InlineData("public static void T(string p) => File.Delete(p);")]
    [InlineData("[AutomationEntryPoint] public static string T(string p) => File.ReadAllText(p);")]
    [InlineData("[AutomationEntryPoint] public static string T(string p) => nameof(File.Delete);")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => p.Length);")]
    [InlineData("static object t = Create(() => File.Delete(\"\")); static object Create(Action a) => a;")]
    [InlineData("static object t = new Microsoft.Extensions.AI.ApprovalRequiredAIFunction(Microsoft.Extensions.AI.AIFunctionFactory.Create((string p) => File.Delete(p)));")]
    [InlineData("static void M(Microsoft.Extensions.DependencyInjection.IMcpServerBuilder b) => Microsoft.Extensions.DependencyInjection.McpServerBuilderExtensions.WithTools<Some>(b); public sealed class Some { [ModelContextProtocol.Server.McpServerTool] public void T() { } public void Own(string p) => File.Delete(p); }")]
    [InlineData("public sealed class W : Microsoft.Extensions.Hosting.BackgroundService { protected override async Task ExecuteAsync(CancellationToken ct) => File.Delete(\"\"); }")]
    [InlineData("[GovernedWorkflow(\"w\")] public sealed class W : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken ct) { } public async Task StopAsync(CancellationToken ct) => File.Delete(\"\"); }")]
    [InlineData("[AutomationEntryPoint] [WorkflowStep(\"s\", RiskTier.High)] public static void T(string p) => File.Delete(p);")]
    [InlineData("static void M() => Registry.AddFromType<Plain>(); static class Registry { public static void AddFromType<T>() { } } public sealed class Plain { public void Run(string p) => File.Delete(p); }")]
    public Task What_is_no_entry_point_or_does_not_act_is_silent(string member) => Test(member).RunAsync();

    [Fact]
    public Task A_tool_that_forwards_to_a_step_is_silent() => Test("""
        [AutomationEntryPoint] public static Task T(Disk disk, string p) => disk.CleanAsync(p);

        [GovernedWorkflow("disk")]
        public sealed partial class Disk(IStepGovernor governor)
        {
            [WorkflowStep("clean", RiskTier.High)] public partial Task CleanAsync(string p);
            private async Task CleanCoreAsync(string p) => File.Delete(p);
        }
        """).RunAsync();

    [Fact]
    public async Task Adopting_counts_and_does_not_refuse()
    {
        var test = new RuleTest<EntryPointMustNotActAnalyzer>
        {
            TestCode = "public static class Tools { [AutomationEntryPoint] public static void T(string p) => File.{|#0:Delete|}(p); }",
            ExpectedDiagnostics = { new DiagnosticResult("GVN2006", DiagnosticSeverity.Info).WithLocation(0) },
        };
        test.BuildProperties["GovernanceMode"] = "adopt";
        await test.RunAsync();
    }

    [Fact]
    public async Task What_arrived_transitively_checks_no_entry_point()
    {
        var test = Test("[AutomationEntryPoint] public static void T(string p) => File.Delete(p);");
        test.BuildProperties["GovernanceMode"] = "consumer";
        await test.RunAsync();
    }

    [Fact]
    public Task Code_that_has_never_heard_of_us_is_checked_too() => new Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerTest<EntryPointMustNotActAnalyzer>
    {
        ReferenceAbstractions = false,
        TestCode = "public static class Tools { [ModelContextProtocol.Server.McpServerTool] public static void T(string p) => System.IO.File.{|GVN2006:Delete|}(p); }",
        TestState = { Sources = { "global using System; global using System.Threading; global using System.Threading.Tasks;", ForeignLibraries.Source } },
    }.RunAsync();

    [Fact]
    public Task A_waiver_on_the_tool_silences_it() => Test("""
        [AutomationEntryPoint]
        [GovernanceWaiver("GVN2006", Reason = "runs in a throw-away container, ticket 4711", ApprovedBy = "risk-office", Until = "2027-01-31")]
        public static void T(string p) => File.Delete(p);
        """).RunAsync();

    /// <summary>An argument is dynamic, or of a type that is not there; whichever overload it will be, the member is known.</summary>
    [Theory]
    [InlineData("dynamic d", "File.{|GVN2006:Delete|}(d)")]
    [InlineData("dynamic d", "File.{|GVN2006:WriteAllText|}(\"a\", d)")]
    [InlineData("dynamic d", "{|GVN2006:Wipe|}(d)")]
    [InlineData("dynamic d, FileInfo f", "f.{|GVN2006:CopyTo|}(d)")]
    [InlineData("dynamic d", "File.Exists(d)")]
    [InlineData("dynamic d", "d.Delete(\"a\")")]
    [InlineData("dynamic d", "Keep(d)")]
    [InlineData("dynamic d", "new Both().Act(d)")]
    [InlineData("string p", "File.{|GVN2006:WriteAllText|}(p, Missing.Text)")]
    [InlineData("string p", "Missing.Delete(p)")]
    [InlineData("string p", "File.Exists(p, p)")]
    public Task Of_an_open_overload_the_member_counts(string parameters, string call)
    {
        var test = Test($$"""
            [AutomationEntryPoint] public static void T({{parameters}}) => {{call}};
            private static void Wipe(object o) => File.Delete(o.ToString()!);
            private static void Keep(object o) { }
            public class Kept { public void Act(int n) => File.Delete(""); }
            public class Both : Kept { public void Act(string s) { } }
            """);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[AutomationEntryPoint] public static void T(string p) => File.")]
    [InlineData("[AutomationEntryPoint] public static void T(string p)")]
    [InlineData("[AutomationEntryPoint] public static Undefined T(string p) { return Undefined(p); }")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create(")]
    [InlineData("static object t = Microsoft.Extensions.AI.AIFunctionFactory.Create((p) =>")]
    public async Task Half_typed_code_does_not_fail(string member)
    {
        var test = Test(member);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync();
    }

    private static RuleTest<EntryPointMustNotActAnalyzer> Test(string member) => new()
    {
        TestCode = "public partial class Tools { " + member.Replace("BAD2", "File.{|GVN2006:Delete|}(\"\")").Replace("BAD", "File.{|GVN2006:Delete|}(p)") + " }",
        TestState = { Sources = { ForeignLibraries.Source } },
    };
}
