using static GovernanceAnalyzers.Tests.Bypass.Shop;
using static GovernanceAnalyzers.Tests.Bypass.Verdict;

namespace GovernanceAnalyzers.Tests.Bypass;

/// <summary>Ways to take an action that is for steps only beside every step. <c>PAY</c> is its name, where the rule has to say so.</summary>
public sealed class StepOnlyTricks
{
    private const string Api = """
        public interface IApi { [ConsequentialAction("payment.commit", RiskTier.High, OnlyFromSteps = true)] void Pay(string id); }
        public class Api : IApi
        {
            public static Api Only { get; } = new();
            public virtual void Pay(string id) { }
            [ConsequentialAction("payment.commit", RiskTier.High, OnlyFromSteps = true)] public static void PayAll() { }
            [ConsequentialAction("payment.commit", RiskTier.High, OnlyFromSteps = true)] private void PayUnseen() { }
        }

        """;

    public static TrickTable Tricks { get; } =
    [
        new("For steps only: as a method group that is handed on", Reported, Job("void Run(List<string> ids) => ids.ForEach(Api.Only.PAY);")),
        new("For steps only: as a delegate in a field", Reported, Job("private readonly Action<string> _pay = Api.Only.PAY; void Run(string id) => _pay(id);")),
        new("For steps only: as a function pointer", Reported, Job("unsafe void Run() { delegate*<void> pay = &Api.{|GVN2019:PayAll|}; pay(); }")),
        new("For steps only: by a call of the base class", Reported, Job("private sealed class Cheap : Api { public void Settle(string id) => base.PAY(id); }")),
        new("For steps only: by an override, which nobody has marked", Reported,
            Job("private sealed class Cheap : Api { public override void Pay(string id) => base.Pay(id); } void Run(string id) => new Cheap().PAY(id);")),
        new("For steps only: through a type parameter", Reported, Job("void Run<T>(T api, string id) where T : IApi => api.PAY(id);")),
        new("For steps only: by an extension that hides it", Reported,
            Job("void Run(string id) => Api.Only.Settle(id);") + "public static class Settling { public static void Settle(this IApi api, string id) => api.PAY(id); }".Replace("PAY", "{|GVN2019:Pay|}")),
        new("For steps only: as an extension", Reported,
            Job("void Run(Api api) => api.{|GVN2019:PayLate|}();") + "public static class Late { [ConsequentialAction(\"payment.commit\", RiskTier.High, OnlyFromSteps = true)] public static void PayLate(this Api api) { } }"),
        new("For steps only: under an alias", Reported, "using Harmless = Api;\n" + Job("void Run(string id) => Harmless.Only.PAY(id);")),
        new("For steps only: without the name of its type", Reported, "using static Api;\n" + Job("void Run() => {|GVN2019:PayAll|}();")),
        new("For steps only: in a conditional access", Reported, Job("void Run(Api? api, string id) => api?.PAY(id);")),
        new("For steps only: in a lambda of a local function", Reported, Job("void Run(string id) { Inner(); void Inner() => Task.Run(() => Api.Only.PAY(id)); }")),
        new("For steps only: in a default member of an interface", Reported, Job("private interface ISettles { void Settle(string id) => Api.Only.PAY(id); }")),
        new("For steps only: from a helper of the workflow that others call, too", Reported,
            Api + Desk(Step + "public void Settle(string id) => Pay(id); private void Pay(string id) => Api.Only.{|GVN2019:Pay|}(id);")),
        new("For steps only: by a name that is only bound at run time", StillPossible, Job("void Run(dynamic api, string id) => api.Pay(id);"), "Reflection, `dynamic`"),
        new("For steps only: by reflection, with a name that the compiler checks", StillPossible,
            Job("void Run(string id) => typeof(Api).GetMethod(nameof(Api.Pay))!.Invoke(Api.Only, [id]);"), "Reflection, `dynamic`"),
        new("For steps only: through an accessor that the runtime opens", StillPossible,
            Job("[System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"PayUnseen\")] private static extern void Settle(Api api); void Run() => Settle(Api.Only);"),
            "an `[UnsafeAccessor]`"),
        new("For steps only: as an expression tree that is compiled", StillPossible,
            Job("void Run(string id) { System.Linq.Expressions.Expression<Action> pay = () => Api.Only.Pay(id); pay.Compile()(); }"), "an expression tree that somebody compiles"),
        new("For steps only: as a delegate that a step keeps for others", StillPossible,
            Api + Desk(Shop.Pay.Replace("_paid.Add(id);", "Pays = Api.Only.Pay; _paid.Add(id);", StringComparison.Ordinal) + " public static Action<string>? Pays { get; private set; } public static void Run(string id) => Pays?.Invoke(id);"),
            "a delegate that a step keeps for others"),
        new("For steps only: by an interpolated string", StillPossible,
            Job("void Run() => Look($\"{1}\"); private static void Look(Text text) { }")
            + "[System.Runtime.CompilerServices.InterpolatedStringHandler] public readonly struct Text(int a, int b) { " + Only + "public void AppendFormatted(int n) { } }",
            "what C# calls without a sign of it"),
        new("For steps only: by a collection initialiser", StillPossible,
            Job("void Run() => _ = new Orders { 1 };") + "public sealed class Orders : System.Collections.IEnumerable { " + Only + "public void Add(int n) { } public System.Collections.IEnumerator GetEnumerator() => null!; }",
            "what C# calls without a sign of it"),
        new("For steps only: by the end of a using", StillPossible,
            Job("void Run() { using var order = new Order(); }") + "public sealed class Order : IDisposable { " + Only + "public void Dispose() { } }", "what C# calls without a sign of it"),
        new("For steps only: by an operator", Reported,
            Job("void Run(Order a) => _ = a {|GVN2019:+|} a;") + "public sealed class Order { " + Only + "public static Order operator +(Order a, Order b) => a; }"),
        new("For steps only: by a conversion that is not written", StillPossible,
            Job("int Run(Order a) => a;") + "public sealed class Order { " + Only + "public static implicit operator int(Order a) => 1; }", "conversions that are not written"),
        new("For steps only: by an indexer", Reported,
            Job("void Run(Order a) => _ = a{|GVN2019:[1]|};") + "public sealed class Order { " + Only + "public int this[int n] => n; }"),
        new("For steps only: by a constructor, of a type parameter", StillPossible,
            Job("T Run<T>() where T : Order, new() => new T();") + "public class Order { " + Only + "public Order() { } }", "a constructor by `new T()`"),
    ];

    public static TheoryData<string> Names => Tricks.Names;

    private const string Only = "[ConsequentialAction(\"payment.commit\", RiskTier.High, OnlyFromSteps = true)] ";

    [Theory]
    [MemberData(nameof(Names))]
    public Task Trick(string words) => Tricks.PlayAsync(words);

    /// <summary>Code that is no step's.</summary>
    private static string Job(string members) => Api + "public sealed class Job { " + members.Replace("PAY", "{|GVN2019:Pay|}", StringComparison.Ordinal) + " }\n";
}
