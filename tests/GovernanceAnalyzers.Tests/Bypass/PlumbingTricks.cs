using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Ways round the generated controls: other bodies, other callers, handlers that undo nothing, secrets and actions in disguise.</summary>
public sealed class PlumbingTricks
{
    private const string Mark = "[System.CodeDom.Compiler.GeneratedCode(\"GovernanceAnalyzers\", \"0.1.0\")]";

    private const string Interface = Workflow + "\npublic interface IDesk { [WorkflowStep(\"triage\", RiskTier.Low)] Task TriageAsync(string id); }\n";

    public static TrickTable Tricks { get; } =
    [
        new("An own body of the step that claims to be generated", Refused,
            Desk("[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync(string id);\n" + Mark + " public partial Task TriageAsync(string id) => Task.CompletedTask;"),
            "a governance manifest that its code does not bear out"),
        new("An own body of the step that claims to be generated and acts", Reported,
            Desk("[WorkflowStep(\"triage\", {|GVN2003:RiskTier.Low|})] public partial Task TriageAsync(string id);\n"
                + Mark + " public partial Task TriageAsync(string id) { File.{|GVN2001:Delete|}(id); return Task.CompletedTask; }")),
        new("A second body beside the generated one", Impossible,
            Desk(Step + "\npublic partial Task TriageAsync(string id) => Task.CompletedTask; public partial Task {|CS0757:TriageAsync|}(string id) => Task.CompletedTask;")),
        new("A step that a compiler symbol leaves out", Impossible,
            Desk("[{|CS0578:System.Diagnostics.Conditional(\"GOVERNED\")|}] " + Step)),
        new("A manifest written by hand beside the generated one", Refused,
            "[assembly: System.Reflection.AssemblyMetadata(\"Governance.Manifest\", \"none/1\")]\n" + Desk(Step), "carries 2 governance manifests"),
        new("The Core body through a function pointer", Reported,
            Desk(Step + "\npublic static unsafe Task Now() { delegate*<IStepGovernor, string, Task> raw = &{|GVN2005:LookCoreAsync|}; return raw(null!, \"1\"); }\n"
                + "[WorkflowStep(\"look\", RiskTier.Low)] public static partial Task LookAsync(IStepGovernor own, string id); private static Task LookCoreAsync(IStepGovernor own, string id) => Task.CompletedTask;")),
        new("The Core body through an expression tree", Reported,
            Desk(Step + "\npublic System.Linq.Expressions.Expression<Func<Task>> Now => () => {|GVN2005:TriageCoreAsync|}(\"1\");")),
        new("The Core body through a conversion to an own delegate", Reported,
            Desk(Step + "\npublic delegate Task Raw(string id); public Raw Now => new({|GVN2005:TriageCoreAsync|});")),
        new("The Core body through an explicit implementation of another interface", Reported,
            "public interface IRaw { Task NowAsync(string id); }\n"
            + Desk(Step).Replace("governor)", "governor) : IRaw", StringComparison.Ordinal).Replace("{\n[", "{\nTask IRaw.NowAsync(string id) => {|GVN2005:TriageCoreAsync|}(id);\n[", StringComparison.Ordinal)),
        new("The Core body as what implements another interface", Reported,
            "public interface IRaw { Task TriageCoreAsync(string id); }\n"
            + Desk("[WorkflowStep(\"triage\", RiskTier.Low)] public partial Task TriageAsync(string id); public Task {|GVN1009:TriageCoreAsync|}(string id) => Task.CompletedTask;")
                .Replace("governor)", "governor) : IRaw", StringComparison.Ordinal)),
        new("The Core body from a type within the desk", Reported,
            Desk(Step + "\npublic static class Door { public static Task Open(Desk desk) => desk.{|GVN2005:TriageCoreAsync|}(\"1\"); }")),
        new("The Core body through an accessor that the runtime opens", Reported,
            Desk(Step) + "public static class Door { [{|GVN2005:System.Runtime.CompilerServices.UnsafeAccessor|}(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"TriageCoreAsync\")] "
            + "public static extern Task Open(Desk desk, string id); }"),
        new("The rollback handler through an accessor that the runtime opens", Reported,
            Desk(Pay) + "public static class Door { [{|GVN2005:System.Runtime.CompilerServices.UnsafeAccessor|}(System.Runtime.CompilerServices.UnsafeAccessorKind.Method)] "
            + "public static extern Task RefundAsync(Desk desk, string id); }"),
        new("The Core body through a class that derives from the desk", Impossible,
            Desk(Step).Replace("sealed ", "", StringComparison.Ordinal)
            + "public sealed class Door(IStepGovernor governor) : Desk(governor) { public Task Open() => {|CS0122:TriageCoreAsync|}(\"1\"); }"),
        new("The Core body by reflection", StillPossible,
            Desk(Step) + "public static class Door { public static object? Open(Desk desk) => "
            + "typeof(Desk).GetMethod(\"TriageCoreAsync\", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.Invoke(desk, [\"1\"]); }",
            "Reflection, `dynamic`, delegates from outside, native code"),
        new("A method beside the step that does the same, called by no step", StillPossible,
            Desk("[WorkflowStep(\"wipe\", RiskTier.High, Irreversible = \"gone\", Key = \"{id}\", Question = \"Delete {id}?\")] public partial Task WipeAsync(string id);\n"
                + "private Task WipeCoreAsync(string id) { Now(id); return Task.CompletedTask; }\npublic void Now(string id) => File.Delete(id);"),
            "What no step, handler or entry point calls is nobody's"),
        new("A step in a type that only its file sees", Impossible,
            "file sealed partial class Desk(IStepGovernor governor) { [{|GVN1014:WorkflowStep|}(\"triage\", RiskTier.Low, Owner = \"payments-ops\")] public partial Task {|GVN1010:{|CS8795:TriageAsync|}|}(string id); }")
        {
            Nowhere = ["GVN1010"],
        },
        new("A step that hides the step of a base class", Reported,
            Desk(Step).Replace("sealed ", "", StringComparison.Ordinal)
            + "public sealed class Other(IStepGovernor governor) : Desk(governor) { [{|GVN1014:{|GVN1001:WorkflowStep|}|}(\"triage\", {|GVN2003:RiskTier.Low|})] public new void TriageAsync(string id) => File.{|GVN2001:Delete|}(id); }"),
        new("The bare implementation of an interface with steps, made anew under its other interface", Reported,
            Interface + "public interface ICount { int Count { get; } }\npublic sealed class BareDesk : IDesk, ICount { public Task TriageAsync(string id) => Task.CompletedTask; public int Count => 1; }\n"
            + "public static class Program { public static ICount Make() => {|GVN2017:new BareDesk|}(); }"),
        new("An interface with steps implemented again further down", Reported,
            Interface + "public class Base { public Task TriageAsync(string id) => Task.CompletedTask; }\npublic sealed class BareDesk : Base, IDesk;\n"
            + "public static class Program { public static IDesk Make() => {|GVN2017:new BareDesk|}(); }"),
        new("A bare implementation made through a type parameter", StillPossible,
            Interface + "public sealed class BareDesk : IDesk { public Task TriageAsync(string id) => Task.CompletedTask; }\n"
            + "public static class Program { public static IDesk Make() => Of<BareDesk>(); private static T Of<T>() where T : new() => new(); }",
            "`new T()` of a type parameter"),
        new("A rollback that waits for nothing in an empty local function", Reported, Undone("{ async Task NothingAsync() => await Task.Yield(); await Task.Yield(); }")),
        new("A rollback that throws behind a condition", Reported, Undone("{ await Task.Delay(1); if (id is not null) { throw new NotSupportedException(); } }")),
        new("A rollback that only says that it was asked", Reported, Undone("{ await Console.Out.WriteLineAsync(id); }")),
        new("A rollback that calls a method which does nothing", StillPossible,
            Desk(PayDeclared("RiskTier.High, Rollback = nameof(UndoAsync), Key = \"{id}\", Question = \"Pay {id}?\"")
                + "\nprivate Task UndoAsync(string id) => Pretend.UndoAsync(id);") + "public static class Pretend { public static Task UndoAsync(string id) => Task.FromResult(id); }",
            "one that calls a method of yours that does nothing passes"),
        new("A body that is still to be written", StillPossible,
            Desk(PayDeclared("RiskTier.High, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = \"paid is paid\"")
                .Replace("=> Task.CompletedTask", "=> throw new NotImplementedException()", StringComparison.Ordinal)),
            "A Core body that only throws builds without a word"),
        new("An allowance that names nothing", Reported,
            Desk(PayDeclared("RiskTier.High, Allows = {|GVN1015:\" , \"|}, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = \"paid is paid\""))),
        new("An allowance of everything by a star", Reported,
            Desk(PayDeclared("RiskTier.High, Allows = {|GVN1015:\"*\"|}, Key = \"{id}\", Question = \"Pay {id}?\", Irreversible = \"paid is paid\""))),
        new("An allowance in another case", Reported,
            Desk("[WorkflowStep(\"wipe\", RiskTier.High, Allows = {|GVN1015:{|GVN2021:\"Files.Delete\"|}|}, Irreversible = \"gone\", Key = \"{id}\", Question = \"Delete {id}?\")] public partial Task WipeAsync(string id);\n"
                + "private Task WipeCoreAsync(string id) { File.Delete(id); return Task.CompletedTask; }")),
        new("A secret within a record within a record", Reported,
            Login("Outer {|GVN1012:input|}") + "public sealed record Outer(Inner Inner); public sealed record Inner(string Password);"),
        new("A secret as bytes", Reported, Login("byte[] {|GVN1012:apiKey|}")),
        new("A secret in a list", Reported, Login("List<Inner> {|GVN1012:input|}") + "public sealed record Inner(string Password);"),
        new("A secret under another name", StillPossible, Login("string value"), "one that is called `value`"),
        new("A secret as an object", StillPossible, Login("Box password") + "public sealed record Box(string Value);", "one that is called `value`"),
        new("A tool's lambda in place of its method", Reported,
            "public static class Tools { public static object Make() => Microsoft.Extensions.AI.AIFunctionFactory.Create((string path) => File.{|GVN2006:Delete|}(path)); }\n"
            + "namespace Microsoft.Extensions.AI { public static class AIFunctionFactory { public static object Create(Delegate method) => method; } }"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);

    /// <summary>A step whose rollback handler has that body.</summary>
    private static string Undone(string body)
        => Desk(PayDeclared("RiskTier.High, Rollback = {|GVN1007:nameof(UndoAsync)|}, Key = \"{id}\", Question = \"Pay {id}?\"") + "\nprivate async Task UndoAsync(string id) " + body);

    /// <summary>A Low step with that parameter.</summary>
    private static string Login(string parameter)
    {
        var plain = parameter.Replace("{|GVN1012:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);
        return Desk($"[WorkflowStep(\"log-in\", RiskTier.Low)] public partial Task LogInAsync({parameter}); private Task LogInCoreAsync({plain}) => Task.CompletedTask;");
    }
}
