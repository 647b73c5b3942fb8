using System.Runtime.CompilerServices;

namespace GovernanceAnalyzers.Tests.Facts;

/// <summary>The facts are a contract with the tool: each test reads the properties of one GVN0001.</summary>
public sealed class GovernanceFactsTests
{
    [Fact]
    public async Task A_plumbed_step()
    {
        var facts = await Facts("""
            [GovernedWorkflow("disk", Owner = "ops")]
            public sealed partial class Disk(IStepGovernor governor)
            {
                [WorkflowStep("clean", RiskTier.High, Rollback = nameof(RestoreAsync))]
                [GovernanceWaiver("GVN2005", Reason = "a|b", ApprovedBy = "risk-office", Until = "2027-01-31")]
                public partial Task CleanAsync(string path);

                private async Task CleanCoreAsync(string path)
                {
                    File.Delete(path);
                    _ = Length(path);
                }

                private async Task RestoreAsync(string path) => File.WriteAllText(path, "");

                private static int Length(string path) => path.Length;
            }
            """);

        Assert.Equal("step", facts["kind"]);
        Assert.Equal("disk/clean", facts["id"]);
        Assert.Equal("M:Disk.CleanAsync(System.String)", facts["member"]);
        Assert.Equal(("High", "ops", "plumbed"), (facts["tier"], facts["owner"], facts["control"]));
        Assert.Equal(("generated", "generated"), (facts["confirmation"], facts["log"]));
        Assert.Equal(
            "files.delete|High|CleanAsync → File.Delete|10\nfiles.write|Medium|CleanAsync → RestoreAsync → File.WriteAllText|14", facts["actions"]);
        Assert.Equal("GVN2005|risk-office|2027-01-31|a b", facts["waivers"]);
        Assert.Equal(("", ""), (facts["blindSpots"], facts["notFollowed"]));
    }

