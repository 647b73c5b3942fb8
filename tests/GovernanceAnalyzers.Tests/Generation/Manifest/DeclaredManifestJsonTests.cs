using System.Security.Cryptography;
using System.Text;
using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.Generation.Manifest;

namespace GovernanceAnalyzers.Tests.Generation.Manifest;

public sealed class DeclaredManifestJsonTests
{
    private static readonly DeclaredStep s_step = new()
    {
        Id = "refunds/issue-refund",
        Member = "M:Shop.Desk.IssueRefundAsync(Shop.Request)",
        Tier = "High",
        Owner = "ops",
        Control = DeclaredStep.Plumbed,
        Arguments = new[] { "request", "amount" }.ToEquatableArray(),
    };

    [Fact]
    public void Members_and_arrays_are_sorted_and_absent_values_left_out()
        => Assert.Equal(
            """{"arguments":["amount","request"],"control":"plumbed","id":"refunds/issue-refund","member":"M:Shop.Desk."""
            + """IssueRefundAsync(Shop.Request)","owner":"ops","services":[],"tier":"High"}""",
            DeclaredManifestJson.Write(s_step));

    [Fact]
    public void The_manifest_does_not_depend_on_the_order_of_files()
    {
        var other = s_step with { Id = "refunds/route", Tier = "Low" };
        var twin = s_step with { Tier = "Low" };
        Assert.Equal(Write(s_step, other, twin), Write(twin, other, s_step));
        Assert.StartsWith("""{"contracts":[],"policy":{"level":"0.1","mode":"enforce"},"schema":"governance-manifest/1","steps":[{"arguments":[""", Write(s_step));

        static string Write(params DeclaredStep[] steps) => DeclaredManifestJson.Write(Manifest(steps));
    }

    [Fact]
    public void Equal_entries_are_one()
        => Assert.Equal(DeclaredManifestJson.Write(Manifest(s_step)), DeclaredManifestJson.Write(Manifest(s_step, s_step with { })));

    [Fact]
    public void An_assembly_without_declarations_says_so()
    {
        Assert.Equal("none/1", DeclaredManifestJson.Embedded(Manifest()));
        Assert.NotEqual("none/1", DeclaredManifestJson.Embedded(Manifest(s_step)));
    }

    [Fact]
    public void The_step_digest_is_the_hash_of_the_entry_alone()
    {
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(DeclaredManifestJson.Write(s_step))));
        Assert.Equal(expected, DeclaredManifestJson.DigestOf(s_step));
        Assert.NotEqual(expected, DeclaredManifestJson.DigestOf(s_step with { Question = "Refund?" }));
    }

    [Theory]
    [InlineData("a\"b\\c/d", """
        "a\"b\\c/d"
        """)]
    [InlineData("\b\t\n\f\r\u0001\u001f\u007f", "\"\\b\\t\\n\\f\\r\\u0001\\u001f\u007f\"")]
    [InlineData("größer 日本 <&>' \u2028", "\"größer 日本 <&>' \u2028\"")]
    [InlineData("😀", "\"😀\"")]
    [InlineData("", "\"\"")]
    public void Strings_have_one_spelling(string value, string json) => Assert.Equal(json, CanonicalJson.Text(value));

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(2.5, "2.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(-8.0, "-8")]
    [InlineData(1.0 / 3, "0.3333333333333333")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1E+30, "1E+30")]
    [InlineData(5E-324, "4.94065645841247E-324")]
    [InlineData(double.NaN, null)]
    [InlineData(double.NegativeInfinity, null)]
    [InlineData(null, null)]
    public void Numbers_have_one_spelling_and_are_the_same_number_again(double? value, string? json)
    {
        Assert.Equal(json, CanonicalJson.Number(value));
        Assert.Equal("0", CanonicalJson.Number(-0.0));
        Assert.True(json is null || double.Parse(json, System.Globalization.CultureInfo.InvariantCulture) == value);
    }

    // A fact of its own: attribute arguments cannot carry half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_replaced()
        => Assert.Equal("\"\uFFFD|\uFFFD|\uFFFD\"", CanonicalJson.Text("\uD83D|\uDE00|\uD83D"));

    [Fact]
    public void Records_with_equal_items_are_equal()
    {
        Assert.Equal(Manifest(s_step), Manifest(s_step with { Arguments = new[] { "request", "amount" }.ToEquatableArray() }));
        Assert.Equal(Manifest(s_step).GetHashCode(), Manifest(s_step with { }).GetHashCode());
        Assert.NotEqual(Manifest(s_step), Manifest(s_step with { Arguments = new[] { "amount" }.ToEquatableArray() }));
        Assert.NotEqual(Manifest(s_step), Manifest());
        Assert.Equal(Manifest(), Manifest() with { Steps = EquatableArray<DeclaredStep>.Empty });
    }

    private static DeclaredManifest Manifest(params DeclaredStep[] steps)
        => new(
            EquatableArray<DeclaredWorkflow>.Empty, steps.ToEquatableArray(), EquatableArray<DeclaredContract>.Empty, EquatableArray<DeclaredWaiver>.Empty,
            new("enforce", "0.1"));
}
