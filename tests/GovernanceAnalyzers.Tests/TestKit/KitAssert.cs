using Xunit.Sdk;

namespace GovernanceAnalyzers.Tests.TestKit;

internal static class KitAssert
{
    /// <summary>The kit fails, and says so in these words.</summary>
    public static async Task FailsAsync(Func<Task> test, params string[] words)
    {
        var failure = await Assert.ThrowsAsync<XunitException>(test);
        Assert.All(words, word => Assert.Contains(word, failure.Message));
    }
}