    /// <summary>From the inside to the outside, each once; a getter has those of its property.</summary>
    [Fact]
    public async Task The_waivers_that_hold_are_those_on_it_and_on_what_is_round_it()
    {
        var facts = await Facts($$"""
            {{Waived("GVN2004", "assembly: ")}}
            {{Waived("GVN2005", "assembly: ", "T:Outer")}}
            {{Waived("GVN2006", "assembly: ", "T:Outer.Desk")}}
            {{Waived("GVN2007", "assembly: ", "P:Outer.Desk.State")}}
            {{Waived("GVN2008", "assembly: ", "P:Outer.Desk.Other")}}
            {{Waived("GVN2003")}}
            public static class Outer
            {
                {{Waived("GVN2002")}}
                public static class Desk
                {
                    {{Waived("GVN2001")}}
                    public static string State { [AutomationEntryPoint] get => File.ReadAllText("a"); }

                    {{Waived("GVN2009")}}
                    public static string Other => "";
                }
            }
            """);
        Assert.Equal("GVN2001 GVN2002 GVN2003 GVN2004 GVN2005 GVN2006 GVN2007", string.Join(' ', facts["waivers"]!.Split('\n').Select(w => w.Split('|')[0])));

        static string Waived(string rule, string place = "", string? target = null)
            => $"[{place}GovernanceWaiver(\"{rule}\", Reason = \"a trial\", ApprovedBy = \"risk-office\", Until = \"2027-01-31\"{(target is null ? "" : $", Target = \"{target}\"")})]";
    }

    /// <summary>A check tells by the line which way a finding is about, so both stand at the name.</summary>
    [Fact]
    public async Task A_call_over_lines_is_where_its_name_is()
    {
        var facts = await Facts("""
            public static class Tools
            {
                [AutomationEntryPoint] public static void Run(string path)
                    => File
                        .Delete(path);
            }
            """);

        Assert.Equal("files.delete|High|Run → File.Delete|5", facts["actions"]);
    }

    [Theory]

    // Behind it, by whatever way, and of whatever kind.
    [InlineData("Draft(path);", "files.write|Medium|files.write|Low|nobody reads it|Run → Draft → File.WriteAllText|5")]
    [InlineData("Draft(path); Near(path);", "files.write|Medium|files.write|Low|nobody reads it|Run → Draft → File.WriteAllText|5")]
    [InlineData("Near(path);", "files.write|Medium|files.write|Low|nobody reads it|Run → Near → Draft → File.WriteAllText|5")]
    [InlineData("Other(path);", "files.write|Medium|vendor.keep|Low|it is a cache|Run → Other → Far → File.WriteAllBytes|5")]
    [InlineData("store.Keep(path);", "files.write|Medium|vendor.keep|Low|it is a cache|Run → DiskStore.Keep → File.WriteAllText|5")]
    [InlineData("Open(path, FileAccess.Write);", "files.write|Medium|files.read|Low|it is only looked at|Run → Open → File.Open|5")]

    // The very member.
    [InlineData("table.Commit();", "database.write|Medium|vendor.keep|Low|only a temporary table|Run → Table.Commit|5")]
    [InlineData("Commit(table);", "database.write|Medium|vendor.keep|Low|only a temporary table|Run → Commit → Table.Commit|5")]

    // What is not believed is an action, and what is not less is nothing lowered.
    [InlineData("Unreasoned(path);", "")]
    [InlineData("Swept(path);", "")]
    [InlineData("Raised(path);", "")]
    [InlineData("Equal(path);", "")]
    [InlineData("Around(path);", "")]
    [InlineData("Open(path, FileAccess.Read);", "")]
    [InlineData("File.WriteAllText(path, path);", "")]
    public async Task What_a_contract_makes_less_of(string statement, string lowered)
    {
        var facts = await Facts($$"""
            public static partial class Tools
            {
                [AutomationEntryPoint] public static void Run(string path, IStore store, Table table)
                {
                    {{statement}}
                }

                [ConsequentialAction("files.write", RiskTier.Low, Because = "nobody reads it")] static void Draft(string path) => File.WriteAllText(path, "");
                [ConsequentialAction("vendor.keep", RiskTier.Low, Because = "it is a cache")] static void Other(string path) => Far(path);
                static void Near(string path) => Draft(path);
                static void Commit(Table table) => table.Commit();
                static void Far(string path) => File.WriteAllBytes(path, []);
                [ConsequentialAction("files.read", RiskTier.Low, Because = "it is only looked at")] static void Open(string path, FileAccess access) => File.Open(path, FileMode.Open, access);
                [ConsequentialAction("files.write", RiskTier.Low)] static void Unreasoned(string path) => File.WriteAllText(path, "");
                [ConsequentialAction("files.delete", RiskTier.Low, Because = "only temporary")] static void Swept(string path) => File.Delete(path);
                [ConsequentialAction("files.write", RiskTier.High, Because = "it is the ledger")] static void Raised(string path) => File.WriteAllText(path, "");
                [ConsequentialAction("files.write", RiskTier.Medium, Because = "as it is")] static void Equal(string path) => File.WriteAllText(path, "");
                [ConsequentialAction("files.write", RiskTier.High, Because = "all of it counts")] static void Around(string path) => Draft(path);
            }
            public interface IStore { [ConsequentialAction("vendor.keep", RiskTier.Low, Because = "it is a cache")] void Keep(string path); }
            public sealed class DiskStore : IStore { public void Keep(string path) => File.WriteAllText(path, ""); }
            public abstract class Table : System.Data.IDbTransaction
            {
                public abstract System.Data.IDbConnection Connection { get; }
                public abstract System.Data.IsolationLevel IsolationLevel { get; }
                [ConsequentialAction("vendor.keep", RiskTier.Low, Because = "only a temporary table")] public void Commit() { }
                public abstract void Rollback();
                public abstract void Dispose();
            }
            """);

        Assert.Equal(lowered, facts["lowered"]);
    }

    [Fact]
    public async Task A_step_of_an_interface_is_what_it_promises_and_nobody_here_implements_it()
    {
        var facts = await Facts("""
            [GovernedWorkflow("disk", Owner = "ops")]
            public interface IDisk
            {
                [WorkflowStep("clean", RiskTier.High, Rollback = nameof(RestoreAsync))]
                [ConsequentialAction("files.delete", RiskTier.High)]
                Task CleanAsync(string path);

                Task RestoreAsync(string path);
            }
            """);

        Assert.Equal(("disk/clean", "decorated", "generated", "generated"), (facts["id"], facts["control"], facts["confirmation"], facts["log"]));
        Assert.Equal("files.delete|High|CleanAsync → IDisk.CleanAsync|4", facts["actions"]);
        Assert.Equal("IDisk.CleanAsync|4\nIDisk.RestoreAsync|4", facts["notFollowed"]);
    }

    [Theory]
    [InlineData("await governor.RequireApprovalAsync(r, ct); await log.AppendAsync(a, ct); try { File.Delete(path); } finally { await log.AppendAsync(a, ct); }", "proven", "proven")]
    [InlineData("if ((await gate.RequestAsync(r, ct)).Verdict != ConfirmationVerdict.Approved) return; File.Delete(path);", "proven", "none")]
    [InlineData("if (!await desk.AskAsync()) return; using var e = desk.Open(); File.Delete(path);", "asserted", "asserted")]
    [InlineData("await log.AppendAsync(a, ct); File.Delete(path);", "none", "none")]
    [InlineData("File.Delete(path);", "none", "none")]
    public async Task A_self_governed_step(string statements, string confirmation, string log)
    {
        var facts = await Facts($$"""
            public interface IDesk
            {
                [HumanConfirmation(Distinct = true)] Task<bool> AskAsync();
                [RecordsAction(RecordMoment.Scope)] IDisposable Open();
            }

            [GovernedWorkflow("disk")]
            public sealed class Disk(IStepGovernor governor, IConfirmationGate gate, IActionLog log, IDesk desk, ConfirmationRequest r, ActionRecord a)
            {
                [WorkflowStep("clean", RiskTier.High)]
                public async Task CleanAsync(string path, CancellationToken ct) { {{statements}} }
            }
            """);

        Assert.Equal(("self-governed", confirmation, log), (facts["control"], facts["confirmation"], facts["log"]));
    }

    [Fact]
    public async Task A_low_step_needs_no_control()
    {
        var facts = await Facts("""
            [GovernedWorkflow("disk")]
            public sealed class Disk
            {
                [WorkflowStep("read", RiskTier.Low)]
                public Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path);
            }
            """);

        Assert.Equal(("not-needed", "not-needed"), (facts["confirmation"], facts["log"]));
        Assert.Equal("files.read|Low|ReadAsync → File.ReadAllTextAsync|5", facts["actions"]);
    }

    [Fact]
    public async Task An_entry_point()
    {
        var facts = await Facts("""
            public static class Tools
            {
                [ModelContextProtocol.Server.McpServerTool(Name = "purge")]
                public static void Purge(string path) => File.Delete(path);
            }
            """);

        Assert.Equal(("entry-point", "purge", "M:Tools.Purge(System.String)"), (facts["kind"], facts["id"], facts["member"]));
        Assert.Equal(("High", "", "none", "none", "none"), (facts["tier"], facts["owner"], facts["control"], facts["confirmation"], facts["log"]));
        Assert.Equal(("files.delete|High|purge → File.Delete|4", "3|4"), (facts["actions"], facts["parts"]));
    }

    [Fact]
    public async Task A_lambda_is_known_by_the_member_it_stands_in()
    {
        var facts = await Facts("""
            public static class Tools
            {
                public static object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string path) => path.Length, "length");
            }
            """);

        Assert.Equal(("length", "M:Tools.Make", "not-needed", "", ""), (facts["id"], facts["member"], facts["confirmation"], facts["tier"], facts["actions"]));
    }

    [Theory]
    [InlineData("given", "entry-point|given|3")]
    [InlineData("GetType().GetMethods()[0]", "entry-point|GetType().GetMethods()[0]|3")]
    [InlineData("typeof(Tools).GetMethod(\"Twice\")!", "entry-point|typeof(Tools).GetMethod(\"Twice\")|3")]
    public async Task A_tool_whose_code_is_not_to_be_seen_is_a_blind_spot(string handed, string expected)
    {
        var facts = await Facts($$"""
            public class Tools
            {
                public object Make(Delegate given) => ModelContextProtocol.Server.McpServerTool.Create({{handed}});
                public static void Twice(int n) { }
                public static void Twice(string s) { }
            }
            """);

        Assert.Equal(("entry-point", "unseen", "M:Tools.Make(System.Delegate)"), (facts["kind"], facts["id"], facts["member"]));
        Assert.Equal(expected, facts["blindSpots"]);
    }

    [Theory]

    // Read, and nothing there acts or leads out.
    [InlineData("_ = Even(4); _ = new Point(1, 2) with { X = 3 }; _ = new Holder().Value; new Holder().Changed += () => { };", "", "")]
    [InlineData("_ = string.Join(\",\", path).Length; _ = governor.ToString(); await log.AppendAsync(new(), default);", "", "")]

    // Read, and there is an action.
    [InlineData("Indirect(path);", "files.delete|High|S → Indirect → Acts → File.Delete|1", "")]
    [InlineData("new List<string>().ForEach(Acts);", "files.delete|High|S → Acts → File.Delete|1", "")]
    [InlineData("void Inner(FileAccess a) => File.Open(path, FileMode.Open, a); Inner(FileAccess.Write);", "files.write|Medium|S → File.Open|1", "")]
    [InlineData("Open o = new Derived(); _ = o.Run();", "files.delete|High|S → Derived.Run → File.Delete|1", "")]

    // A public class that nobody else may have derived from, and one that somebody here has.
    [InlineData("_ = ((IRun)null!).Run();", "files.delete|High|S → Derived.Run → File.Delete|1||inferred", "")]

    // Nobody here implements it; code of another assembly.
    [InlineData("_ = ((IUnread)null!).Call();", "", "IUnread.Call|1")]
    [InlineData("Xunit.Assert.True(true);", "", "Assert.True|1")]
    [InlineData("Leads();", "", "Assert.True|6")]
    public async Task What_is_reached_and_what_was_not_followed_is_said(string statement, string actions, string notFollowed)
    {
        var facts = await Facts($$"""
            [GovernedWorkflow("disk")] public sealed partial class Disk(IStepGovernor governor, IActionLog log) { [WorkflowStep("s", RiskTier.Low)] public async Task S(string path) { {{statement}} }
                private static bool Even(int n) => n == 0 || Odd(n - 1);
                private static bool Odd(int n) => n != 0 && Even(n - 1);
                private static void Acts(string path) => File.Delete(path);
                private static void Indirect(string path) => Acts(path);
                private static void Leads() => Xunit.Assert.True(true);
            }
            public record Point(int X, int Y);
            public class Holder { public int Value { get; set; } public event Action? Changed; }
            public interface IRun { int Run(); }
            public interface IUnread { int Call(); }
            public sealed class Sealed : IRun { public int Run() => 1; }
            public class Open : IRun { public virtual int Run() => 1; }
            public class Derived : Open { public override int Run() { File.Delete(""); return 1; } }
            """);

        Assert.Equal((actions, notFollowed), (facts["actions"], facts["notFollowed"]));
    }

    [Theory]
    [InlineData("dynamic d = path; d.Delete(1);", "dynamic|d.Delete(1)|1")]
    [InlineData("given();", "delegate|given()|1")]
    [InlineData("Action made = () => { }; made();", "")]
    [InlineData("System.Linq.Expressions.Expression<Action> e = () => File.Delete(path);", "expression-tree|a lambda handed on as data|1")]
    public async Task Blind_spots_are_listed(string statement, string expected)
    {
        var facts = await Facts($$"""
            [GovernedWorkflow("disk")] public sealed class Disk { [WorkflowStep("s", RiskTier.Low)] public async Task S(string path, Action given) { {{statement}} } }
            """);

        Assert.Equal(expected, facts["blindSpots"]);
    }

    [Fact]
    public async Task Code_in_another_part_of_the_class_has_its_file()
    {
        var facts = await Facts(
            """
            [GovernedWorkflow("disk", Owner = "ops")]
            public sealed partial class Disk(IStepGovernor governor, Disk.IUnread unread)
            {
                [WorkflowStep("clean", RiskTier.High, Rollback = nameof(RestoreAsync))]
                public partial Task CleanAsync(string path);

                private async Task RestoreAsync(string path) => File.WriteAllText(path, "");
            }
            """,
            """
            public sealed partial class Disk
            {
                private async Task CleanCoreAsync(string path)
                {
                    File.Delete(path);
                    dynamic any = path;
                    any.Call();
                    unread.Call();
                }

                public interface IUnread { void Call(); }
            }
            """);

        Assert.Equal("files.delete|High|CleanAsync → File.Delete|5|Part.cs\nfiles.write|Medium|CleanAsync → RestoreAsync → File.WriteAllText|7", facts["actions"]);
        Assert.Equal("4|5\n3|9|Part.cs\n7|7", facts["parts"]);
        Assert.Equal(("dynamic|any.Call()|7|Part.cs", "IUnread.Call|8|Part.cs"), (facts["blindSpots"], facts["notFollowed"]));
    }

    private static Task<IReadOnlyDictionary<string, string?>> Facts(string source, string otherPart = "", [CallerMemberName] string test = "")
        => FactsOf.Source(source, otherPart, entry: test);
}
