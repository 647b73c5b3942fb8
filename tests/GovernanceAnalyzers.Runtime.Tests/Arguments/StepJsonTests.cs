using System.Text.Json.Serialization;

namespace Governance.Tests;

public sealed partial class StepJsonTests
{
    private readonly StepJson _json = new();

    [Fact]
    public void Members_are_sorted_so_that_equal_values_are_equal_text()
    {
        var one = new Dictionary<string, int> { ["b"] = 1, ["a"] = 2 };
        var other = new Dictionary<string, int> { ["a"] = 2, ["b"] = 1 };
        Assert.Equal(_json.Write(one, out _), _json.Write(other, out _));
        Assert.Equal("""{"a":2,"b":1}""", _json.Write(one, out _));
    }

    [Fact]
    public void Different_tuples_are_different_text() => Assert.NotEqual(_json.Write((1, "a"), out _), _json.Write((1, "b"), out _));

    [Fact]
    public void What_a_derived_value_adds_is_shown()
    {
        Assert.Contains("Secret", _json.Write<Base>(new Derived("s"), out var problem), StringComparison.Ordinal);
        Assert.Null(problem);
        Assert.False(_json.TryReadBack<Base>(_json.Write<Base>(new Derived("s"), out _), out _));
    }

    [Theory]
    [InlineData("text \u202e \ud83d\ude00")]
    [InlineData("")]
    public void A_text_is_read_back(string text)
    {
        Assert.True(_json.TryReadBack<string>(_json.Write(text, out _), out var back));
        Assert.Equal(text, back);
    }

    [Fact]
    public void Values_are_read_back_or_not_at_all()
    {
        Assert.True(_json.TryReadBack<RefundRequest>(_json.Write(GovernedDesk.Claim, out _), out var request));
        Assert.Equal(GovernedDesk.Claim, request);
        Assert.True(_json.TryReadBack<RiskTier>(_json.Write(RiskTier.High, out _), out var tier));
        Assert.Equal(RiskTier.High, tier);
        Assert.True(_json.TryReadBack<double>(_json.Write(double.NaN, out _), out _));
        Assert.False(_json.TryReadBack<OneWay>(_json.Write(new OneWay(5), out _), out _));
    }

    [Fact]
    public void A_given_resolver_is_used()
    {
        var json = new StepJson(OnlyInts.Default);
        Assert.Equal("1", json.Write(1, out var problem));
        Assert.Null(problem);
        json.Write(GovernedDesk.Claim, out problem);
        Assert.NotNull(problem);
    }

    private record Base;

    private sealed record Derived(string Secret) : Base;

    private sealed class OneWay(int amount)
    {
        public int Value => amount;
    }

    [JsonSerializable(typeof(int))]
    private sealed partial class OnlyInts : JsonSerializerContext;
}
