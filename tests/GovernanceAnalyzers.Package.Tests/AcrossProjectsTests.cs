using System.Text.Json;
using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>
/// Contracts, helpers and tools in three projects, built by the SDK: what a project declares of itself crosses to the next, and what it does not declare is
/// unknown there until a list says it.
/// </summary>
[Collection(Packed.Name)]
public sealed class AcrossProjectsTests(ThreeProjects projects) : IClassFixture<ThreeProjects>
{
    private static readonly (string Path, string Text) s_desk = ("Tools/Found.cs", """
        using Governance;
        using Shop.Contracts;
        using Shop.Helpers;

        namespace Shop.Tools;

        [GovernedWorkflow("found", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
        [Review("authority", EveryDays = 90)]
        public sealed class Found(IPayments payments, IApprovals approvals, IAudit audit)
        {
            [WorkflowStep("low", RiskTier.Low)] // GVN2003 'found/low' is declared Low but reaches payment.commit (High) by LowAsync → PayAsync → IPayments.PayAsync:
            public async Task LowAsync(string id, CancellationToken ct)
            {
                if (await approvals.AskAnotherAsync(id, ct))
                {
                    using (audit.Open(id))
                    {
                        await PayAsync(id, ct);
                    }
                }
            }

            [WorkflowStep("unasked", RiskTier.High, Irreversible = "the money has left")]
            public async Task UnaskedAsync(string id, CancellationToken ct)
            {
                using (audit.Open(id))
                {
                    await PayAsync(id, ct); // GVN2001 'found/unasked' performs payment.commit (High) by UnaskedAsync → PayAsync → IPayments.PayAsync without asking a person first
                }
            }

            [WorkflowStep("in-vain", RiskTier.High, Irreversible = "the money has left")]
            public async Task InVainAsync(string id, CancellationToken ct)
            {
                _ = await approvals.AskAnotherAsync(id, ct);
                using (audit.Open(id))
                {
                    await payments.PayAsync(id, 1, ct); // GVN2004 'found/in-vain' performs payment.commit (High) by InVainAsync → IPayments.PayAsync but nothing depends on the answer
                }
            }

            [WorkflowStep("anybody", RiskTier.High, Irreversible = "the money has left")]
            public async Task AnybodyAsync(string id, CancellationToken ct)
            {
                if (await approvals.AskAsync(id, ct))
                {
                    using (audit.Open(id))
                    {
                        await payments.PayAsync(id, 1, ct); // GVN2001 'found/anybody' performs payment.commit (High) by AnybodyAsync → IPayments.PayAsync but High needs a person other than the requester
                    }
                }
            }

            [WorkflowStep("unlogged", RiskTier.High, Irreversible = "the money has left")]
            public async Task UnloggedAsync(string id, CancellationToken ct)
            {
                if (await approvals.AskAnotherAsync(id, ct))
                {
                    await payments.PayAsync(id, 1, ct); // GVN2002 'found/unlogged' performs payment.commit (High) by UnloggedAsync → IPayments.PayAsync without an action-log entry
                }
            }

            private Task PayAsync(string id, CancellationToken ct) => payments.PayAsync(id, 1, ct);
        }

        internal sealed class FoundTools(Payments payments, Found found)
        {
            [ModelContextProtocol.Server.McpServerTool]
            public async Task Pay(string id, CancellationToken ct) => await payments.PayAsync(id, 1, ct); // GVN2006 'Pay' performs payment.commit (High) by Pay → Payments.PayAsync and nobody is asked

            [ModelContextProtocol.Server.McpServerTool]
            public static void Remove(string path) => Files.Remove(path); // GVN2006 'Remove' performs files.delete (High) by Remove → Files.Remove and nobody is asked

            [ModelContextProtocol.Server.McpServerTool]
            public async Task Forward(string id, CancellationToken ct) => await found.LowAsync(id, ct);
        }
        """);

    /// <summary>Calls that no contract is about: nothing to stop a build, and nothing to call clean.</summary>
    private static readonly (string Path, string Text) s_unknown = ("Tools/Unknown.cs", """
        using Shop.Helpers;

        namespace Shop.Tools;

        internal sealed class UnknownTools(Payments payments)
        {
            [ModelContextProtocol.Server.McpServerTool]
            public static void Purge(string path)
            {
                Files.Purge(path); // GVN2006 'Purge' performs files.delete (High) by Purge → Files.Purge → File.Delete (1 of 2 places) and nobody is asked
                Files.Purge(path + ".bak");
            }

            [ModelContextProtocol.Server.McpServerTool]
            public static string Trim(string path) => Files.Trim(path);

            [ModelContextProtocol.Server.McpServerTool]
            public async Task<decimal> Balance(string id, CancellationToken ct) => await payments.BalanceAsync(id, ct);
        }
        """);

