namespace GovernanceAnalyzers.Tests.Controls;

/// <summary>A self-governed step with the controls a body may use; the proof tests differ only in the body.</summary>
internal static class StepBody
{
    public static string With(string statements, string tier = "RiskTier.High", string parameters = "", string members = "") => $$"""
        [GovernedWorkflow("disk", Owner = "ops")]
        public sealed class Disk(IConfirmationGate gate, IStepGovernor governor, IActionLog log, IDesk desk)
        {
            private readonly ConfirmationRequest r = new();
            private readonly ActionRecord a = new();
            private bool unrelated;

            [WorkflowStep("clean", {{tier}})]
            public async Task CleanAsync(string path, CancellationToken ct{{parameters}})
            {
                {{statements}}
            }

            {{members}}
        }
        """;

    /// <summary>With a waiver on the step.</summary>
    public static string Waived(string code, string waiver) => code.Replace("[WorkflowStep", waiver + "[WorkflowStep", StringComparison.Ordinal);

    public const string Desk = """
        public enum Ruling { Open, Granted, Refused }

        public sealed class Ticket { public Ruling Ruling { get; set; } public bool Granted { get; set; } public string Word { get; set; } = ""; }

        public interface IDesk
        {
            [HumanConfirmation(Distinct = true)] Task<bool> AskAsync(string question);
            [HumanConfirmation(Distinct = true)] bool Ask(string question);
            [HumanConfirmation] Task<bool> AskAnyoneAsync(string question);
            [HumanConfirmation(Distinct = true, ApprovedWhen = "Ruling == Granted")] Task<Ticket> RuleAsync();
            [HumanConfirmation(Distinct = true, ApprovedWhen = "Granted")] Task<Ticket> GrantAsync();
            [HumanConfirmation(Distinct = true, ApprovedWhen = "Word == yes")] Task<Ticket> WordAsync();
            [HumanConfirmation(Distinct = true, Throws = true)] void Demand();
            [HumanConfirmation(Distinct = true, Throws = true)] Task DemandAsync();
            Task<bool> GuessAsync();
            [RecordsAction(RecordMoment.Intent)] void Begin();
            [RecordsAction(RecordMoment.Intent)] Task BeginAsync();
            [RecordsAction(RecordMoment.Outcome)] void End();
            [RecordsAction(RecordMoment.Outcome)] Task EndAsync();
            [RecordsAction(RecordMoment.Scope)] IDisposable Open();
            [RecordsAction(RecordMoment.Scope)] Task<Entry> OpenAsync();
            [ConsequentialAction("vendor.act", RiskTier.High)] Task ActAsync();
            [ConsequentialAction("vendor.act", RiskTier.High)] int ActNow();
            [ConsequentialAction("vendor.low", RiskTier.Low)] void Peek();
            [ConsequentialAction("model.invoke", RiskTier.Low)] Task PromptAsync();
            void Note();
        }

        public sealed class Written : IDisposable
        {
            [RecordsAction(RecordMoment.Scope)] public Written() { }
            public void Dispose() { }
        }

        public sealed class Entry : IDisposable, IAsyncDisposable
        {
            public void Dispose() { }
            public ValueTask DisposeAsync() => default;
        }
        """;
}
