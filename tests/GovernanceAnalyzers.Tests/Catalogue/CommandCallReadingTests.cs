using Microsoft.CodeAnalysis;
using static GovernanceAnalyzers.Tests.Catalogue.CallReading;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>What a command, a script, a function or a process is, and what lines of the project make of a call.</summary>
public sealed class CommandCallReadingTests
{
    [Theory]
    [InlineData("redis.Execute(\"GET\", path);", Query)]
    [InlineData("redis.Execute(\"ttl\", path);", Query)]
    [InlineData("redis.Execute(\"CONFIG\", \"GET\", path);", Query)]
    [InlineData("redis.Execute(\"CONFIG\", new object[] { \"GET\", path });", Query)]
    [InlineData("redis.Execute(\"CONFIG\", [\"GET\", path]);", Query)]
    [InlineData("object[] args = [\"GET\"]; redis.Execute(\"CONFIG\", [.. args, path]);", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\", \"SET\", path);", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\", path, \"GET\");", AnySql)]
    [InlineData("redis.Execute(\"CONFIG\");", AnySql)]
    [InlineData("redis.Execute(\"GETDEL\", path);", AnySql)]
    [InlineData("redis.Execute(path, \"GET\");", AnySql)]
    [InlineData("redis.StringSet(path, path);", Change)]
    [InlineData("redis.StringSet(path, path, TimeSpan.FromMinutes(5));", "database.write (Low)")]
    [InlineData("redis.StringSet(path, path, TimeSpan.MaxValue);", Change)]
    public void A_command(string statements, string expected) => Reads($"StackExchange.Redis.IDatabase redis = null!; {statements}", expected);

    [Theory]
    [InlineData("\"document.title\"", "code.load (Low)")]
    [InlineData("flag ? \"document.title\" : Help.Fixed", "code.load (Low)")]
    [InlineData("path", "code.load (Medium)")]
    [InlineData("$\"document.{path}\"", "code.load (Medium)")]
    [InlineData("path.Trim()", "code.load (Medium)")]
    public void A_script(string script, string expected) => Reads($"((Microsoft.Playwright.IPage)null!).EvaluateAsync({script});", expected);

    [Theory]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt(path)", "model.invoke (Low)")]
    [InlineData("Help.Summarize", "model.invoke (Low)")]
    [InlineData("Help.Assigned", "model.invoke (Low)")]
    [InlineData("Help.Either", "tool.invoke (High)")]
    [InlineData("Help.HandedOn", "tool.invoke (High)")]
    [InlineData("Help.Replaceable", "tool.invoke (High)")]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod(() => 1)", "tool.invoke (Low)")]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromMethod((Func<int>)null!)", "tool.invoke (High)")]
    public void A_function_of_a_kernel(string function, string expected)
    {
        Reads($"Microsoft.SemanticKernel.Kernel kernel = null!; kernel.InvokeAsync({function});", expected);
        Reads($"Microsoft.SemanticKernel.Kernel kernel = null!; var made = {function}; made.InvokeAsync(kernel);", expected);
        Reads("Microsoft.SemanticKernel.Kernel kernel = null!; kernel.InvokeAsync(path, path);", "tool.invoke (High)");
    }

    [Theory]
    [InlineData("printer.Print(path, true);", "vendor.look (Low)")]
    [InlineData("printer.Print(path, draft: flag);", "vendor.print (High)")]
    [InlineData("printer.Shred(true);", "vendor.shred (Medium)")]
    [InlineData("printer.Shred(false);", "vendor.shred (High)")]
    [InlineData("printer.Scan();", "")]
    [InlineData("((IScanner)null!).Scan();", "vendor.scan (Medium)")]
    [InlineData("printer.Promise(true);", "vendor.promise (Medium)")]
    public void A_line_of_the_project(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(path) { UseShellExecute = false });", "starts another program, not through the shell")]
    [InlineData("System.Diagnostics.Process.Start(path);", "starts another program with the rights of this process, or whatever the shell opens a document or an address with")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill();", "ends another process at once, losing its unsaved state")]
    [InlineData("System.Diagnostics.Process.GetCurrentProcess().Kill(flag);", "ends another process at once, and what it started unless the flag is false, losing unsaved state")]
    public void A_process_stays_High_whatever_is_known_of_it(string statements, string because)
    {
        var action = Assert.Single(Actions(statements));

        Assert.Equal(("process.execute (High)", because), (action.ToString(), action.Reason));
    }

    [Fact]
    public void Where_a_line_says_so_the_body_is_walked()
    {
        var (catalogue, compilation) = Compile("");
        bool Looks(string type, string member) => catalogue.LooksInside((IMethodSymbol)compilation.GetTypeByMetadataName(type)!.GetMembers(member).Single());

        Assert.True(Looks("Shop.Printer", "Scan"));
        Assert.True(Looks("Shop.IScanner", "Scan"));
        Assert.False(Looks("Shop.Printer", "Shred"));
    }
}
