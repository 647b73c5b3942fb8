using Governance;

namespace Violations;

public interface IApprovals
{
    [HumanConfirmation(Distinct = true)]
    Task<bool> AskAsync(string question, CancellationToken ct);
}

public interface IAudit
{
    [RecordsAction(RecordMoment.Scope)]
    IDisposable Open(string action);
}
