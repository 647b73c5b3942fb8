using GovernanceAnalyzers.Rules.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Reaching;

/// <summary>Members of frameworks by which the source's own work is run, with the assemblies that have them: a call of any other runs nobody's code.</summary>
public sealed class FrameworkSlotTests
{
    private static readonly Compilation s_project = CSharpCompilation.Create(
        "slots",
        [
            CSharpSyntaxTree.ParseText(ShippedGenerator.GlobalUsings.Content),
            CSharpSyntaxTree.ParseText("""
                using System.Net.Http;
                using Microsoft.AspNetCore.Http;
                using Microsoft.Extensions.Hosting;

                static class Disk { [ConsequentialAction("disk.act", RiskTier.High)] internal static Task Act() => Task.CompletedTask; }
                class Service : IHostedService { public Task StartAsync(CancellationToken c) => Disk.Act(); public Task StopAsync(CancellationToken c) => Disk.Act(); }
                abstract class Worker : BackgroundService { public Task Now() => ExecuteAsync(default); }
                class Cleaner : Worker { protected override Task ExecuteAsync(CancellationToken c) => Disk.Act(); }
                class Between : IMiddleware { public Task InvokeAsync(HttpContext c, RequestDelegate next) => Disk.Act(); }
                abstract class Handler : DelegatingHandler { public Task Now() => SendAsync(null!, default); }
                class Sender : Handler { protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage r, CancellationToken c) { await Disk.Act(); return null!; } }
                class Kept : MemoryStream { public override void Flush() => Disk.Act(); public override string ToString() { Disk.Act(); return ""; } }
                """),
        ],
        [.. TestReferences.All, .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "web-references.txt")).Select(p => MetadataReference.CreateFromFile(p))],
        new(OutputKind.DynamicallyLinkedLibrary));

    [Theory]
    [InlineData("Microsoft.Extensions.Hosting.IHostedService", "StartAsync(default)", "T → Service.StartAsync → Disk.Act")]
    [InlineData("Microsoft.Extensions.Hosting.IHostedService", "StopAsync(default)", "T → Service.StopAsync → Disk.Act")]
    [InlineData("Worker", "Now()", "T → Worker.Now → Cleaner.ExecuteAsync → Disk.Act")]
    [InlineData("Microsoft.AspNetCore.Http.IMiddleware", "InvokeAsync(null!, null!)", "T → Between.InvokeAsync → Disk.Act")]
    [InlineData("Handler", "Now()", "T → Handler.Now → Sender.SendAsync → Disk.Act")]
    [InlineData("Stream", "Flush()", "")]
    [InlineData("object", "ToString()", "")]
    public async Task What_fills_it_is_run(string type, string call, string expected)
    {
        var compilation = s_project.AddSyntaxTrees(CSharpSyntaxTree.ParseText($"static class Tools {{ [AutomationEntryPoint] internal static void T({type} t) => t.{call}; }}"));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        var facts = Assert.Single(await compilation.WithAnalyzers([new GovernanceFactsAnalyzer()]).GetAnalyzerDiagnosticsAsync()).Properties;

        Assert.Equal(expected, facts["actions"] is { Length: > 0 } action ? action.Split('|')[2] : "");
    }
}
