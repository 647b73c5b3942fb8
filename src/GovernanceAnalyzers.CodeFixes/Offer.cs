using GovernanceAnalyzers.CodeFixes.Editing;

namespace GovernanceAnalyzers.CodeFixes;

/// <summary>One thing that a fix offers to do.</summary>
/// <param name="title">A command: "Make 'RefundDesk' partial".</param>
/// <param name="key">
/// The equivalence key: the same for the same choice anywhere. A fix that offers one thing at a place has one key, for <c>dotnet format</c>
/// applies only the first key it meets.
/// </param>
/// <param name="edit">Does it.</param>
internal sealed class Offer(string title, string key, Func<SolutionEdit, CancellationToken, Task> edit)
{
    public string Title { get; } = title;

    public string Key { get; } = key;

    public Func<SolutionEdit, CancellationToken, Task> Edit { get; } = edit;

    /// <summary>What the edit is about where several diagnostics ask for the same one, such as a type to be made partial.</summary>
    public string? Once { get; set; }
}
