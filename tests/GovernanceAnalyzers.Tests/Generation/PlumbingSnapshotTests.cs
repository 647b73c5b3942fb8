namespace GovernanceAnalyzers.Tests.Generation;

public sealed class PlumbingSnapshotTests
{
    [Theory, MemberData(nameof(StepShape.Names), MemberType = typeof(StepShape))]
    public Task Generated_code_is_as_reviewed(string shape) => StepShape.Test(shape).VerifyAsync(testMethod: shape);
}
