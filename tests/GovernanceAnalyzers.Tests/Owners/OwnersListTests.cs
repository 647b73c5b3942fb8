using System.Collections.Immutable;
using GovernanceAnalyzers.Owners;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Owners;

public sealed class OwnersListTests
{
    private static readonly OwnersList s_list = List(
        ("/repo/governance.owners", "# governance-owners 1\npayments-ops = dana, night-desk\nnight-desk = lee\nrisk-office = kim, dana\nhead-of-claims\n"),
        ("C:\\repo\\owners.txt", "# governance-owners 1\nnight-desk = max\n"),
        ("/repo/notes.txt", "nobody-else"));

    [Theory]
    [InlineData("governance.owners", true)]
    [InlineData("/repo/Shop.Owners", true)]
    [InlineData("C:\\repo\\owners.txt", true)]
    [InlineData("/repo/codeowners.txt", false)]
    [InlineData("/repo/owners", false)]
    [InlineData("/shop.owners/readme.md", false)]
    public void A_file_is_known_by_its_name(string path, bool isOwners) => Assert.Equal(isOwners, OwnersFile.IsOwnersFile(new Text(path, "")));

    [Theory]
    [InlineData("payments-ops", true)]
    [InlineData(" Payments-Ops ", true)]
    [InlineData("dana", true)]
    [InlineData("max", true)]
    [InlineData("head-of-claims", true)]
    [InlineData("payments\u2011ops", false)]
    [InlineData("nobody-else", false)]
    public void Lines_and_members_of_all_files_are_listed(string name, bool isListed) => Assert.Equal(isListed, s_list.Has(name));

    [Theory]
    [InlineData("payments-ops", "PAYMENTS-OPS", "payments-ops")]
    [InlineData("dana", "payments-ops", "dana")]
    [InlineData("payments-ops", "dana", "dana")]
    [InlineData("lee", "payments-ops", "lee")]
    [InlineData("max", "payments-ops", "max")]
    [InlineData("night-desk", "payments-ops", "night-desk")]
    [InlineData("risk-office", "payments-ops", "dana")]
    [InlineData("kim", "payments-ops", null)]
    [InlineData("risk-office", "night-desk", null)]
    [InlineData("stranger", "stranger", "stranger")]
    [InlineData("str\u200Banger", "stranger", "str\u200Banger")]
    [InlineData("payments\u2010ops", "\uFF44\uFF41\uFF4E\uFF41", "dana")]
    [InlineData("str\u0430nger", "stranger", null)]
    [InlineData("stranger", "dana", null)]
    [InlineData(null, "dana", null)]
    public void Two_names_may_be_the_same_hand(string? one, string? other, string? shared) => Assert.Equal(shared, s_list.Shared(one, other));

    [Fact]
    public void A_circle_ends() => Assert.Equal(
        "lee", List(("a.owners", "# governance-owners 1\na = b\nb = a, lee\n")).Shared("a", "lee"));

    [Theory]
    [InlineData("paymets-ops", "payments-ops")]
    [InlineData("Payments-Osp", "payments-ops")]
    [InlineData("risk_office", "risk-office")]
    [InlineData("dan", null)]
    [InlineData("danna", "dana")]
    [InlineData("donna", null)]
    [InlineData("claims", null)]
    public void A_near_name_is_a_slip_or_two_away(string name, string? near) => Assert.Equal(near, s_list.Near(name));

    [Fact]
    public void Between_two_equally_near_names_none_is_guessed()
        => Assert.Null(List(("a.owners", "# governance-owners 1\ndesk-1\ndesk-2\n")).Near("desk-3"));

    [Fact]
    public void Without_a_file_nothing_is_configured()
    {
        Assert.False(List(("/repo/notes.txt", "dana")).IsConfigured);
        Assert.True(List(("/repo/a.owners", "")).IsConfigured);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_a_mistake()
        => Assert.Equal("the file cannot be read", Assert.Single(OwnersFile.Parse(new Text("a.owners", null)).Mistakes).Message);

    private static OwnersList List(params (string Path, string Content)[] files)
        => new(new AnalyzerOptions([.. files.Select(f => new Text(f.Path, f.Content))]));

    private sealed class Text(string path, string? content) : AdditionalText
    {
        public override string Path => path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) => content is null ? null : SourceText.From(content);
    }
}
