using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ConfirmationMustComeFromPersonTests
{
    [Theory]
    [InlineData("[HumanConfirmation] bool Ask() => {|#0:true|};", "Desk.Ask", "a confirmation", "says yes on a path on which nobody is asked", Remedy)]
    [InlineData("[HumanConfirmation] bool Ask() { Console.ReadLine(); return {|#0:true|}; }", "Desk.Ask", "a confirmation", "says yes whatever is answered", Remedy)]
    [InlineData("[HumanConfirmation] async Task<bool> AskAsync() { await Task.CompletedTask; return {|#0:true|}; }", "Desk.AskAsync", "a confirmation", "says yes on a path on which nobody is asked", Remedy)]
    [InlineData("[HumanConfirmation] async Task<bool> AskAsync() { await Task.CompletedTask.ConfigureAwait(false); return {|#0:true|}; }", "Desk.AskAsync", "a confirmation", "says yes on a path on which nobody is asked", Remedy)]
    [InlineData("[HumanConfirmation] async Task<bool> AskAsync() { await _asked; return {|#0:true|}; }", "Desk.AskAsync", "a confirmation", "says yes whatever is answered", Remedy)]
    [InlineData("[HumanConfirmation] async Task<bool> AskAsync() { await _asked.ConfigureAwait(false); return {|#0:true|}; }", "Desk.AskAsync", "a confirmation", "says yes whatever is answered", Remedy)]
    [InlineData("[HumanConfirmation] async Task<bool> AskAsync() { await _all[0]; return {|#0:true|}; }", "Desk.AskAsync", "a confirmation", "says yes whatever is answered", Remedy)]
    [InlineData("[HumanConfirmation(Throws = true)] void {|#0:Demand|}() { }", "Desk.Demand", "a confirmation", "returns on a path on which nobody is asked", Remedy)]
    [InlineData("[RecordsAction(RecordMoment.Intent)] void {|#0:Begin|}() { }", "Desk.Begin", "a record of the action", "is empty", Write)]
    [InlineData("[RecordsAction(RecordMoment.Intent)] Task {|#0:BeginAsync|}() => Task.CompletedTask;", "Desk.BeginAsync", "a record of the action", "returns at once", Write)]
    public Task The_message_says_what_is_missing(string member, params string[] words)
    {
        var test = Test(member);
        test.ExpectedDiagnostics.Add(new DiagnosticResult("GVN2011", DiagnosticSeverity.Error).WithLocation(0).WithArguments([.. words]));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[|true|]")]
    [InlineData("[|autoApprove|]")]
    [InlineData("[|options.AutoApprove|]")]
    [InlineData("[|!Pretend|]")]
    [InlineData("[|limit < 100|]")]
    [InlineData("[|question.Length > 3|]")]
    [InlineData("[|question == \"small\"|]")]
    [InlineData("[|Environment.GetEnvironmentVariable(\"AUTO\") == \"1\"|]")]
    [InlineData("[|DateTime.Now.Hour < 9|]")]
    [InlineData("[|autoApprove || Console.ReadLine() == \"y\"|]")]
    [InlineData("[|autoApprove ? true : Console.ReadLine() == \"y\"|]")]
    [InlineData("[|question switch { \"small\" => true, _ => Console.ReadLine() == \"y\" }|]")]
    [InlineData("[|Small(question)|]")]
    [InlineData("[|Yes|]")]
    [InlineData("[|new Sealed().Ask()|]")]
    [InlineData("[|new Asker().Certain()|]")]
    [InlineData("[|Far(question)|]")]
    [InlineData("[|Math.Abs(limit) < 3|]")]
    [InlineData("[|Guid.NewGuid() != Guid.Empty|]")]
    [InlineData("[|((object)limit).Equals(3)|]")]
    [InlineData("[|Convert.ToBoolean(limit)|]")]
    [InlineData("[|DateTimeOffset.Now.Hour < 9|]")]
    [InlineData("[|TimeSpan.Parse(question).Days < 3|]")]
    [InlineData("[|TimeProvider.System.GetTimestamp() < 3|]")]
    [InlineData("[|Enum.IsDefined(ConfirmationVerdict.Approved)|]")]
    [InlineData("[|GC.GetTotalMemory(false) < 3|]")]
    [InlineData("[|Random.Shared.Next() < 3|]")]
    [InlineData("[|System.Diagnostics.Stopwatch.GetTimestamp() < 3|]")]
    [InlineData("[|AppContext.TryGetSwitch(question, out var on) && on|]")]
    [InlineData("[|Nullable.Equals<int>(limit, 3)|]")]
    [InlineData("[|_set[question] == \"y\"|]")]
    [InlineData("[|Microsoft.Extensions.Configuration.ConfigurationBinder.GetValue<bool>(_set, question)|]")]
    [InlineData("[|new[] { true }[0]|]")]
    [InlineData("[|DeskSettings.Auto|]")]
    [InlineData("[|DeskConfiguration.Auto|]")]
    [InlineData("[|DeskConfig.Auto|]")]
    [InlineData("[|_options.Value|]")]
    [InlineData("[|_monitor.CurrentValue|]")]
    [InlineData("[|_snapshot.Value|]")]
    [InlineData("[|Ready|]")]
    [InlineData("[|Settled|]")]
    [InlineData("[|SmallInFull|]")]
    [InlineData("[|_made|]")]
    public Task A_yes_that_nobody_has_said_is_reported(string answer) => Test($"[HumanConfirmation] bool Ask(string question) => {answer};").RunAsync();

    [Theory]
    [InlineData("Console.ReadLine() == \"y\"")]
    [InlineData("ui.Ask(question)")]
    [InlineData("limit < 100 && ui.Ask(question)")]
    [InlineData("question.Length < 3 ? false : ui.Ask(question)")]
    [InlineData("answers.Contains(question)")]
    [InlineData("_answered")]
    [InlineData("ui.Answer")]
    [InlineData("Answers.Yes")]
    [InlineData("AskedNow")]
    [InlineData("AskedInFull")]
    [InlineData("Answered")]
    [InlineData("new Desk2(ui).Answer")]
    [InlineData("AskUi(question)")]
    [InlineData("ask(question)")]
    [InlineData("Task.Run(() => ui.Ask(question)).Result")]
    [InlineData("false")]
    [InlineData("throw new NotSupportedException()")]
    [InlineData("((dynamic)ui).Ask(question)")]
    [InlineData("new Asker().Ask()")]
    [InlineData("Near(question)")]
    [InlineData("Task.Factory.StartNew(() => ui.Ask(question)).Result")]
    [InlineData("Console.In.ReadLine() == \"y\"")]
    [InlineData("Console.ReadKey().KeyChar == 'y'")]
    [InlineData("File.ReadAllText(question) == \"y\"")]
    public Task What_may_be_a_persons_answer_is_fine(string answer) => Test($"[HumanConfirmation] bool Ask(string question) => {answer};").RunAsync();

    [Theory]
    [InlineData("if (!options.AutoApprove) { return await ui.AskAsync(question); } return [|true|];")]
    [InlineData("try { return await ui.AskAsync(question); } catch (TimeoutException) { return [|true|]; }")]
    [InlineData("await ui.AskAsync(question); return [|true|];")]
    [InlineData("await Task.Delay(1); Console.WriteLine(question); return [|true|];")]
    [InlineData("var ok = autoApprove; if (!ok) { ok = await ui.AskAsync(question); } return [|ok|];")]
    [InlineData("return [|await Task.FromResult(true)|];")]
    [InlineData("return [|await Task.Run(() => true)|];")]
    [InlineData("return [|Local()|]; bool Local() => true;")]
    [InlineData("return [|await Task.FromResult(true).ConfigureAwait(false)|];")]
    [InlineData("return [|await Task.Factory.StartNew(() => true)|];")]
    [InlineData("await ui.AskAsync(question); return [|await Task.FromResult(true).WaitAsync(TimeSpan.FromSeconds(1))|];")]
    [InlineData("await ui.AskAsync(question); return [|await ValueTask.FromResult(true).AsTask()|];")]
    [InlineData("return ([|true|]);")]
    [InlineData("var ok = false; if (autoApprove) { ok = true; } return [|ok|];")]
    [InlineData("if (int.TryParse(question, out var n) && n == 0) { return false; } return [|true|];")]
    [InlineData("if (!Small(question)) { return false; } return [|true|];")]
    [InlineData("ArgumentNullException.ThrowIfNull(question); return [|true|];")]
    [InlineData("bool a = false, b = false; while (limit > 3) { a = b; b = a; } return [|a|];")] // A circle is not gone through for ever.
    [InlineData("if (options.ToString() == \"\") { return false; } return [|true|];")]
    [InlineData("if (!await Task.Run(() => Small(question))) { return false; } return [|true|];")]
    public Task Every_path_is_looked_at(string body) => Test($"[HumanConfirmation] async Task<bool> AskAsync(string question) {{ {body} }}").RunAsync();

    [Theory]
    [InlineData("var ok = true; if (!await ui.AskAsync(question)) { ok = false; } return ok;")]
    [InlineData("if (!await ui.AskAsync(question)) { throw new OperationCanceledException(); } return true;")]
    [InlineData("await ui.DemandAsync(); return true;")]
    [InlineData("try { return await ui.AskAsync(question); } catch (TimeoutException) { return false; }")]
    [InlineData("if (question.Length == 0) { return false; } return await ui.AskAsync(question);")]
    [InlineData("return await _answer.Task;")]
    [InlineData("for (;;) { if (await ui.AskAsync(question)) { return true; } }")]
    [InlineData("return Local(); bool Local() => ui.Ask(question);")]
    [InlineData("ui.Insist(); return true;")]
    [InlineData("await ui.InsistAsync(); return true;")]
    [InlineData("return await _answer.Task.ConfigureAwait(false);")]
    [InlineData("return await _answer.Task.WaitAsync(TimeSpan.FromSeconds(1));")]
    [InlineData("return _filled;")]
    [InlineData("if (!AskUi(question)) { return false; } return true;")]
    [InlineData("if (!new Asker().Ask()) { return false; } return true;")]
    [InlineData("if (!ask(question)) { return false; } return true;")]
    [InlineData("if (!await Task.Run(() => Small(question) && ui.Ask(question))) { return false; } return true;")]
    [InlineData("if (!await Task.Run(ui.DemandAsync).ContinueWith(t => t.IsCompletedSuccessfully)) { return false; } return true;")]
    [InlineData("var ok = false; if (autoApprove) { ok = false; } return ok;")]
    [InlineData("while (!ui.Ask(question)) { } return true;")]
    [InlineData("return await Task.FromResult(false);")]
    [InlineData("return await Task.FromResult(false).ConfigureAwait(false);")]
    [InlineData("return await ValueTask.FromResult(false).AsTask();")]
    [InlineData("return await Task.FromException<bool>(new TimeoutException());")]
    [InlineData("return await Task.FromCanceled<bool>(new(true));")]
    [InlineData("do { if (await ui.AskAsync(question)) { return true; } } while (limit > 3); return false;")]
    public Task A_yes_after_an_answer_is_fine(string body) => Test($"[HumanConfirmation] async Task<bool> AskAsync(string question) {{ {body} }}").RunAsync();

    [Theory]
    [InlineData("new([|new ConfirmationDecision { RequestId = request.RequestId, Verdict = ConfirmationVerdict.Approved, Approver = \"bot\" }|])")]
    [InlineData("ValueTask.FromResult([|new ConfirmationDecision { Verdict = (ConfirmationVerdict)1 }|])")]
    [InlineData("new([|new ConfirmationDecision { Verdict = request.Tier == RiskTier.High ? ConfirmationVerdict.Pending : ConfirmationVerdict.Approved }|])")]
    [InlineData("new([|request.Tier == RiskTier.Medium ? s_yes : s_no|])")]
    [InlineData("[|Granted(request)|]")]
    public Task A_gate_that_approves_by_itself_is_reported(string answer)
        => Gate($"public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken ct) => {answer};".Replace("new([|new Conf", "[|new(new Conf").Replace(" }|])", " })|]")
            .Replace("new([|request.Tier == RiskTier.Medium ? s_yes : s_no|])", "[|new(request.Tier == RiskTier.Medium ? s_yes : s_no)|]").Replace("ValueTask.FromResult([|", "[|ValueTask.FromResult(")).RunAsync();

    [Theory]
    [InlineData("new(new ConfirmationDecision { RequestId = request.RequestId })")]
    [InlineData("new(new ConfirmationDecision { Verdict = ConfirmationVerdict.Denied, Reason = \"closed\" })")]
    [InlineData("new(s_no)")]
    [InlineData("new(new ConfirmationDecision { Verdict = Console.ReadLine() == \"yes\" ? ConfirmationVerdict.Approved : ConfirmationVerdict.Denied })")]
    [InlineData("new(_decided.TryGetValue(request.RequestId, out var decision) ? decision : s_no)")]
    [InlineData("inner.RequestAsync(request, ct)")]
    [InlineData("new(ui.Ask(\"?\") ? new ConfirmationDecision { Verdict = ConfirmationVerdict.Approved } : new ConfirmationDecision())")]
    [InlineData("throw new NotSupportedException()")]
    public Task A_gate_that_asks_or_says_no_is_fine(string answer)
        => Gate($"public ValueTask<ConfirmationDecision> RequestAsync(ConfirmationRequest request, CancellationToken ct) => {answer};").RunAsync();

    [Theory]
    [InlineData("[HumanConfirmation(Throws = true)] Task DemandAsync() => [|Task.CompletedTask|];")]
    [InlineData("[HumanConfirmation(Throws = true)] async Task [|DemandAsync|]() => await Task.Yield();")]
    [InlineData("[HumanConfirmation(Throws = true)] void [|Demand|]() { if (!autoApprove && !ui.Ask(\"?\")) { throw new OperationCanceledException(); } }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Ruling == Granted\")] Ticket Rule() => [|new() { Ruling = Ruling.Granted }|];")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); t.Granted = true; return [|t|]; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); (autoApprove ? t : new Ticket()).Granted = true; return [|t|]; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); var u = t; u.Granted = true; return [|t|]; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { object a = new Ticket(), b = a; while (limit > 3) { a = (Ticket)b; b = (Ticket)a; } ((Ticket)a).Granted = true; return [|(Ticket)a|]; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); var u = t; Change(ref u); u.Granted = true; return [|t|]; void Change(ref Ticket ticket) { } }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Word == yes\")] Ticket Rule() => [|new Ticket { Word = \"yes\" }|];")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Vote Rule() => [|new Vote(true)|];")]
    [InlineData("[HumanConfirmation] ValueTask<bool> AskAsync() => [|new(true)|];")]
    [InlineData("[HumanConfirmation] bool Ask(Ticket asked) => [|asked.Granted|];")]
    [InlineData("[HumanConfirmation] bool Ask(object asked) => [|((Ticket)asked).Granted|];")]
    public Task Every_form_of_confirmation_is_looked_at(string member) => Test(member).RunAsync();

    [Theory]
    [InlineData("[HumanConfirmation] ValueTask<bool> AskAsync() => new();")]
    [InlineData("[HumanConfirmation] ValueTask<bool> AskAsync() => new(false);")]
    [InlineData("[HumanConfirmation(Throws = true)] Task DemandAsync() => Task.FromException(new OperationCanceledException());")]
    [InlineData("[HumanConfirmation(Throws = true)] Task DemandAsync() => _answer.Task;")]
    [InlineData("[HumanConfirmation(Throws = true)] Task DemandAsync() => ui.DemandAsync();")]
    [InlineData("[HumanConfirmation(Throws = true)] void Demand() => throw new OperationCanceledException();")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Word == yes\")] Ticket Rule() => new Ticket { Word = \"no\" };")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Ruling == Granted\")] Ticket Rule() => new() { Ruling = Ruling.Open };")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Vote Rule() => new Vote(ui.Answer);")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); var u = new Ticket(); u.Granted = true; return t; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"Granted\")] Ticket Rule() { var t = new Ticket(); t.Word = \"yes\"; return t; }")]
    [InlineData("[RecordsAction(RecordMoment.Intent)] void Begin() => answers.Add(\"begun\");")]
    [InlineData("[RecordsAction(RecordMoment.Intent)] void Begin() => throw new NotSupportedException();")]
    [InlineData("[RecordsAction(RecordMoment.Scope)] IDisposable Open() => new Scope();")]
    [InlineData("bool Ask() => true;")]
    public Task What_says_no_or_records_is_fine(string member) => Test(member).RunAsync();

    [Theory]
    [InlineData("class Quiet : IActionLog { public ValueTask<LogPosition> [|AppendAsync|](ActionRecord record, CancellationToken ct) => default; }")]
    [InlineData("class Own : IUi { public bool Ask(string q) => [|true|]; }")]
    [InlineData("class Made { bool _yes; public Made(bool yes) => _yes = yes; [HumanConfirmation] public bool Ask() => [|_yes|]; }")]
    [InlineData("class Made { bool _yes; public Made() => Fill(ref _yes); void Fill(ref bool yes) => yes = true; [HumanConfirmation] public bool Ask() => [|_yes|]; }")]
    [InlineData("class Made { bool _yes; public Made() { Action<bool> later = yes => _yes = yes; later(true); } [HumanConfirmation] public bool Ask() => _yes; }")]
    [InlineData("class Made { bool _yes; public void On() => this._yes = true; [HumanConfirmation] public bool Ask() => _yes; }")]
    [InlineData("class Made { bool _yes; public void On(Made other) => other._yes = true; [HumanConfirmation] public bool Ask() => [|_yes|]; }")]
    [InlineData("class Made { static readonly Ticket s_yes = new() { Granted = true }; [HumanConfirmation(ApprovedWhen = \"Granted\")] public Ticket Rule() => [|s_yes|]; }")]
    [InlineData("class Made { static readonly Ticket s_no = new() { Granted = false }; [HumanConfirmation(ApprovedWhen = \"Granted\")] public Ticket Rule() => s_no; }")]
    [InlineData("class Order { public Ticket Asked = new(); public Ticket Of => Asked; } class Desk1 { [HumanConfirmation] public bool Ask(Order order) => [|order.Of.Granted|]; }")]
    [InlineData("class Order { public bool Granted; } class Desk1 { [HumanConfirmation] public bool Ask(Order order) => [|order.Granted|]; }")]
    [InlineData("interface IOther { [HumanConfirmation(Throws = true)] int Insist(); } class Desk1(IOther other) { [HumanConfirmation] public bool Ask() { other.Insist(); return true; } }")]
    [InlineData("interface IOther { [HumanConfirmation] bool Ask(); } class Desk1(IOther other) { [HumanConfirmation] public bool Ask() { other.Ask(); return [|true|]; } }")]
    [InlineData("class Base { [HumanConfirmation] public virtual bool Ask() => Console.ReadLine() == \"y\"; } class Lax : Base { public override bool Ask() => [|true|]; }")]
    public Task Whoever_implements_a_control_is_looked_at(string type)
    {
        var test = Test("");
        test.TestState.Sources.Add(type.Replace("IUi", "IAsked", StringComparison.Ordinal) + " interface IAsked { [HumanConfirmation] bool Ask(string q); }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_test_scripts_the_person()
    {
        var test = Test("[HumanConfirmation] bool Ask() => true;");
        test.TestState.AdditionalReferences.Add(HarnessLibrary.TestFramework);
        test.BuildProperties["IsTestProject"] = "true";
        return test.RunAsync();
    }

    [Theory]
    [InlineData("[HumanConfirmation] bool Ask() => ")]
    [InlineData("[HumanConfirmation] bool Ask() => Missing();")]
    [InlineData("[HumanConfirmation] bool Ask() => AskedBy(); bool AskedBy() => Missing();")]
    [InlineData("[HumanConfirmation] bool Ask() { return }")]
    [InlineData("[HumanConfirmation] bool Ask() { if (Missing) { return true; } return false; }")]
    [InlineData("[HumanConfirmation] bool Ask() { if (Missing()) { return false; } return true; }")]
    [InlineData("[HumanConfirmation(ApprovedWhen = \"\")] Ticket Rule() => new() { }")]
    public Task Half_typed_code_is_left_alone(string member)
    {
        var test = Test(member);
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync();
    }

    [Theory]
    [InlineData("2027-01-31", "true")]
    [InlineData("2026-01-31", "[|true|]")]
    public Task A_waiver_holds_until_its_day(string until, string answer)
    {
        var test = Test($"[GovernanceWaiver(\"GVN2011\", Reason = \"pilot\", ApprovedBy = \"risk-office\", Until = \"{until}\"), HumanConfirmation] bool Ask() => {answer};");
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    private const string Remedy = "ask a person, and say no, or that nobody has decided, until one says yes";
    private const string Write = "write it where it lasts, and throw where that fails";

    private static RuleTest<ConfirmationMustComeFromPersonAnalyzer> Gate(string member) => Test(member, " : IConfirmationGate");

    private static RuleTest<ConfirmationMustComeFromPersonAnalyzer> Test(string member, string bases = "") => new()
    {
        TestCode = $$"""
            public sealed class Desk(IUi ui, DeskOptions options, bool autoApprove, int limit, List<string> answers, Func<string, bool> ask, IConfirmationGate inner){{bases}}
            {
                private static readonly ConfirmationDecision s_yes = new() { Verdict = ConfirmationVerdict.Approved };
                private static readonly ConfirmationDecision s_no = new() { Verdict = ConfirmationVerdict.Denied };
                private readonly Dictionary<string, ConfirmationDecision> _decided = [];
                private readonly TaskCompletionSource<bool> _answer = new();
                private readonly IOptions<bool> _options = null!;
                private readonly IOptionsMonitor<bool> _monitor = null!;
                private readonly IOptionsSnapshot<bool> _snapshot = null!;
                private readonly Microsoft.Extensions.Configuration.IConfiguration _set = null!;
                private bool AskedNow => ui.Ask("?");
                private bool AskedInFull { get { return ui.Ask("?"); } }
                private bool Answered { get; set; }
                private bool Ready { get; set; } = true;
                private bool Settled { get; init; }
                private bool SmallInFull { get { return Small("?"); } }
                private bool _made = true;
                public void OnAnswered() => Answered = true;
                private readonly Task _asked = Task.CompletedTask;
                private readonly Task[] _all = [];
                private bool _filled;
                private bool _answered;
                private static bool Pretend { get; } = false;
                private static bool Yes => true;
                public void OnYes() => _answered = true;
                public void OnFilled() => Fill(ref _filled);
                private static void Fill(ref bool filled) => filled = true;
                private static bool Small(string question) => question.Length < 3;
                private static bool Near(string q) => Near1(q); private static bool Near1(string q) => Near2(q); private static bool Near2(string q) => Near3(q); private static bool Near3(string q) => false;
                private static bool Far(string q) => Far1(q); private static bool Far1(string q) => Far2(q); private static bool Far2(string q) => Far3(q); private static bool Far3(string q) => Far4(q); private static bool Far4(string q) => true;
                private bool AskUi(string question) => ui.Ask(question);
                private static ValueTask<ConfirmationDecision> Granted(ConfirmationRequest request) => new(new ConfirmationDecision { Verdict = ConfirmationVerdict.Approved });

                {{member}}

                private void Uses() => _ = (options, autoApprove, limit, answers, ask, inner);
            }
            """,
        TestState = { Sources = { Around } },
    };

    private const string Around = """
        public sealed class DeskOptions { public bool AutoApprove { get; set; } }
        public static class DeskSettings { public static bool Auto; static void Set() => Auto = true; }
        public static class DeskConfiguration { public static bool Auto; static void Set() => Auto = true; }
        public static class DeskConfig { public static bool Auto; static void Set() => Auto = true; }
        public sealed class Desk2 { public Desk2(IUi ui) => Answer = ui.Answer; public bool Answer { get; } }
        public static class Answers { public static bool Yes; static void Set() => Yes = true; }
        public interface IOptions<T> { T Value { get; } }
        public interface IOptionsMonitor<T> { T CurrentValue { get; } }
        public interface IOptionsSnapshot<T> { T Value { get; } }
        public interface IUi { bool Ask(string question); Task<bool> AskAsync(string question); bool Answer { get; } Task DemandAsync(); ValueTask InsistAsync(); void Insist(); }
        public enum Ruling { Open, Granted }
        public sealed class Ticket { public Ruling Ruling { get; set; } public bool Granted { get; set; } public string Word { get; set; } = ""; }
        public sealed record Vote(bool Granted);
        public class Asker { public virtual bool Ask() => true; public bool Certain() => true; }
        public class Sealed : Asker { public sealed override bool Ask() => true; }
        public sealed class Scope : IDisposable { public void Dispose() { } }
        namespace Microsoft.Extensions.Configuration
        {
            public interface IConfiguration { string? this[string key] { get; set; } }
            public static class ConfigurationBinder { public static extern T GetValue<T>(this IConfiguration configuration, string key); }
        }
        """;
}
