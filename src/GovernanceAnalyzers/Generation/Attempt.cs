namespace GovernanceAnalyzers.Generation;

/// <summary>
/// What reading one declaration gave: a value, nothing, or the failure that GVN9099 reports. A generator that throws is dropped with a mere
/// warning.
/// </summary>
internal sealed record Attempt<T>(T? Value, string? Failure)
    where T : class;

internal static class Attempt
{
    public static Attempt<T> To<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return new(read(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return new(default, Describe(failure));
        }
    }

    /// <summary>Writes one output; what fails inside is reported in its place.</summary>
    public static void Write(SourceProductionContext context, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Report(context, Describe(failure));
        }
    }

    public static void Report(SourceProductionContext context, string failure)
        => context.ReportDiagnostic(Diagnostic.Create(GovernanceRule.InternalFailure, Location.None, nameof(GovernanceGenerator), failure));

    private static string Describe(Exception failure) => $"{failure.GetType().Name}: {failure.Message}".Replace('\r', ' ').Replace('\n', ' ');
}
