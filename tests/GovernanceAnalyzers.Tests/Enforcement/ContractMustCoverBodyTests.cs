using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ContractMustCoverBodyTests
{
    private const string Low = "[ConsequentialAction(\"files.write\", {|#0:RiskTier.Low|})]";

    private const string Above = "[ConsequentialAction(\"files.write\", {|#1:RiskTier.Low|})]";

    [Theory]
    [InlineData(Low + " public static void Remove(string path) => File.Delete(path);",
                "'Shelf.Remove' promises files.write (Low) but reaches files.delete (High) by Shelf.Remove → File.Delete: raise that contract to RiskTier.High")]
    [InlineData(Low + " public static void Remove(string path) { File.WriteAllText(path, \"\"); File.Delete(path); File.Delete(path); File.Delete(path); }",
                "'Shelf.Remove' promises files.write (Low) but reaches files.delete (High) by Shelf.Remove → File.Delete (1 of 3 places): raise that contract to RiskTier.High")]
    [InlineData(Low + " public static void Remove(string path) => Inner(path); private static void Inner(string path) => File.WriteAllText(path, \"\");",
                "'Shelf.Remove' promises files.write (Low) but reaches files.write (Medium) by Shelf.Remove → Inner → File.WriteAllText: raise that contract to RiskTier.Medium")]
    [InlineData(Low + " public Shelf(string path) => File.Delete(path);",
                "'new Shelf' promises files.write (Low) but reaches files.delete (High) by new Shelf → File.Delete: raise that contract to RiskTier.High")]
    [InlineData(Low + " public string Text { set => File.Delete(value); }",
                "'Shelf.Text' promises files.write (Low) but reaches files.delete (High) by Shelf.Text → File.Delete: raise that contract to RiskTier.High")]
    [InlineData("public interface IShelf { " + Above + " void Remove(string path); } public sealed class Folder : IShelf { public void {|#0:Remove|}(string path) => File.Delete(path); }",
                "'Folder.Remove' promises files.write (Low), as 'IShelf.Remove' does, but reaches files.delete (High) by Folder.Remove → File.Delete: raise that contract to RiskTier.High")]
    [InlineData("public interface IShelf { " + Above + " void Remove(string path); } public sealed class Folder : IShelf { void IShelf.{|#0:Remove|}(string path) => File.Delete(path); }",
                "'Folder.Remove' promises files.write (Low), as 'IShelf.Remove' does, but reaches files.delete (High) by Folder.Remove → File.Delete: raise that contract to RiskTier.High")]
    [InlineData("public interface IShelf { " + Above + " void Remove(string path); } public sealed class Folder : IDisposable, IShelf { public void {|#0:Remove|}(string path) => File.Delete(path); public void Dispose() { } }",
                "'Folder.Remove' promises files.write (Low), as 'IShelf.Remove' does, but reaches files.delete (High) by Folder.Remove → File.Delete: raise that contract to RiskTier.High")]
    [InlineData("public abstract class Base { " + Above + " public abstract void Remove(string path); } public sealed class Folder : Base { public override void {|#0:Remove|}(string path) => File.Delete(path); }",
                "'Folder.Remove' promises files.write (Low), as 'Base.Remove' does, but reaches files.delete (High) by Folder.Remove → File.Delete: raise that contract to RiskTier.High")]
    [InlineData("[ConsequentialAction(\"files.delete\", {|#0:RiskTier.Medium|}, Because = \"only drafts\")] public static void Remove(string path) => File.Delete(path);",
                "'Shelf.Remove' promises files.delete (Medium) but reaches files.delete (High) by Shelf.Remove → File.Delete: raise that contract to RiskTier.High")]
    public Task A_contract_that_promises_less_is_reported(string members, string message) => Test(members, message).RunAsync();

    [Theory]
    [InlineData("[ConsequentialAction(\"files.delete\", RiskTier.High)] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[ConsequentialAction(\"shop.shelf\", RiskTier.High)] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low, Because = \"a draft\")] public static void Write(string path) => File.WriteAllText(path, \"\");")]
    [InlineData("[ConsequentialAction(\"files.read\", RiskTier.Low)] public static string Read(string path) => File.ReadAllText(path);")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Nothing(string path) { }")]
    [InlineData("[ConsequentialAction(\"files.write\", (RiskTier)0)] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[Obsolete] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("public interface IShelf { [ConsequentialAction(\"files.write\", RiskTier.Low)] void Remove(string path); void Keep(string path); } public sealed class Folder : IShelf { public void Remove(string path) { } public void Keep(string path) => File.Delete(path); }")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low)] public static Action<string> Later() { return null!; void Remove(string path) => File.Delete(path); }")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Ask(IShelf shelf) => shelf.Remove(\"\"); public interface IShelf { void Remove(string path); } public sealed class A : IShelf { public void Remove(string path) => File.Delete(path); } public sealed class B : IShelf { public void Remove(string path) => File.Delete(path); }")]
    public Task A_contract_that_covers_the_body_is_silent(string members) => Test(members, null).RunAsync();

    /// <summary>Of the same capability, and up to the tier that the list says.</summary>
    [Theory]
    [InlineData("files.delete; High", true)]
    [InlineData("files.delete; Medium", false)]
    [InlineData("shop.shelf; High", false)]
    public Task What_a_list_says_of_the_member_is_promised_too(string line, bool isCovered)
    {
        var test = Test(
            (isCovered ? Low.Replace("{|#0:", "").Replace("|}", "") : Low) + " public static void Remove(string path) => File.Delete(path);",
            isCovered ? null : "'Shelf.Remove' promises files.write (Low) but reaches files.delete (High) by Shelf.Remove → File.Delete: raise that contract to RiskTier.High");
        test.TestState.AdditionalFiles.Add(("/0/shop.actions.txt", $"# governance-actions 1\nM:Shelf.Remove(*); {line}; no; removes\n"));
        return test.RunAsync();
    }

    /// <summary>Each problem is said once: by the rule about steps, about tools, about controls; and of two contracts on one way by the one that says too little.</summary>
    [Theory]
    [InlineData("[WorkflowStep(\"remove\", RiskTier.Low), ConsequentialAction(\"files.write\", RiskTier.Low)] public static Task RemoveAsync(string path) { File.Delete(path); return Task.CompletedTask; }")]
    [InlineData("[AutomationEntryPoint, ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[RecordsAction(RecordMoment.Intent), ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Note(string path) => File.Delete(path);")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low)] public static Task Call(string path) => RemoveAsync(path); [WorkflowStep(\"remove\", RiskTier.High)] public static Task RemoveAsync(string path) { File.Delete(path); return Task.CompletedTask; }")]
    public Task What_another_rule_says_is_left_to_it(string members) => Test(members, null).RunAsync();

    [Fact]
    public Task Of_two_contracts_on_one_way_the_nearer_one_is_reported() => Test(
        "[ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Outer(string path) => Inner(path); " + Low + " public static void Inner(string path) => File.Delete(path);",
        "'Shelf.Inner' promises files.write (Low) but reaches files.delete (High) by Shelf.Inner → File.Delete: raise that contract to RiskTier.High").RunAsync();

    [Fact]
    public Task What_another_contract_promises_counts() => Test(
        Low + " public static void Outer(string path) => Inner(path); [ConsequentialAction(\"files.delete\", RiskTier.High)] public static void Inner(string path) => File.Delete(path);",
        "'Shelf.Outer' promises files.write (Low) but reaches files.delete (High) by Shelf.Outer → Inner: raise that contract to RiskTier.High").RunAsync();

    [Theory]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.{|CS0117:L|})] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low), {|CS0246:{|CS0246:Gove|}|}] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[{|CS7036:ConsequentialAction(\"files.write\")|}] public static void Remove(string path) => File.Delete(path);")]
    [InlineData("[ConsequentialAction(\"files.write\", RiskTier.Low)] public static void {|CS0501:Remove|}(string path);")]
    public Task Half_typed_code_is_left_alone(string members) => Test(members, null).RunAsync();

    [Fact]
    public Task A_waiver_holds()
    {
        var test = Test(
            "[GovernanceWaiver(\"GVN2022\", Reason = \"moved in ticket 12\", ApprovedBy = \"risk-office\", Until = \"2026-12-31\")] "
            + "[ConsequentialAction(\"files.write\", RiskTier.Low)] public static void Remove(string path) => File.Delete(path);",
            null);
        test.BuildProperties["GovernanceDate"] = "2026-11-25";
        return test.RunAsync();
    }

    /// <summary>An editor has the source of the contract at hand, in which no finding of this project can lie.</summary>
    [Fact]
    public async Task A_contract_in_the_source_of_another_project_holds_and_is_not_pointed_at()
    {
        var contracts = CSharpCompilation.Create(
            "Shop.Contracts",
            [CSharpSyntaxTree.ParseText("public interface IShelf { [Governance.ConsequentialAction(\"files.write\", Governance.RiskTier.Low)] void Remove(string path); }")],
            TestReferences.All,
            new(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference();
        var compilation = CSharpCompilation.Create(
            "Shop",
            [CSharpSyntaxTree.ParseText("public sealed class Folder : IShelf { public void Remove(string path) => System.IO.File.Delete(path); }")],
            [.. TestReferences.All, contracts],
            new(OutputKind.DynamicallyLinkedLibrary));

        var found = await compilation.WithAnalyzers([new ContractMustCoverBodyAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        var finding = Assert.Single(found);
        Assert.Equal(("GVN2022", "Remove"), (finding.Id, finding.Location.SourceTree!.ToString().Substring(finding.Location.SourceSpan.Start, finding.Location.SourceSpan.Length)));
        Assert.All(finding.AdditionalLocations, l => Assert.True(compilation.ContainsSyntaxTree(l.SourceTree)));
    }

    [Fact]
    public Task A_generated_file_is_held_to_its_contracts_too()
    {
        var test = Test("", null);
        test.TestState.Sources.Add(("/0/Shelf.g.cs", "// <auto-generated/>\n" + Text(Low + " public static void Remove(string path) => File.Delete(path);", "Made")));
        test.ExpectedDiagnostics.Add(Expected("'Made.Remove' promises files.write (Low) but reaches files.delete (High) by Made.Remove → File.Delete: raise that contract to RiskTier.High"));
        return test.RunAsync();
    }

    private static string Text(string members, string type = "Shelf") => $$"""
        public sealed class {{type}}
        {
            {{members}}
        }
        """;

    private static DiagnosticResult Expected(string message) => new DiagnosticResult("GVN2022", DiagnosticSeverity.Error)
        .WithLocation(0).WithMessage(message);

    private static RuleTest<ContractMustCoverBodyAnalyzer> Test(string members, string? message)
    {
        var test = new RuleTest<ContractMustCoverBodyAnalyzer> { TestCode = Text(members) };
        if (message is not null)
        {
            test.ExpectedDiagnostics.Add(Expected(message));
        }

        return test;
    }
}