    private static readonly (string Path, string Text) s_ticketed = ("Tools/Ticketed.cs", """
        using Governance;
        using Shop.Contracts;
        using Shop.Helpers;

        namespace Shop.Tools;

        [GovernedWorkflow("ticketed", Owner = "payments-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-payments")]
        [Review("authority", EveryDays = 90)]
        public sealed class Ticketed(IPayments payments, Tickets tickets)
        {
            [WorkflowStep("requested", RiskTier.High, Irreversible = "the money has left")]
            public async Task RequestedAsync(string id, CancellationToken ct)
            {
                var ticket = await tickets.RequestAsync(id, ct);
                if (ticket.State == TicketState.Granted)
                {
                    await PayAsync(id, ct);
                }
            }

            [WorkflowStep("noted", RiskTier.High, Irreversible = "the money has left")]
            public async Task NotedAsync(string id, CancellationToken ct)
            {
                var ticket = await tickets.NoteAsync(id, ct);
                if (ticket.State == TicketState.Granted)
                {
                    await PayAsync(id, ct); // GVN2001 'ticketed/noted' performs payment.commit (High) by NotedAsync → PayAsync → IPayments.PayAsync without asking a person first
                }
            }

            private async Task PayAsync(string id, CancellationToken ct)
            {
                Trail.Write("pays " + id);
                try
                {
                    await payments.PayAsync(id, 1, ct);
                }
                finally
                {
                    Trail.Write("paid " + id);
                }
            }
        }
        """);

    private static readonly (string Path, string Text) s_sweeper = ("Helpers/Sweeper.cs", """
        using Governance;

        namespace Shop.Helpers;

        public static class Sweeper
        {
            [ConsequentialAction("files.delete", RiskTier.Low, Because = "only temporary files")] // GVN2022 'Sweeper.Sweep' promises files.delete (Low) but reaches files.delete (High) by Sweeper.Sweep → File.Delete
            public static void Sweep(string path) => File.Delete(path);

            [ConsequentialAction("files.write", RiskTier.Low)] // GVN2022 'Sweeper.Unswept' promises files.write (Low) but reaches files.delete (High) by Sweeper.Unswept → File.Delete
            public static void Unswept(string path) => File.Delete(path);

            [AutomationEntryPoint]
            public static void Sweeping(string path) => Sweep(path); // GVN2006 'Sweeping' performs files.delete (High) by Sweeping → Sweep → File.Delete and nobody is asked
        }
        """);

    [Fact]
    public void A_solution_that_keeps_to_its_contracts_is_clean_and_its_manifests_hold_what_crosses()
    {
        projects.FirstBuild.Silent();
        using var contracts = Manifest("Contracts/bin/Debug/net10.0/Shop.Contracts.governance.json");
        var promise = Assert.Single(contracts.RootElement.GetProperty("declared").GetProperty("contracts").EnumerateArray());
        Assert.Equal("M:Shop.Contracts.IPayments.PayAsync(System.String,System.Decimal,System.Threading.CancellationToken)", promise.GetProperty("member").GetString());
        Assert.Equal("High", promise.GetProperty("tier").GetString());

        var check = projects.With().Check().Succeeded();
        Assert.Contains("Not followed    none", check.Output, StringComparison.Ordinal);
        using var tools = Manifest("manifests/Shop.Tools.governance.json");
        Assert.Equal(
            ["files.delete High ForgetAsync → Files.Remove", "files.write Low Draft → Files.Draft", "payment.commit High IssueAsync → IPayments.PayAsync"],
            Analysed(tools, "actions").Select(a => $"{a.GetProperty("capability")} {a.GetProperty("tier")} {a.GetProperty("path")}").Order(StringComparer.Ordinal));

        // What the contract makes less of is seen where its body is.
        Assert.Empty(Analysed(tools, "lowered"));
        using var helpers = Manifest("manifests/Shop.Helpers.governance.json");
        var lowered = Assert.Single(Analysed(helpers, "lowered"));
        Assert.Equal(
            ("files.write", "Medium", "files.write (Low)", "Note → Draft → File.WriteAllText", "a draft that nobody reads"),
            (lowered.GetProperty("capability").GetString(), lowered.GetProperty("tier").GetString(), lowered.GetProperty("countsAs").GetString(),
             lowered.GetProperty("path").GetString(), lowered.GetProperty("because").GetString()));
        Assert.All([tools, helpers], m => JsonSchema.Check(ManifestSchemaTests.Schema, m.RootElement));
    }

    [Fact]
    public void What_another_project_declares_is_found_at_its_tier_and_its_confirmation_gates()
        => projects.With(s_desk).Build("Tools").FailedAsMarked(s_desk);

