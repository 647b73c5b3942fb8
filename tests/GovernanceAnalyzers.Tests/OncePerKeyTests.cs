namespace GovernanceAnalyzers.Tests;

public sealed class OncePerKeyTests
{
    [Fact]
    public async Task Who_asks_while_another_works_it_out_waits_for_that()
    {
        var values = new OncePerKey<string, int>();
        using var begun = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = Task.Run(() => values.Of("a", _ =>
        {
            begun.Set();
            go.Wait();
            return 1;
        }));
        begun.Wait();
        var second = Task.Run(() => values.Of("a", _ => 2));
        Assert.Equal(3, values.Of("b", _ => 3));
        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(50)));
        go.Set();
        Assert.All(await Task.WhenAll(first, second), value => Assert.Equal(1, value));
    }

    [Fact]
    public void What_fails_is_worked_out_again_and_what_is_null_is_not()
    {
        var values = new OncePerKey<string, string?>();
        Assert.Throws<OperationCanceledException>(() => values.Of("a", _ => throw new OperationCanceledException()));
        Assert.Null(values.Of("a", _ => null));
        Assert.Null(values.Of("a", _ => "again"));
    }

    [Fact]
    public void Which_keys_are_the_same_is_for_the_comparer_to_say()
    {
        var values = new OncePerKey<string, int>(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(1, values.Of("a", _ => 1));
        Assert.Equal(1, values.Of("A", _ => 2));
    }
}
