using GovernanceAnalyzers.Tool.Output;

namespace GovernanceAnalyzers.Tool.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("Cleanup → File.Delete, 12 €, naïve 名 🙂", "Cleanup → File.Delete, 12 €, naïve 名 🙂")]
    [InlineData("a\u001b[31mb", "a\\u{001B}[31mb")]
    [InlineData("a\r\nb\tc\u0085", "a\\u{000D}\\u{000A}b\\u{0009}c\\u{0085}")]
    [InlineData("pay \u202Eeno\u2066", "pay \\u{202E}eno\\u{2066}")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero\\u{200B}width\\u{FEFF}")]
    [InlineData("\U000E0041tag", "\\u{E0041}tag")]
    [InlineData("a\u2028b", "a\\u{2028}b")]
    public void What_moves_or_hides_text_is_shown_as_its_code(string text, string shown) => Assert.Equal(shown, Printable.Line(text));
}