    [Fact]
    public void A_contract_that_claims_less_than_its_body_is_found_where_the_body_is_seen()
        => projects.With(s_sweeper).Build("Helpers").FailedAsMarked(s_sweeper);

    [Fact]
    public void Lists_say_what_code_that_cannot_be_edited_reaches_and_who_confirms_and_records_in_it()
        => projects.With(
                s_unknown,
                s_ticketed,
                ("lists/helpers.reach.txt", """
                    # governance-reach 1; assembly=Shop.Helpers
                    M:Shop.Helpers.Files.Purge(*); files.delete; High; no; deletes a file; path=File.Delete
                    """),
                ("lists/controls.md", """
                    # governance-controls 1
                    M:Shop.Helpers.Trail.Write(*); records; moment=both
                    """),
                ("Tools/governance.controls.txt", """
                    # governance-controls 1
                    M:Shop.Helpers.Tickets.RequestAsync(*); confirms; approved-when=State == Granted; binds=what; approver=By; distinct=yes
                    """))
            .Build("Tools").FailedAsMarked(s_unknown, s_ticketed);

    [Fact]
    public void What_no_contract_covers_is_not_followed_until_a_suggested_line_is_decided()
    {
        var check = projects.With(s_unknown).Check("--suggest");
        Assert.True(check.ExitCode == 1, check.Output);
        Assert.Empty(Errors(check));
        var lines = check.Output.TrimEnd().Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        var first = lines.IndexOf("# governance-actions 1");
        Assert.StartsWith("No findings in what was read. 3 of 6 tools call code that this build does not follow (first: UnknownTools.Balance → Payments.BalanceAsync).", lines[first - 1]);
        var suggested = lines[first..];
        Assert.Equal(
            [
                "# 2 calls from 1 caller, into Shop.Helpers",
                "M:Shop.Helpers.Files.Purge(*); CAPABILITY; TIER; REVERSIBLE; WHY",
                "# 1 call from 1 caller, into Shop.Helpers",
                "M:Shop.Helpers.Files.Trim(*); CAPABILITY; TIER; REVERSIBLE; WHY",
                "# 1 call from 1 caller, into Shop.Helpers",
                "M:Shop.Helpers.Payments.BalanceAsync(*); CAPABILITY; TIER; REVERSIBLE; WHY",
            ],
            suggested[^6..]);

        const string list = "Tools/governance.actions.txt";
        var undecided = projects.With(s_unknown, (list, string.Join("\n", suggested))).Build("Tools");
        Assert.True(undecided.ExitCode == 1, undecided.Output);
        Assert.All(
            Enumerable.Range(1, suggested.Count),
            line => Assert.Equal(
                suggested[line - 1].StartsWith("M:", StringComparison.Ordinal) ? ["CAPABILITY", "REVERSIBLE", "TIER"] : Array.Empty<string>(),
                undecided.Errors.Where(e => e.Contains($"governance.actions.txt({line},", StringComparison.Ordinal) && e.Contains("error GVN9001", StringComparison.Ordinal))
                    .Select(e => e.Split('\'')[1]).Order(StringComparer.Ordinal)));

        var decided = string.Join("\n", suggested)
            .Replace("Purge(*); CAPABILITY; TIER; REVERSIBLE; WHY", "Purge(*); files.delete; High; no; deletes a file", StringComparison.Ordinal)
            .Replace("CAPABILITY; TIER; REVERSIBLE; WHY", "files.read; Low; yes; changes nothing", StringComparison.Ordinal);
        var again = projects.With(s_unknown, (list, decided)).Check();
        Assert.True(again.ExitCode == 1, again.Output);
        Assert.Contains("error GVN2006: Entry point 'Purge' performs files.delete (High) by Purge → Files.Purge (1 of 2 places) and nobody is asked", Assert.Single(Errors(again)), StringComparison.Ordinal);
        Assert.Contains("Not followed    none", again.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Errors(SdkRun check) => check.Output.Split('\n').Where(l => l.Contains("error GVN", StringComparison.Ordinal));

    /// <summary>What a check's manifest says of that kind, of every step and entry point.</summary>
    private static IEnumerable<JsonElement> Analysed(JsonDocument manifest, string kind)
        => manifest.RootElement.GetProperty("observed").GetProperty("analysis").EnumerateObject()
            .SelectMany(list => list.Value.EnumerateArray())
            .SelectMany(subject => subject.TryGetProperty(kind, out var found) ? found.EnumerateArray() : Enumerable.Empty<JsonElement>());

    private JsonDocument Manifest(string path) => JsonDocument.Parse(File.ReadAllText(projects.Work[path]));
}
