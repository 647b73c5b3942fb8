using GovernanceAnalyzers.Generation;

namespace GovernanceAnalyzers.Tests.Generation;

public sealed class AttemptTests
{
    [Fact]
    public void A_failure_is_kept_and_not_thrown()
        => Assert.Equal(new Attempt<string>(null, "InvalidOperationException: two  lines"), Attempt.To<string>(() => throw new InvalidOperationException("two\r\nlines")));

    [Fact]
    public void Cancellation_is_no_failure()
        => Assert.Throws<OperationCanceledException>(() => Attempt.To<string>(() => throw new OperationCanceledException()));

    [Fact]
    public void A_value_is_a_value() => Assert.Equal(new Attempt<string>("a", null), Attempt.To(() => "a"));
}
