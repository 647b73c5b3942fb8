namespace GovernanceAnalyzers.Generation;

/// <summary>The names of the pipeline's steps; the tests assert the caching of each constant in here.</summary>
internal static class StepNames
{
    public const string Steps = nameof(Steps);
    public const string Decorators = nameof(Decorators);
    public const string Workflows = nameof(Workflows);
    public const string Contracts = nameof(Contracts);
    public const string Waivers = nameof(Waivers);
    public const string Policy = nameof(Policy);
    public const string CanDeclare = nameof(CanDeclare);
    public const string Failures = nameof(Failures);
    public const string Types = nameof(Types);
    public const string Table = nameof(Table);
    public const string Manifest = nameof(Manifest);
    public const string Unguarded = nameof(Unguarded);
}
