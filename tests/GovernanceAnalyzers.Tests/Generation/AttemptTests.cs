using GovernanceAnalyzers.Generation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

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

    [Fact]
    public void A_failed_output_is_reported_in_its_place()
    {
        var reported = Assert.Single(Write(() => throw new InvalidOperationException("two\r\nlines")).Diagnostics);

        Assert.Equal("GVN9099", reported.Id);
        Assert.Equal(
            "GovernanceGenerator failed inside, so its rules were not checked: InvalidOperationException: two  lines. Please report this with the code that shows it.",
            reported.GetMessage());
    }

    [Fact]
    public void A_cancelled_output_is_not()
        => Assert.IsType<OperationCanceledException>(Write(() => throw new OperationCanceledException()).Exception);

    [Fact]
    public void An_output_is_written_once()
    {
        var written = 0;
        Assert.Empty(Write(() => written++).Diagnostics);
        Assert.Equal(1, written);
    }

    private static GeneratorRunResult Write(Action write)
        => CSharpGeneratorDriver.Create(new Generator(write)).RunGenerators(CSharpCompilation.Create("Refunds")).GetRunResult().Results.Single();

    private sealed class Generator(Action write) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
            => context.RegisterSourceOutput(context.ParseOptionsProvider, (output, _) => Attempt.Write(output, write));
    }
}
