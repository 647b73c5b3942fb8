using GovernanceAnalyzers.Rules.Enforcement;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace GovernanceAnalyzers.Tests.Enforcement;

public sealed class ApprovalPlacesTests
{
    /// <summary>In one file what asks for approvals, in another one who does it without saying the type's name.</summary>
    [Theory]
    [InlineData("static class Bank { public static void Pay(StepApproval approval) { } }", "Bank.Pay(null!);")]
    [InlineData("static class Bank { public static void Pay<T>(T id, Task<StepApproval> approval) { } }", "Bank.Pay(1, null!);")]
    [InlineData("static class Bank { public static StepApproval? Kept; }", "Bank.Kept = default;")]
    [InlineData("static class Bank { public static StepApproval[] Kept { get; } = []; }", "Bank.Kept[0] = null!;")]
    [InlineData("static class Bank { public static Action<StepApproval> Act = _ => { }; }", "Bank.Act(null!);")]
    [InlineData("static class Bank { public static event Action<StepApproval> Paid { add { } remove { } } }", "Bank.Paid += _ => { };")]
    [InlineData("static unsafe class Bank { public static delegate*<StepApproval, void> Act; }", "unsafe { Bank.Act(null!); }")]
    [InlineData("class Payment(StepApproval approval) { public StepApproval Given => approval; }", "new Payment(null!);")]
    [InlineData("class Payment { public Payment(StepApproval approval) { } }", "Desk.Last = new(null!);")]
    [InlineData("record Payment(StepApproval Approval);", "var other = new Payment(Made!) with { Approval = null! };")]
    [InlineData("interface IBank { void Pay(StepApproval approval); } class Bank : IBank { void IBank.Pay(StepApproval approval) { } }", "Found.Pay(null!);")]
    [InlineData("static class Bank { extension(int id) { public void Pay(StepApproval approval) { } } }", "2.Pay(null!);")]

    // Nothing is written where these are used, so that everything is looked at.
    [InlineData("class Box { public int this[StepApproval approval] => 1; }", "var x = Box[null!];")]
    [InlineData("class Box { public StepApproval this[int at] { get => null!; set { } } }", "Box[1] = null!;")]
    [InlineData("class Box { public static Box operator +(Box box, StepApproval approval) => box; }", "var x = Box + null!;")]
    [InlineData("class Box { public static implicit operator Box(StepApproval? approval) => new(); }", "Box = null!;")]
    [InlineData("delegate void Paying(StepApproval approval);", "Paying(null!);")]
    [InlineData("class Box : List<StepApproval>;", "Box.Insert(0, null!);")]
    [InlineData("class Box : List<StepApproval>; class Bin : List<StepApproval>;", "Box.Insert(0, null!);")]
    [InlineData("class Box { public void Add(StepApproval approval) { } public void Cast(StepApproval approval) { } }", "var x = Box;")]
    [InlineData("class Shelf<T> { public void Put(T what) { } } class Box : Shelf<StepApproval>;", "Box.Put(null!);")]
    [InlineData("class Box : System.Collections.IEnumerable { public void Add(StepApproval approval) { } public System.Collections.IEnumerator GetEnumerator() => null!; }", "Box = [null!];")]
    [InlineData("class Box { public void Deconstruct(out StepApproval approval, out int id) => (approval, id) = (null!, 1); }", "var (a, b) = Box;")]
    public void A_place_is_known_by_what_is_written_there(string asks, string statements) => Assert.True(MayBeIn(asks, $"class Other {{ void M() {{ {statements} }} }}", "Other"));

    [Theory]
    [InlineData("Add")]
    [InlineData("AppendFormatted")]
    [InlineData("Cast")]
    [InlineData("Create")]
    [InlineData("Deconstruct")]
    [InlineData("Dispose")]
    [InlineData("DisposeAsync")]
    [InlineData("GetAsyncEnumerator")]
    [InlineData("GetAwaiter")]
    [InlineData("GetEnumerator")]
    [InlineData("GetPinnableReference")]
    [InlineData("GroupBy")]
    [InlineData("GroupJoin")]
    [InlineData("Join")]
    [InlineData("OrderBy")]
    [InlineData("OrderByDescending")]
    [InlineData("Select")]
    [InlineData("SelectMany")]
    [InlineData("ThenBy")]
    [InlineData("ThenByDescending")]
    [InlineData("Where")]
    [InlineData("Put", false)]
    public void What_a_language_construct_calls_may_be_anywhere(string member, bool mayBe = true)
        => Assert.Equal(mayBe, MayBeIn($"class Box {{ public void {member}(StepApproval approval) {{ }} }}", "class Other { }", "Other"));

