using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Controls in a body of one's own that are none, or that are walked round.</summary>
public sealed class ControlTricks
{
    private const string Asked = "if (!await approvals.AskAsync($\"Pay {id}?\", ct)) { return; } ";
    private const string Bad = "await bank.{|GVN2004:PayAsync|}(id);";
    private const string Unasked = "await bank.{|GVN2001:PayAsync|}(id);";
    private const string Paid = "await bank.PayAsync(id);";

    public static TrickTable Tricks { get; } =
    [
        new("A guard that never guards", Reported, Till("if (await approvals.AskAsync(\"Pay?\", ct) && false) { return; } " + Bad)),
        new("A guard with an or true", Reported, Till("if (await approvals.AskAsync(\"Pay?\", ct) || true) { " + Bad + " }")),
        new("A guard behind a switch of the configuration", Reported, Till("if (s_strict) { " + Asked + " } " + Bad, "private static bool s_strict = true;")),
        new("A guard that the debugger has", Reported, Till("if (System.Diagnostics.Debugger.IsAttached) { " + Asked + " } " + Bad)),
        new("A yes kept in a static field", Reported,
            Till("if (!s_approved) { s_approved = await approvals.AskAsync(\"Pay?\", ct); } if (!s_approved) { return; } " + Bad, "private static bool s_approved;")),
        new("A yes kept in a dictionary", Reported,
            Till("if (!_answers.TryGetValue(id, out var ok)) { _answers[id] = await approvals.AskAsync(\"Pay?\", ct); } if (!ok) { return; } " + Bad,
                "private readonly Dictionary<string, bool> _answers = [];")),
        new("A flag that starts as yes", Reported, Till("var ok = true; if (id.Length > 3) { ok = await approvals.AskAsync(\"Pay?\", ct); } if (!ok) { return; } " + Bad)),
        new("A flag that a loop leaks", Reported, Till("var ok = true; foreach (var c in id) { if (!ok) { continue; } " + Bad + " ok = await approvals.AskAsync(\"Pay?\", ct); }")),
        new("A yes for something else", Reported, Till("var ok = await approvals.AskAsync(\"Pay?\", ct); var sure = id.Length > 3; if (!sure) { return; } " + Bad)),
        new("Everything but a no", Reported, Till("bool? ok = id.Length > 3 ? await approvals.AskAsync(\"Pay?\", ct) : null; if (ok == false) { return; } " + Bad)),
        new("The yes is the exit", Reported, Till("if (await approvals.AskAsync(\"Pay?\", ct)) { return; } " + Bad)),
        new("Asked when it is done", Reported, Till(Bad + " _ = await approvals.AskAsync(\"Was that right?\", ct);")),
        new("A helper that says yes to everything", Reported,
            Till("if (!await SureAsync(ct)) { return; } " + Bad, "private async Task<bool> SureAsync(CancellationToken ct) { _ = await approvals.AskAsync(\"Pay?\", ct); return true; }")),
        new("A helper three calls away that turns the answer round", Reported,
            Till("if (!await A(ct)) { return; } " + Bad,
                "private Task<bool> A(CancellationToken ct) => B(ct); private async Task<bool> B(CancellationToken ct) => !await C(ct); private Task<bool> C(CancellationToken ct) => approvals.AskAsync(\"Pay?\", ct);")),
        new("A helper that calls itself until it says yes", Reported,
            Till("if (!await SureAsync(3, ct)) { return; } " + Bad,
                "private async Task<bool> SureAsync(int left, CancellationToken ct) => left == 0 || await approvals.AskAsync(\"Pay?\", ct) || await SureAsync(left - 1, ct);")),
        new("A helper that can be told to say yes", Reported,
            Till("if (!await SureAsync(ct, force: true)) { return; } " + Bad,
                "private async Task<bool> SureAsync(CancellationToken ct, bool force = false) => force || await approvals.AskAsync(\"Pay?\", ct);")),
        new("A helper that a derived class overrides", Reported,
            Till("Asker asker = id.Length > 3 ? new Asker(approvals) : new Nodder(approvals); if (!await asker.SureAsync(ct)) { return; } " + Unasked,
                "private class Asker(IApprovals approvals) { public virtual Task<bool> SureAsync(CancellationToken ct) => approvals.AskAsync(\"Pay?\", ct); } "
                + "private sealed class Nodder(IApprovals approvals) : Asker(approvals) { public override Task<bool> SureAsync(CancellationToken ct) => Task.FromResult(true); }")),
        new("A confirmation in a lambda that nobody runs", Reported,
            Till("Func<Task<bool>> ask = () => approvals.AskAsync(\"Pay?\", ct); if (ask is null) { return; } " + Bad)),
        new("The action in a lambda that is made and run before", Reported,
            Till("var paying = Task.Run(() => bank.{|GVN2004:PayAsync|}(id), ct); if (!await approvals.AskAsync(\"Pay?\", ct)) { return; } await paying;")),
        new("The action in a callback that the asker runs anyway", Reported,
            Till("await GuardedAsync(() => bank.{|GVN2004:PayAsync|}(id), ct);",
                "private async Task GuardedAsync(Func<Task> act, CancellationToken ct) { var ok = await approvals.AskAsync(\"Pay?\", ct); if (ok) { await Task.Yield(); } await act(); }")),
        new("The action in a finally", Reported, Till("try { " + Asked + " } finally { " + Bad + " }")),
        new("A goto past the guard", Reported, Till("if (id.Length > 3) { goto pay; } " + Asked + " pay: " + Bad)),
        new("A second way to the helper that acts", Reported,
            Till("await AskedAsync(id, ct); await {|GVN2004:DoAsync|}(id);",
                "private async Task AskedAsync(string id, CancellationToken ct) { " + Asked + " await DoAsync(id); } private Task DoAsync(string id) => bank.PayAsync(id);")),
        new("A helper that acts before it asks", Reported,
            Till("await {|GVN2004:AskedAsync|}(id, ct);", "private async Task AskedAsync(string id, CancellationToken ct) { " + Paid + " " + Asked + " }")),
        new("One yes for a thousand", Reported, Till("if (!await approvals.AskAsync(\"Pay?\", ct)) { return; } foreach (var c in id) { await bank.{|GVN2007:PayAsync|}(id); }")),
        new("A yes for a little, and then more", Reported, Till(Asked + " id += \"000\"; await bank.{|GVN2013:PayAsync|}(id);")),
        new("A yes of the requester himself", Reported, Till("if (!await approvals.MyselfAsync(ct)) { return; } " + Unasked)),
        new("A task that is there, for an answer", Reported, Till("var ask = approvals.AskAsync(\"Pay?\", ct); if (await Task.WhenAny(ask) is not null) { " + Bad + " }")),
        new("A yes for the item before", StillPossible,
            Till("var ok = false; foreach (var c in id) { if (ok) { " + Paid + " } ok = await approvals.AskAsync($\"Pay {c}?\", ct); }"),
            "a yes for the item before is one for the next"),
        new("A loop in a helper, behind one yes", StillPossible,
            Till("if (!await approvals.AskAsync(\"Pay?\", ct)) { return; } await AllAsync(id);", "private async Task AllAsync(string ids) { foreach (var c in ids) { await bank.PayAsync($\"{c}\"); } }"),
            "A loop in a helper is not looked at"),
        new("A question about something else", StillPossible,
            Till("if (!await approvals.AskAsync(\"Coffee?\", ct)) { return; } " + Paid),
            "that the question was about this action is not"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);

    private static string Till(string body, string members = "") => $$"""
        {{Shop.Workflow}}
        public sealed class Till(IBank bank, IApprovals approvals, IAudit audit)
        {
            [WorkflowStep("pay", RiskTier.High, Irreversible = "paid is paid")]
            public async Task PayAsync(string id, CancellationToken ct)
            {
                using var entry = audit.Open("pay");
                {{body}}
            }

            {{members}}
        }

        public interface IBank
        {
            [ConsequentialAction("payment.commit", RiskTier.High)]
            Task PayAsync(string id);
        }

        public interface IApprovals
        {
            [HumanConfirmation(Distinct = true)]
            Task<bool> AskAsync(string question, CancellationToken ct);

            [HumanConfirmation]
            Task<bool> MyselfAsync(CancellationToken ct);
        }

        public interface IAudit
        {
            [RecordsAction(RecordMoment.Scope)]
            IDisposable Open(string action);
        }

        """;
}
