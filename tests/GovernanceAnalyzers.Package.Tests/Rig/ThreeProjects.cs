namespace GovernanceAnalyzers.Package.Tests.Rig;

/// <summary>
/// A solution of three projects that keeps to its contracts, restored and built once: contracts, which promise; helpers, which implement them, wrap what
/// acts and have something that promises nothing; and the tools that reference both. A test adds its own files, and takes them away.
/// </summary>
public sealed class ThreeProjects
{
    public const string Solution = "Shop.slnx";

    private const string Contracts = """
        using Governance;

        namespace Shop.Contracts;

        public interface IPayments
        {
            [ConsequentialAction("payment.commit", RiskTier.High, Because = "money leaves the house")]
            Task PayAsync(string id, decimal amount, CancellationToken ct);

            Task<decimal> BalanceAsync(string id, CancellationToken ct);
        }

        public interface IApprovals
        {
            [HumanConfirmation(Distinct = true)]
            Task<bool> AskAnotherAsync(string question, CancellationToken ct);

            [HumanConfirmation]
            Task<bool> AskAsync(string question, CancellationToken ct);
        }

        public interface IAudit
        {
            [RecordsAction(RecordMoment.Scope)]
            IDisposable Open(string what);
        }
        """;

    private const string Helpers = """
        using System.Net.Http.Json;
        using Governance;
        using Shop.Contracts;

        namespace Shop.Helpers;

        public sealed class Payments(HttpClient http) : IPayments
        {
            public async Task PayAsync(string id, decimal amount, CancellationToken ct) => await http.PostAsJsonAsync("/refunds/" + id, amount, ct);

            public async Task<decimal> BalanceAsync(string id, CancellationToken ct) => await http.GetFromJsonAsync<decimal>("/balances/" + id, ct);
        }

        public sealed class Approvals(HttpClient http) : IApprovals
        {
            public async Task<bool> AskAnotherAsync(string question, CancellationToken ct)
                => (await http.PostAsync("/asked-of-another/" + question, null, ct)).IsSuccessStatusCode;

            public async Task<bool> AskAsync(string question, CancellationToken ct)
                => (await http.PostAsync("/asked/" + question, null, ct)).IsSuccessStatusCode;
        }

        public sealed class Audit(TextWriter file) : IAudit
        {
            public IDisposable Open(string what)
            {
                file.WriteLine("started " + what);
                return new Entry(file, what);
            }

            private sealed class Entry(TextWriter file, string what) : IDisposable
            {
                public void Dispose() => file.WriteLine("ended " + what);
            }
        }

        public static class Files
        {
            [ConsequentialAction("files.delete", RiskTier.High)]
            public static void Remove(string path) => File.Delete(path);

            public static void Purge(string path) => File.Delete(path);

            public static string Trim(string path) => path.Trim();

            [ConsequentialAction("files.write", RiskTier.Low, Because = "a draft that nobody reads")]
            public static void Draft(string path) => File.WriteAllText(path, "");

            [AutomationEntryPoint]
            public static void Note(string path) => Draft(path);
        }

        public enum TicketState { Open, Granted }

        public sealed record Ticket(TicketState State, string By);

        /// <summary>An approval of before, which says nothing of itself.</summary>
        public sealed class Tickets(HttpClient http)
        {
            public async Task<Ticket> RequestAsync(string what, CancellationToken ct) => await SendAsync("/tickets/" + what, ct);

            public async Task<Ticket> NoteAsync(string what, CancellationToken ct) => await SendAsync("/notes/" + what, ct);

            private async Task<Ticket> SendAsync(string to, CancellationToken ct)
                => new((await http.PostAsync(to, null, ct)).IsSuccessStatusCode ? TicketState.Granted : TicketState.Open, "somebody");
        }

        public static class Trail
        {
            public static void Write(string what) => Console.WriteLine(what);
        }
        """;

    private const string Tools = """
        using Governance;
        using Shop.Contracts;
        using Shop.Helpers;

        namespace ModelContextProtocol.Server
        {
            [AttributeUsage(AttributeTargets.Method)]
            internal sealed class McpServerToolAttribute : Attribute;
        }

        namespace Shop.Tools
        {
            [GovernedWorkflow("refunds", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
            [Review("authority", EveryDays = 90)]
            public sealed partial class RefundDesk(IPayments payments, IApprovals approvals, IAudit audit, IStepGovernor governor)
            {
                [WorkflowStep("issue", RiskTier.High, Irreversible = "the money has left")]
                public async Task IssueAsync(string id, decimal amount, CancellationToken ct)
                {
                    if (await approvals.AskAnotherAsync($"Refund {amount} for {id}?", ct))
                    {
                        using (audit.Open("refund " + id))
                        {
                            await payments.PayAsync(id, amount, ct);
                        }
                    }
                }

                [WorkflowStep("forget", RiskTier.High, Irreversible = "the file is gone", Key = "{path}", Question = "Forget {path}?")]
                public partial Task ForgetAsync(string path, CancellationToken ct = default);

                private Task ForgetCoreAsync(string path, CancellationToken ct)
                {
                    Files.Remove(path);
                    return Task.CompletedTask;
                }
            }

            internal sealed class RefundTools(RefundDesk desk)
            {
                [ModelContextProtocol.Server.McpServerTool]
                public async Task<string> Refund(string id, decimal amount, CancellationToken ct)
                {
                    await desk.IssueAsync(id, amount, ct);
                    return "done";
                }

                [ModelContextProtocol.Server.McpServerTool]
                public static void Draft(string path) => Files.Draft(path);
            }
        }
        """;

    private readonly List<string> _added = [];

    public ThreeProjects(PackedPackages packages)
    {
        const string contracts = "<ProjectReference Include=\"../Contracts/Contracts.csproj\" />";
        Work = packages.Workspace("three")
            .Project("Contracts/Contracts.csproj", "<AssemblyName>Shop.Contracts</AssemblyName>").Write("Contracts/Contracts.cs", Contracts)
            .Project("Helpers/Helpers.csproj", "<AssemblyName>Shop.Helpers</AssemblyName>", contracts).Write("Helpers/Helpers.cs", Helpers)
            .Project("Tools/Tools.csproj", "<AssemblyName>Shop.Tools</AssemblyName>", contracts + """
                <ProjectReference Include="../Helpers/Helpers.csproj" />
                <AdditionalFiles Include="../lists/*.reach.txt" />
                <GovernanceControls Include="../lists/*.md" />
                """).Write("Tools/Tools.cs", Tools)
            .Write(Solution, "<Solution><Project Path=\"Contracts/Contracts.csproj\" /><Project Path=\"Helpers/Helpers.csproj\" /><Project Path=\"Tools/Tools.csproj\" /></Solution>");
        FirstBuild = Work.Build(Solution);
    }

    internal Workspace Work { get; }

    /// <summary>How it went before anything was added.</summary>
    internal SdkRun FirstBuild { get; }

    /// <summary>With these files and no others added.</summary>
    internal ThreeProjects With(params (string Path, string Text)[] files)
    {
        _added.ForEach(path => File.Delete(Work[path]));
        _added.Clear();
        foreach (var (path, text) in files)
        {
            Work.Write(path, text);
            _added.Add(path);
        }

        return this;
    }

    internal SdkRun Build(string project) => Work.Build(project, "--no-restore", "--no-dependencies");

    internal SdkRun Check(params string[] arguments)
        => Sdk.Start(Work.Packages.Command, Work.Folder, ["check", Solution, "--no-restore", "--manifest-out", Work["manifests"], .. arguments]);
}