    [Theory]
    [InlineData("global using Yes = Governance.StepApproval;", "class Other { Yes? _kept; }")]
    [InlineData("class Desk { StepApproval? _kept; }", "partial class Other { class Inner { StepApproval? _kept; } } partial class Other { }")]
    [InlineData("class Desk { StepApproval? _kept; }", "class Other { Step\\u0041pproval? _kept; }")]
    public void A_type_with_another_name_for_it_is_one(string asks, string other) => Assert.True(MayBeIn(asks, other, "Other"));

    [Fact]
    public void A_name_may_be_the_first_word_of_a_file()
        => Assert.True(MayBeIn("partial class Program { internal static void Pay(StepApproval approval) { } }", "Pay(null!); partial class Other;", "Other"));

    [Fact]
    public void A_part_of_a_type_knows_what_is_private_in_another_one()
        => Assert.True(MayBeIn("partial class Other { static void Pay(StepApproval approval) { } }", "partial class Other { class Inner { void M() => Pay(null!); } }", "Other+Inner"));

    [Theory]
    [InlineData("static class Bank { public static void Pay(StepApproval approval) { } }", "Bank.Look();")]
    [InlineData("static class Bank { static void Pay(StepApproval approval) { } }", "Pay(null!);")]
    [InlineData("class Desk { async Task M(IStepGovernor governor) { var approval = await governor.RequireApprovalAsync(new(), default); } }", "Pay(null!);")]
    [InlineData("class Payment { public Payment(StepApproval? approval) { } }", "Desk.Last = new(null!);")]
    [InlineData("class Desk { StepApproval? _kept; }", "var x = new List<int> { 1 }.Select(i => i);")]
    public void Where_none_can_be_nothing_is_bound(string asks, string statements) => Assert.False(MayBeIn(asks, $"class Other {{ void M() {{ {statements} }} }}", "Other"));

    [Theory]
    [InlineData("public static class Bank { public static void Pay(StepApproval approval) { } }", "Bank.Pay(null!);", true)]
    [InlineData("public class Box { public int this[StepApproval approval] => 1; }", "var x = Box[null!];", true)]
    [InlineData("public class Bank { protected internal static void Pay(StepApproval approval) { } }", "Pay(null!);", true)]
    [InlineData("public static class Bank { internal static void Pay(StepApproval approval) { } }", "Pay(null!);", false)]
    [InlineData("public static class Bank { internal static void Pay(StepApproval approval) { } } [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Desk\")]", "Pay(null!);", true)]
    [InlineData("public static class Bank { public static void Pay(int id) => StepApproval.ReferenceEquals(id, id); }", "Bank.Pay(1);", false)]
    public void What_another_project_shows_is_asked_for_by_its_names(string library, string statements, bool mayBe)
    {
        var compilation = Compile("Library", [Usings + library.Split("[assembly")[0], .. library.Contains("[assembly") ? ["[assembly" + library.Split("[assembly")[1]] : Array.Empty<string>()]);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;

        Assert.Equal(mayBe, MayBeIn(Compile("Desk", [$"class Other {{ void M() {{ {statements} }} }}"]).AddReferences(MetadataReference.CreateFromStream(image)), "Other"));
    }

    [Fact]
    public void A_library_of_an_older_version_is_asked_too()
    {
        var older = CSharpCompilation.Create(
            TestReferences.Abstractions.Display is { } path ? Path.GetFileNameWithoutExtension(path) : "",
            [CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"0.0.0.1\")] namespace Governance { public sealed class StepApproval; }")],
            TestReferences.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var library = CSharpCompilation.Create(
            "Library",
            [CSharpSyntaxTree.ParseText("public static class Bank { public static void Pay(Governance.StepApproval approval) { } }")],
            [.. TestReferences.Framework, older.ToMetadataReference()],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        image.Position = 0;

        Assert.True(MayBeIn(Compile("Desk", ["class Other { void M() { Bank.Pay(null!); } }"]).AddReferences(MetadataReference.CreateFromStream(image)), "Other"));
    }

    private const string Usings = "using System; using System.Collections.Generic; using System.Threading.Tasks; using Governance;\n";

    private static bool MayBeIn(string asks, string other, string type)
        => MayBeIn(Compile("Desk", [asks.StartsWith("global", StringComparison.Ordinal) ? asks : Usings + asks, other]), type);

    private static bool MayBeIn(Compilation compilation, string type)
    {
        var places = ApprovalPlaces.In(compilation, compilation.GetTypeByMetadataName("Governance.StepApproval")!);
        return places is not null && places.MayBeIn(compilation.GetTypeByMetadataName(type)!);
    }

    private static CSharpCompilation Compile(string name, IEnumerable<string> files) => CSharpCompilation.Create(
        name, files.Select(f => CSharpSyntaxTree.ParseText(f)), TestReferences.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
}
