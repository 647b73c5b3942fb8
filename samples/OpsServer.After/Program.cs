using Governance;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsServer;

var builder = Host.CreateApplicationBuilder(args);

// Standard output belongs to the protocol.
builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
builder.Services.AddSingleton(new HttpClient());
builder.Services.AddGovernance(governance => governance
    .AddSteps(typeof(DiskTools)).AddSteps<MessageTools>().AddSteps(typeof(ProcessTools))
    .UseJournal("governance").ConfirmThroughInbox().ActAs("ops-server", "mandate of 2026-11"));
builder.Services.AddMcpServer().WithStdioServerTransport().WithToolsFromAssembly();

await builder.Build().RunAsync();
