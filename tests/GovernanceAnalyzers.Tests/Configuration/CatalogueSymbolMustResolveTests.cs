using System.Text;
using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Rules.Configuration;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Configuration;

public sealed class CatalogueSymbolMustResolveTests
{
    private const string Code = """
        namespace Shop
        {
            public abstract class Machine { public abstract void Start(); public void Stop() { } }
            public class Printer : Machine
            {
                public Printer(string name) { }
                public override void Start() { }
                public void Print(string text) { }
                public void PrintAsync(string text, int copies) { }
                public string Tray { get; set; } = "";
                public event System.Action? Jammed;
                public void Fax(string text, Mode mode, bool isDraft, int copies) { }
                public class Ink { public void Refill() { } }
            }
            public enum Mode { On, Off }
            public class Printer<T> { public void Print(T text) { } }
            public static class Pipes { extension(Printer printer) { public void Drain() { } } }
            public sealed class NativeAttribute : System.Attribute;
        }
        namespace Shop.Payments { public class Till { public void Open() { } } }
        public class Loose { public void Run() { } }
        """;

    [Theory]
    [InlineData("M:Shop.[|Printr|].Print(*)", "Shop has no type 'Printr'; did you mean 'Printer'?")]
    [InlineData("M:Shop.[|Printr|]+.Print(*)", "Shop has no type 'Printr'; did you mean 'Printer'?")]
    [InlineData("M:Shop.[|Copier|].Print(*)", "Shop has no type 'Copier'")]
    [InlineData("M:Shop.[|Printer`2|].Print(*)", "Shop has no type 'Printer`2'; did you mean 'Printer`1'?")]
    [InlineData("M:Shop.Printer.[|Inc|].Refill(*)", "Shop.Printer has no type 'Inc'")]
    [InlineData("M:[|Lose|].Run(*)", "there is no type 'Lose'; did you mean 'Loose'?")]
    [InlineData("T:Shop.[|NativAttribute|]", "Shop has no type 'NativAttribute'; did you mean 'NativeAttribute'?")]
    [InlineData("M:System.IO.[|Flie|].Delete(*)", "System.IO has no type 'Flie'; did you mean 'File'?")]
    [InlineData("M:[|Sytsem|].IO.File.Delete(*)", "there is no 'Sytsem'; did you mean 'System'?")]
    [InlineData("M:Shop.[|Paymets|].Till.Open(*)", "there is no 'Paymets'; did you mean 'Payments'?")]
    [InlineData("M:System.IO.File.[|Dleete|](*)", "System.IO.File has no 'Dleete'; did you mean 'Delete'?")]
    [InlineData("M:Shop.Printer.[|Prnt[Async]|](*)", "Shop.Printer has no 'Prnt[Async]'")]
    [InlineData("M:Shop.Printer.[|Scan*|](*)", "Shop.Printer has no 'Scan*'")]
    [InlineData("M:Shop.Printer.[|Stop|](*)", "Shop.Printer inherits 'Stop': write M:Shop.Machine.Stop(*)")]
    [InlineData("M:Shop.Printer.[|Tray|](*)", "'Tray' is written by its accessor: get_Tray(*) or set_Tray(*)")]
    [InlineData("M:Shop.Printer.[|Jammed|](*)", "'Jammed' is written by its accessor: add_Jammed(*) or remove_Jammed(*)")]
    [InlineData("M:Shop.Printer.Print[|(System.Int32)|]",
                "no overload of 'Print' has these parameters: write (*) for every one, or M:Shop.Printer.Print(System.String)")]
    [InlineData("M:Shop.Printer.[|Print|]",
                "no overload of 'Print' is without parameters: write Print(*) for every one, or M:Shop.Printer.Print(System.String)")]
    public Task A_name_that_nothing_has_is_reported(string symbol, string says)
    {
        var column = symbol.IndexOf("[|", StringComparison.Ordinal) + 1;
        var length = symbol.IndexOf("|]", StringComparison.Ordinal) - 2 - column + 1;
        return Test(
            symbol.Replace("[|", "").Replace("|]", ""),
            new DiagnosticResult("GVN9002", DiagnosticSeverity.Error)
                .WithSpan("/0/shop.actions.txt", 2, column, 2, column + length)
                .WithMessage("The line has no effect: " + says)).RunAsync();
    }

