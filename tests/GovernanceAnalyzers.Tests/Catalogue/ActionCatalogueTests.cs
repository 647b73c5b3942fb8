using GovernanceAnalyzers.Catalogue;
using GovernanceAnalyzers.Generation.Manifest;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>Which calls are actions. Each case is the body of a method <c>M</c>; the answer is asked for its last invocation, creation or property.</summary>
public sealed class ActionCatalogueTests
{
    private const string Types = """
        public interface IStore
        {
            [ConsequentialAction("payment.commit", RiskTier.High)] void Pay();
            [ConsequentialAction("vendor.note", RiskTier.Low)] void Note();
        }
        public interface IShared
        {
            [ConsequentialAction("vendor.lend", RiskTier.Low, Because = "it is only lent")] void Lend();
            [ConsequentialAction("vendor.keep", RiskTier.High)] void Keep();
        }
        public class Store : IStore { public virtual void Pay() { } void IStore.Note() { } public void Note() { } }
        public sealed class BigStore : Store { public override void Pay() { } }
        public class LoudWriter : System.Data.Common.DbCommand
        {
            public override int ExecuteNonQuery() => 0;
            public override string CommandText { get; set; } = "";
            public override int CommandTimeout { get; set; }
            public override System.Data.CommandType CommandType { get; set; }
            public override bool DesignTimeVisible { get; set; }
            public override System.Data.UpdateRowSource UpdatedRowSource { get; set; }
            protected override System.Data.Common.DbConnection? DbConnection { get; set; }
            protected override System.Data.Common.DbParameterCollection DbParameterCollection => null!;
            protected override System.Data.Common.DbTransaction? DbTransaction { get; set; }
            public override void Cancel() { }
            public override object? ExecuteScalar() => null;
            public override void Prepare() { }
            protected override System.Data.Common.DbParameter CreateDbParameter() => null!;
            protected override System.Data.Common.DbDataReader ExecuteDbDataReader(System.Data.CommandBehavior behavior) => null!;
        }
        public class Lowered : LoudWriter
        {
            [ConsequentialAction("database.read", RiskTier.Low, Because = "only a temporary table")]
            public override int ExecuteNonQuery() => 0;
        }
        public class Quiet : System.IO.FileSystemInfo
        {
            public override bool Exists => true;
            public override string Name => "";
            [ConsequentialAction("vendor.delete", RiskTier.Low, Because = "it is said to be harmless")]
            public override void Delete() { }
        }
        public class Vault
        {
            [ConsequentialAction("secrets.read", RiskTier.Medium)] public string Secret { get; set; } = "";
            [ConsequentialAction("vendor.open", RiskTier.Medium)] public Vault() { }
            [ConsequentialAction("vendor.odd", (RiskTier)9)] public void Odd() { }
        }
        public static partial class Native
        {
            [System.Runtime.InteropServices.DllImport("x")] public static extern void Call();
            public static void Delete(string path) { }
            extension(Vault vault) { public void Post() { } }
        }
        namespace System.IO2 { public static class File { public static void Delete(string path) { } } }
        namespace Cloud { public class Root { public void Post() { } } }
        namespace Cloud.Users.Item { public class Builder { public void Post() { } public class Inner { public void Post() { } } } public class Mail { public void Post() { } } }
        namespace Clouds { public class Builder { public void Post() { } } }
        namespace Family
        {
            public interface IService { }
            public interface IMail : IService { void Send(); }
            public class Mail : IMail { public void Send() { } }
            public class Base<T> { public void Send() { } }
            public class Hiding : Base<int>, IService { public new void Send() { } public void SendAll() { } }
            public class Above : Hiding { public new void Send() { } }
            public class Stranger { public void Send() { } }
        }
        namespace Listed
        {
            public class Printer { public void Print() { } public void PrintAsync() { } public void PrintAll(int n) { } public void DeleteAll() { } }
            public class Printer<T> { public void Print() { } public class Inner { public void Print() { } } }
        }
        """;

    private const string List = CatalogueParser.FirstLine + """

        M:Listed.Printer.Print[Async](*); vendor.print; Medium; no; prints
        M:Listed.Printer.Delete*(*); vendor.purge; High; no; deletes
        M:Listed.Printer`1.Inner.Print(*); vendor.print; Low; no; prints
        M:Listed.Printer.PrintAll(System.String); vendor.print; High; no; another overload
        M:Cloud.*.Post(*); vendor.cloud; Medium; no; of every type
        M:Cloud.Users.Item.Mail.Post(*); vendor.mail; High; no; of one type
        M:Family.Base`1+.Send(*); vendor.base; Medium; no; of a base and what derives from it
        M:Family.IService+.Send*(*); vendor.service; Low; no; of what implements it
        M:Family.IMail.Send(*); vendor.mail; High; no; of one type
        M:Family.*.Send(*); vendor.namespace; Low; no; of every type
        M:Native.Post(*); vendor.post; High; no; an extension block's member
        M:System.IO.File.Exists(*); files.read; Medium; yes; raised by the project
        M:System.IO.File.ReadAllText(*); files.read; High; yes; raised by the project
        """;