    [Theory]
    [InlineData("[|texxt|]:a", "no overload has a parameter 'texxt'; did you mean 'text'?")]
    [InlineData("[|text|].Colour:a", "what 'text' is has no property 'Colour'")]
    [InlineData("[|this|].Try:unset", "what 'this' is has no property 'Try'")]
    [InlineData("text:a, mode:On|[|Of|]", "'Mode' has no value 'Of'")]
    [InlineData("mode:[|!Of|]", "'Mode' has no value 'Of'")]
    [InlineData("isDraft:[|yes|]", "'bool' has no value 'yes'")]
    public Task So_is_an_argument_of_a_condition(string when, string says)
    {
        var lines = "M:Shop.Printer.Fax(*); vendor.print; High; no; prints\nM:Shop.Printer.Fax(*); vendor.print; Low; no; prints; when=";
        var column = lines.Length - lines.IndexOf('\n') + when.IndexOf("[|", StringComparison.Ordinal);
        var length = when.IndexOf("|]", StringComparison.Ordinal) - when.IndexOf("[|", StringComparison.Ordinal) - 2;
        return Lines(
            lines + when.Replace("[|", "").Replace("|]", ""),
            new DiagnosticResult("GVN9002", DiagnosticSeverity.Error)
                .WithSpan("/0/shop.actions.txt", 3, column, 3, column + length)
                .WithMessage("The line has no effect: " + says)).RunAsync();
    }

    [Theory]
    [InlineData("text:a, mode?:Off, isDraft:true, this.Tray/name:unset, copies?:3")]
    public Task A_condition_on_what_is_there_is_not(string when)
        => Lines($"M:Shop.Printer.Fax(*); vendor.print; High; no; prints\nM:Shop.Printer.Fax(*); vendor.print; Low; no; prints; when={when}").RunAsync();

    [Theory]
    [InlineData("M:Shop.*.Print(*)")]
    [InlineData("M:Elsewhere.*.Print(*)")]
    [InlineData("M:Shop.Printer+.PrintInColour(*)")]
    [InlineData("M:Shop.Printer.Print(*)")]
    [InlineData("M:Shop.Printer.Print[Async](*)")]
    [InlineData("M:Shop.Printer.Print(System.String)")]
    [InlineData("M:Shop.Printer.#ctor(*)")]
    [InlineData("M:Shop.Printer.Pr*(*)")]
    [InlineData("M:Shop.Printer.set_Tray(*)")]
    [InlineData("M:Shop.Printer.Ink.Refill(*)")]
    [InlineData("M:Shop.Printer`1.Print(*)")]
    [InlineData("M:Shop.Pipes.Drain(*)")]
    [InlineData("M:Loose.Run(*)")]
    [InlineData("M:System.IO.File.Delete(System.String)")]
    [InlineData("T:Shop.NativeAttribute")]
    [InlineData("T:System.Runtime.InteropServices.DllImportAttribute")]
    public Task A_name_that_is_there_is_not(string symbol) => Test(symbol).RunAsync();

    [Theory]
    [InlineData("M:Acme.Payments.Gateway.Refund(*)")]
    [InlineData("M:Shop.Orders.Desk.Refund(*)")]
    [InlineData("M:Shop.Paymets.Till.Close(*)")]
    [InlineData("M:System.Diagnostics.EventLog.Clear(*)")]
    [InlineData("T:Acme.NativeAttribute")]
    public Task A_library_that_is_not_referenced_is_left_alone(string symbol) => Test(symbol).RunAsync();

    [Fact]
    public async Task A_line_that_does_not_parse_is_another_rules_and_a_file_of_another_name_is_nobodys()
    {
        var test = Test("Shop.Printr.Print");
        test.TestState.AdditionalFiles.Add(("/0/notes.txt", List("M:Shop.Printr.Print(*)")));
        await test.RunAsync();
    }

    /// <summary>Lines about nine hundred members of libraries, of which this compilation has one: none may be taken for a misspelling.</summary>
    [Fact]
    public void A_list_for_many_libraries_is_silent_where_one_is_referenced()
    {
        var framework = CSharpCompilation.Create("framework", references: TestReferences.Framework);

        Assert.Empty(BuiltInCatalogue.File.Rows.Select(r => MissingName.Of(r.Symbol, framework)?.Problem).OfType<string>());
    }

    private static RuleTest<CatalogueSymbolMustResolveAnalyzer> Test(string symbol, params DiagnosticResult[] expected)
        => Lines($"{symbol}; vendor.print; Medium; no; prints", expected);

    private static RuleTest<CatalogueSymbolMustResolveAnalyzer> Lines(string lines, params DiagnosticResult[] expected)
    {
        var test = new PreviewTest { TestCode = Code };
        test.TestState.AdditionalFiles.Add(("/0/shop.actions.txt", $"{CatalogueParser.FirstLine}\n{lines}\n"));
        test.ExpectedDiagnostics.AddRange(expected);
        return test;
    }

    private static string List(string symbol) => new StringBuilder(CatalogueParser.FirstLine).Append('\n').Append(symbol).Append("; vendor.print; Medium; no; prints\n").ToString();

    /// <summary>Extension blocks are C# 14.</summary>
    private sealed class PreviewTest : RuleTest<CatalogueSymbolMustResolveAnalyzer>
    {
        protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.Preview);
    }
}