    private const string Policy = CatalogueParser.FirstLine + """

        M:Listed.Printer.Print[Async](*); vendor.print; Low; no; less than the project says
        M:IShared.Lend(*); vendor.lend; Medium; no; what a contract may not lower
        M:IShared.Keep(*); vendor.keep; Low; no; what a contract may raise
        """;

    [Theory]
    [InlineData("((IShared)null!).Lend();", "vendor.lend (Medium)")]
    [InlineData("((IShared)null!).Keep();", "vendor.keep (High)")]
    [InlineData("System.IO.File.Delete(\"\");", "files.delete (High)")]
    [InlineData("System.IO2.File.Delete(\"\");", "")]
    [InlineData("Native.Delete(\"\");", "")]
    [InlineData("new System.IO.FileInfo(\"\").Delete();", "files.delete (High)")]
    [InlineData("new System.IO.StreamWriter(\"x\");", "files.write (Medium)")]
    [InlineData("new System.IO.StreamWriter(new System.IO.MemoryStream());", "")]
    [InlineData("System.Environment.CurrentDirectory = \"x\";", "system.configure (Low)")]
    [InlineData("_ = System.Environment.CurrentDirectory;", "")]
    [InlineData("System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(null!, \"\", 1);", "network.write (Medium)")]
    [InlineData("new LoudWriter().ExecuteNonQuery();", "database.write (High)")]
    [InlineData("new Lowered().ExecuteNonQuery();", "database.write (High); database.read (Low)")]
    [InlineData("new Quiet().Delete();", "files.delete (High); vendor.delete (Low)")]
    [InlineData("((IStore)null!).Pay();", "payment.commit (High)")]
    [InlineData("new Store().Pay();", "payment.commit (High)")]
    [InlineData("new BigStore().Pay();", "payment.commit (High)")]
    [InlineData("new Store().Note();", "")]
    [InlineData("((IStore)new Store()).Note();", "vendor.note (Low)")]
    [InlineData("_ = ((Vault)null!).Secret;", "secrets.read (Medium)")]
    [InlineData("new Vault();", "vendor.open (Medium)")]
    [InlineData("((Vault)null!).Odd();", "vendor.odd (High)")]
    [InlineData("Native.Call();", "code.load (High)")]
    [InlineData("((Vault)null!).Post();", "vendor.post (High)")]
    [InlineData("new Listed.Printer().Print();", "vendor.print (Medium)")]
    [InlineData("new Listed.Printer().PrintAsync();", "vendor.print (Medium)")]
    [InlineData("new Listed.Printer().PrintAll(1);", "")]
    [InlineData("new Listed.Printer().DeleteAll();", "vendor.purge (High)")]
    [InlineData("new Listed.Printer<int>().Print();", "")]
    [InlineData("new Listed.Printer<int>.Inner().Print();", "vendor.print (Low)")]
    [InlineData("new Cloud.Root().Post();", "vendor.cloud (Medium)")]
    [InlineData("new Cloud.Users.Item.Builder().Post();", "vendor.cloud (Medium)")]
    [InlineData("new Cloud.Users.Item.Builder.Inner().Post();", "vendor.cloud (Medium)")]
    [InlineData("new Cloud.Users.Item.Mail().Post();", "vendor.mail (High)")]
    [InlineData("new Clouds.Builder().Post();", "")]
    [InlineData("new Family.Base<int>().Send();", "vendor.base (Medium)")]
    [InlineData("new Family.Hiding().Send();", "vendor.base (Medium); vendor.service (Low)")]
    [InlineData("new Family.Above().Send();", "vendor.base (Medium); vendor.service (Low)")]
    [InlineData("new Family.Hiding().SendAll();", "vendor.service (Low)")]
    [InlineData("((Family.IMail)null!).Send();", "vendor.mail (High)")]
    [InlineData("new Family.Mail().Send();", "vendor.mail (High)")]
    [InlineData("new Family.Stranger().Send();", "vendor.namespace (Low)")]
    [InlineData("System.IO.File.Exists(\"\");", "files.read (Medium)")]
    [InlineData("System.IO.File.ReadAllText(\"\");", "files.read (High)")]
    public void Knows_the_actions_of(string statement, string expected)
    {
        var tree = CSharpSyntaxTree.ParseText($"using Governance;\npublic static class Caller {{ public static void M() {{ {statement} }} }}\n{Types}",
                                              new CSharpParseOptions(LanguageVersion.Preview));
        var compilation = CSharpCompilation.Create("test", [tree], TestReferences.All, new(OutputKind.DynamicallyLinkedLibrary));
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        var catalogue = new ActionCatalogue(
            GovernanceSymbols.For(compilation)!,
            [new("own", ActionSource.ProjectList, Parse(List)), new("policy", ActionSource.Policy, Parse(Policy))],
            RuleBook.Shipped.Index,
            PackageRelease.Current);
        var body = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().First(m => m.Identifier.Text == "M");

        var operation = compilation.GetSemanticModel(tree).GetOperation(body)!.Descendants()
            .First(o => o is IInvocationOperation or IObjectCreationOperation or IPropertyReferenceOperation);
        var (target, _) = Assert.Single(Reach.MemberUse.Of(operation));

        Assert.Equal(expected, string.Join("; ", catalogue.Of(target)));
    }

    private static CatalogueFile Parse(string list) => CatalogueParser.Parse(SourceText.From(list));
}
