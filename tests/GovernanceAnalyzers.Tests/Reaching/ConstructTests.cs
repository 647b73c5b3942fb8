using GovernanceAnalyzers.Tests.Facts;

namespace GovernanceAnalyzers.Tests.Reaching;

/// <summary>
/// What C# runs, construct by construct, and what it only seems to. In each row the action stands where only this construct leads: <c>Act()</c> is
/// <c>File.Delete</c>. Found is the way to it without the step's name; a blind spot is <c>? kind</c>, a call that leads out <c>… member</c>.
/// </summary>
public sealed class ConstructTests
{
    private const string MediatR = """
        namespace MediatR
        {
            public interface ISender { Task Send(object request, CancellationToken c = default); }
            public interface IPublisher { Task Publish(object note, CancellationToken c = default); }
            public interface IRequestHandler<T> { Task Handle(T request, CancellationToken c); }
            public interface INotificationHandler<T> { Task Handle(T note, CancellationToken c); }
        }

        """;

    private const string HostedServices = """
        class P : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken c) => Disk.Act(); public async Task StopAsync(CancellationToken c) { } }
        class Q : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken c) { } public async Task StopAsync(CancellationToken c) { } }
        class S { public void AddHostedService<T>() { } }

        """;

    /// <summary>The construct, a statement of the step, what else there is, and what is found.</summary>
    public static TheoryData<string, string, string, string> Rows { get; } = new()
    {
        // Calls.
        { "a call", "Act();", "", "Act" },
        { "a static call", "P.M();", "class P { public static void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "a call on an object", "new P().M();", "class P { public void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "a conditional access", "P? p = null; p?.M();", "class P { public void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "a base call", "new Q().N();", "class P { public virtual void M() => Disk.Act(); } class Q : P { public override void M() { } public void N() => base.M(); }", "Q.N → P.M → Disk.Act" },
        { "an extension method", "path.M();", "static class P { public static void M(this string s) => Disk.Act(); }", "P.M → Disk.Act" },
        { "an async method", "await P.M();", "class P { public static async Task M() { await Task.Yield(); Disk.Act(); } }", "P.M → Disk.Act" },
        { "an async method that nobody waits for", "_ = P.M();", "class P { public static async Task M() { await Task.Yield(); Disk.Act(); } }", "P.M → Disk.Act" },
        { "an iterator", "_ = P.M().ToList();", "class P { public static IEnumerable<int> M() { Disk.Act(); yield return 1; } }", "P.M → Disk.Act" },
        { "recursion", "P.M(3);", "class P { public static void M(int n) { if (n > 0) M(n - 1); Disk.Act(); } }", "P.M → Disk.Act" },
        { "two methods that call each other", "P.M(3);", "class P { public static void M(int n) => N(n); static void N(int n) { M(n - 1); Disk.Act(); } }", "P.M → N → Disk.Act" },
        { "a partial method with a body", "new P().M();", "partial class P { public partial void M(); } partial class P { public partial void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "a partial property", "_ = new P().V;", "partial class P { public partial int V { get; } } partial class P { public partial int V { get { Disk.Act(); return 1; } } }", "P.V → Disk.Act" },
        { "a partial property that is written", "new P().V = 1;", "partial class P { public partial int V { get; set; } } partial class P { public partial int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a partial property that is only read", "_ = new P().V;", "partial class P { public partial int V { get; set; } } partial class P { public partial int V { get => 1; set => Disk.Act(); } }", "" },
        { "an explicit implementation", "((IRun)new P()).M();", "interface IRun { void M(); } class P : IRun { void IRun.M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "an explicit implementation of one's own", "new P().N();", "interface IRun { void M(); } sealed class P : IRun { void IRun.M() => Disk.Act(); public void N() => ((IRun)this).M(); }", "P.N → P.M → Disk.Act" },
        { "a default member of an interface that calls another", "P.M(null!);", "interface IRun { void Do() => More(); void More() => Disk.Act(); } class Q : IRun { } class P { internal static void M(IRun r) => r.Do(); }", "P.M → IRun.Do → IRun.More → Disk.Act" },
        { "an accessor that the runtime opens", "P.Open(new P());", "class P { private void M() => Disk.Act(); [System.Runtime.CompilerServices.UnsafeAccessor(System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"M\")] public static extern void Open(P p); }", "P.M → Disk.Act" },

        // Properties, indexers, events.
        { "reading a property", "_ = new P().V;", "class P { public int V { get { Disk.Act(); return 1; } } }", "P.V → Disk.Act" },
        { "reading a property written as an expression", "_ = new P().V;", "class P { public int V => Disk.ActInt(); }", "P.V → Disk.ActInt" },
        { "writing a property", "new P().V = 1;", "class P { public int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "writing a property does not read it", "new P().V = 1;", "class P { public int V { get => Disk.ActInt(); set { } } }", "" },
        { "an object initialiser", "_ = new P { V = 1 };", "class P { public int V { set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a conditional write", "P? p = null; _ = p?.V;", "class P { public int V => Disk.ActInt(); }", "P.V → Disk.ActInt" },
        { "an auto-property", "_ = new P { V = 1 }.V;", "class P { public int V { get; set; } }", "" },
        { "an indexer", "_ = new P()[1];", "class P { public int this[int i] => Disk.ActInt(); }", "P.this[] → Disk.ActInt" },
        { "an index from the end", "_ = new P()[^1];", "class P { public int Length => Disk.ActInt(); public int this[int i] => 1; }", "P.Length → Disk.ActInt" },
        { "a range", "_ = new P()[1..2];", "class P { public int Length => 1; public int Slice(int a, int b) => Disk.ActInt(); }", "P.Slice → Disk.ActInt" },
        { "subscribing to an event", "new P().E += () => { };", "class P { public event Action E { add => Disk.Act(); remove { } } }", "P.E → Disk.Act" },
        { "leaving an event", "new P().E -= () => { };", "class P { public event Action E { add { } remove => Disk.Act(); } }", "P.E → Disk.Act" },
        { "a handler of an event", "new P().E += () => Act();", "class P { public event Action? E; }", "Act" },
        { "raising an event", "new P().Raise();", "class P { public event Action? E; public void Raise() => E?.Invoke(); }", "? delegate" },
        { "a property that is added to is read", "new P().V += 1;", "class P { public int V { get => Disk.ActInt(); set { } } }", "P.V → Disk.ActInt" },
        { "a property that is added to is written", "new P().V += 1;", "class P { public int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a property that is counted up is read", "new P().V++;", "class P { public int V { get => Disk.ActInt(); set { } } }", "P.V → Disk.ActInt" },
        { "a property that is counted up is written", "new P().V++;", "class P { public int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a property that is filled where it is empty", "new P().V ??= \"\";", "class P { public string? V { get => null; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a property that a local is filled from is not written", "string? s = null; s ??= new P().V;", "class P { public string? V { get => null; set => Disk.Act(); } }", "" },
        { "a property that is added to a local is not written", "var n = 1; n += new P().V;", "class P { public int V { get => 1; set => Disk.Act(); } }", "" },
        { "a property that a deconstruction writes", "(new P().V, _) = (1, 2);", "class P { public int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a property that a deconstruction within another writes", "(_, (new P().V, _)) = (1, (2, 3));", "class P { public int V { get => 1; set => Disk.Act(); } }", "P.V → Disk.Act" },
        { "a property that a deconstruction writes is not read", "(new P().V, _) = (1, 2);", "class P { public int V { get => Disk.ActInt(); set { } } }", "" },
        { "a property that a deconstruction reads", "int n; (n, _) = (new P().V, 2);", "class P { public int V { get => Disk.ActInt(); set { } } }", "P.V → Disk.ActInt" },
        { "a property that a tuple holds", "_ = (new P().V, 2);", "class P { public int V { get => Disk.ActInt(); set { } } }", "P.V → Disk.ActInt" },
        { "a property that is taken apart", "var (a, b) = new P().V;", "class P { public (int, int) V { get { Disk.Act(); return default; } set { } } }", "P.V → Disk.Act" },
        { "a property that is taken apart is not written", "var (a, b) = new P().V;", "class P { public (int, int) V { get => default; set => Disk.Act(); } }", "" },
        { "the accessor that an override leaves to its base", "_ = new Q().V;", "class P { public virtual int V { get => Disk.ActInt(); set { } } } class Q : P { public override int V { set { } } }", "P.V → Disk.ActInt" },
        { "an item from the end", "_ = new P()[^1];", "class P { public int Length => 1; public int this[int i] => Disk.ActInt(); }", "P.this[] → Disk.ActInt" },
        { "a property of the base class", "new Q().N();", "class P { public virtual int V => Disk.ActInt(); } class Q : P { public override int V => 1; public int N() => base.V; }", "Q.N → P.V → Disk.ActInt" },
        { "a property that a class overrides", "P.M(null!);", "class P { public virtual int V => 1; internal static int M(P p) => p.V; } class Q : P { public override int V => Disk.ActInt(); }", "P.M → Q.V → Disk.ActInt (inferred)" },
        { "an event of the base class", "new Q().N();", "class P { public virtual event Action E { add => Disk.Act(); remove { } } } class Q : P { public override event Action E { add { } remove { } } public void N() => base.E += () => { }; }", "Q.N → P.E → Disk.Act" },
        { "an event that a class overrides", "P.M(null!);", "class P { public virtual event Action E { add { } remove { } } internal static void M(P p) => p.E += () => { }; } class Q : P { public override event Action E { add => Disk.Act(); remove { } } }", "P.M → Q.E → Disk.Act (inferred)" },

        // Constructors and initialisers.
        { "a constructor", "_ = new P();", "class P { public P() => Disk.Act(); }", "new P → Disk.Act" },
        { "a constructor that calls another", "_ = new P();", "class P { public P() : this(1) { } P(int n) => Disk.Act(); }", "new P → new P → Disk.Act" },
        { "a base constructor that is named", "_ = new Q();", "class P { public P(int n) => Disk.Act(); } class Q : P { public Q() : base(1) { } }", "new Q → new P → Disk.Act" },
        { "a base constructor that is not named", "_ = new Q();", "class P { public P() => Disk.Act(); } class Q : P { public Q() { } }", "new Q → new P → Disk.Act" },
        { "a base constructor of a class without one", "_ = new Q();", "class P { public P() => Disk.Act(); } class Q : P { }", "new Q → new P → Disk.Act" },
        { "a primary constructor's base call", "_ = new Q();", "class P { public P(int n) => Disk.Act(); } class Q() : P(1) { }", "new Q → new P → Disk.Act" },
        { "an argument of a primary constructor's base call", "_ = new Q();", "class P(int n) { public int N => n; } class Q() : P(Disk.ActInt()) { }", "new Q → Disk.ActInt" },
        { "a field initialiser", "_ = new P();", "class P { int _n = Disk.ActInt(); }", "new P → Disk.ActInt" },
        { "a property initialiser", "_ = new P();", "class P { int N { get; } = Disk.ActInt(); }", "new P → Disk.ActInt" },
        { "a field initialiser behind this(...)", "_ = new P(1);", "class P { int _n = Disk.ActInt(); public P() { } public P(int n) : this() { } }", "new P → new P → Disk.ActInt" },
        { "a static constructor, by a static member", "P.M();", "class P { static P() => Disk.Act(); public static void M() { } }", "static P → Disk.Act" },
        { "a static constructor, by a constructor", "_ = new P();", "class P { static P() => Disk.Act(); }", "static P → Disk.Act" },
        { "a static field initialiser, by a field", "_ = P.N;", "class P { public static int N = Disk.ActInt(); }", "static P → Disk.ActInt" },
        { "a static field initialiser, by a constructor", "_ = new P();", "class P { static int s_n = Disk.ActInt(); public P() { } }", "static P → Disk.ActInt" },
        { "a field initialiser is not run by a static member", "P.M();", "class P { int _n = Disk.ActInt(); static int s_m = 1; public static void M() { } }", "" },
        { "a constant runs nothing", "_ = P.N;", "class P { public const int N = 1; public static int M = Disk.ActInt(); }", "" },
        { "new T()", "P.M<Q>();", "class P { public static void M<T>() where T : new() => _ = new T(); } class Q { public Q() => Disk.Act(); }", "P.M → new Q → Disk.Act" },
        { "new T() two calls further", "P.N<Q>();", "class P { public static void N<T>() where T : new() => M<T>(); static void M<T>() where T : new() => _ = new T(); } class Q { public Q() => Disk.Act(); }", "P.N → M → new Q → Disk.Act" },
        { "new T() two calls further, among calls without it", "P.N<Q>();", "class P { public static void N<T>() where T : new() { O(); M<T>(); O(); } static void M<T>() where T : new() { O(); _ = new T(); O(); } static void O() { } } class Q { public Q() => Disk.Act(); }", "P.N → M → new Q → Disk.Act" },
        { "new T() twice, two calls further", "P.N<Q>();", "class P { public static void N<T>() where T : new() { M<T>(); M<T>(); } static void M<T>() where T : new() { _ = new T(); _ = new T(); } } class Q { public Q() => Disk.Act(); }", "P.N → M → new Q → Disk.Act" },
        { "a with expression", "_ = new P() with { };", "record P { public P() { } protected P(P other) => Disk.Act(); }", "new P → Disk.Act" },
        { "new T() of a class within a generic one", "P<Q>.R.M();", "class P<T> where T : new() { public static class R { public static void M() => _ = new T(); } } class Q { public Q() => Disk.Act(); }", "R.M → new Q → Disk.Act" },
        { "new T() of a generic class within another", "P<Q>.R<int>.M();", "class P<T> where T : new() { public static class R<S> { public static void M() => _ = new T(); } } class Q { public Q() => Disk.Act(); }", "R.M → new Q → Disk.Act" },
        { "a class within a generic one that is made there", "P<Q>.M();", "class P<T> where T : new() { class R { public R() => _ = new T(); } public static void M() => _ = new R(); } class Q { public Q() => Disk.Act(); }", "P.M → new R → new Q → Disk.Act" },
        { "an array of the type argument", "P.M<Q>();", "class P { public static void M<T>() where T : new() => N(Array.Empty<T>()); static void N<T>(T[] a) where T : new() => _ = new T(); } class Q { public Q() => Disk.Act(); }", "P.M → N → new Q → Disk.Act" },
        { "the second of two type arguments", "P.M<R, Q>();", "class P { public static void M<S, T>() where T : new() => _ = new T(); } class Q { public Q() => Disk.Act(); } class R { }", "P.M → new Q → Disk.Act" },

        { "a finaliser", "_ = new Q();", "class P { ~P() => Disk.Act(); } class Q : P { }", "P.Finalize → Disk.Act" },
        { "a with expression runs no other constructor", "_ = P.Empty with { };", "record P { public static P Empty => null!; public P(int n) => Disk.Act(); protected P(P other) { } }", "" },
        { "an event initialiser", "_ = new P();", "class P { event Func<int>? E = Made(); static Func<int> Made() { Disk.Act(); return null!; } }", "new P → Made → Disk.Act" },
        { "a base constructor that is named runs no other one", "_ = new Q();", "class P { public P() => Disk.Act(); public P(int n) { } } class Q : P { public Q() : base(1) { } }", "" },
        { "a primary constructor's base call runs no other one", "_ = new Q();", "class P { public P() => Disk.Act(); public P(int n) { } } class Q() : P(1) { }", "" },
        { "a base constructor of a primary one that names none", "_ = new Q(1);", "class P { public P() => Disk.Act(); } class Q(int n) : P { public int N => n; }", "new Q → new P → Disk.Act" },
        { "a constructor that calls another leaves the base to it", "_ = new Q();", "class P { public P() => Disk.Act(); public P(int n) { } } class Q : P { public Q() : this(1) { } Q(int n) : base(n) { } }", "" },
        { "a base constructor that takes any number of values", "_ = new Q();", "class P { public P(params int[] all) => Disk.Act(); } class Q : P { }", "new Q → new P → Disk.Act" },
        { "a base constructor whose values have a default", "_ = new Q();", "class P { public P(int n = 1) => Disk.Act(); } class Q : P { }", "new Q → new P → Disk.Act" },
        { "a base constructor without values before one that takes any number", "_ = new Q();", "class P { public P(params int[] all) => Disk.Act(); public P() { } } class Q : P { }", "" },
        { "a base constructor of which nothing is said but its type argument", "_ = new Q<R>();", "class P<T> where T : new() { public P() => _ = new T(); } class Q<T> : P<T> where T : new() { } class R { public R() => Disk.Act(); }", "new Q → new P → new R → Disk.Act" },
        { "new T() runs the constructor without values", "P.M<Q>();", "class P { public static void M<T>() where T : new() => _ = new T(); } class Q { public Q(int n) => Disk.Act(); public Q() { } }", "" },

        // Operators and conversions.
        { "a binary operator", "_ = new P() + new P();", "class P { public static P operator +(P a, P b) { Disk.Act(); return a; } }", "P.op_Addition → Disk.Act" },
        { "a unary operator", "_ = -new P();", "class P { public static P operator -(P a) { Disk.Act(); return a; } }", "P.op_UnaryNegation → Disk.Act" },
        { "an increment", "var p = new P(); p++;", "class P { public static P operator ++(P a) { Disk.Act(); return a; } }", "P.op_Increment → Disk.Act" },
        { "a compound operator", "var p = new P(); p += p;", "class P { public static P operator +(P a, P b) { Disk.Act(); return a; } }", "P.op_Addition → Disk.Act" },
        { "a checked operator", "_ = checked(new P() + new P());", "class P { public static P operator +(P a, P b) => a; public static P operator checked +(P a, P b) { Disk.Act(); return a; } }", "P.op_CheckedAddition → Disk.Act" },
        { "an operator that is lifted", "P? p = null; _ = p + p;", "struct P { public static P operator +(P a, P b) { Disk.Act(); return a; } }", "P.op_Addition → Disk.Act" },
        { "a conversion", "int n = new P();", "class P { public static implicit operator int(P p) => Disk.ActInt(); }", "P.op_Implicit → Disk.ActInt" },
        { "a conversion that is asked for", "_ = (int)new P();", "class P { public static explicit operator int(P p) => Disk.ActInt(); }", "P.op_Explicit → Disk.ActInt" },
        { "a conversion of an argument", "_ = Math.Abs(new P());", "class P { public static implicit operator int(P p) => Disk.ActInt(); }", "P.op_Implicit → Disk.ActInt" },
        { "a conversion in ??", "P? p = null; int n = p ?? 1;", "class P { public static implicit operator int(P p) => Disk.ActInt(); }", "P.op_Implicit → Disk.ActInt" },
        { "a true operator", "if (new P()) { }", "class P { public static bool operator true(P p) => Disk.ActInt() > 0; public static bool operator false(P p) => false; }", "P.op_True → Disk.ActInt" },
        { "a false operator", "_ = new P() && new P();", "class P { public static bool operator true(P p) => true; public static bool operator false(P p) => Disk.ActInt() > 0; public static P operator &(P a, P b) => a; }", "P.op_False → Disk.ActInt" },
        { "comparing tuples", "_ = (new P(), 1) == (new P(), 1);", "class P { public static bool operator ==(P a, P b) => Disk.ActInt() > 0; public static bool operator !=(P a, P b) => true; }", "P.op_Equality → Disk.ActInt" },
        { "a conversion before a compound operator", "var p = new P(); p += 1;", "class P { public static implicit operator int(P p) => Disk.ActInt(); public static implicit operator P(int n) => new(); }", "P.op_Implicit → Disk.ActInt" },
        { "a conversion after a compound operator", "var p = new P(); p += 1;", "class P { public static implicit operator int(P p) => 1; public static implicit operator P(int n) { Disk.Act(); return new(); } }", "P.op_Implicit → Disk.Act" },
        { "the true operator of an own ||", "_ = new P() || new P();", "class P { public static bool operator true(P p) => Disk.ActInt() > 0; public static bool operator false(P p) => true; public static P operator |(P a, P b) => a; }", "P.op_True → Disk.ActInt" },
        { "the false operator of an own || is not asked", "_ = new P() || new P();", "class P { public static bool operator true(P p) => true; public static bool operator false(P p) => Disk.ActInt() > 0; public static P operator |(P a, P b) => a; }", "" },
        { "the true operator of an own && is not asked", "_ = new P() && new P();", "class P { public static bool operator true(P p) => Disk.ActInt() > 0; public static bool operator false(P p) => true; public static P operator &(P a, P b) => a; }", "" },
        { "telling tuples apart", "_ = (new P(), 1) != (new P(), 1);", "class P { public static bool operator ==(P a, P b) => true; public static bool operator !=(P a, P b) => Disk.ActInt() > 0; }", "P.op_Inequality → Disk.ActInt" },
        { "telling tuples apart asks for no equality", "_ = (new P(), 1) != (new P(), 1);", "class P { public static bool operator ==(P a, P b) => Disk.ActInt() > 0; public static bool operator !=(P a, P b) => true; }", "" },
        { "comparing a tuple with one of a derived type", "_ = (new P(), 1) == (new Q(), 1);", "class P { } class Q : P { public static bool operator ==(P a, Q b) => Disk.ActInt() > 0; public static bool operator !=(P a, Q b) => true; }", "Q.op_Equality → Disk.ActInt" },

        // What a statement calls without a word.
        { "using", "using (new P()) { }", "class P : IDisposable { public void Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "a using declaration", "using var p = new P();", "class P : IDisposable { public void Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "using on an interface", "using var p = P.Open();", "interface IScope : IDisposable { } class P : IScope { public static IScope Open() => new P(); public void Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "using a ref struct", "using var p = new P();", "ref struct P { public void Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "await using", "await using var p = new P();", "class P : IAsyncDisposable { public async ValueTask DisposeAsync() => Disk.Act(); }", "P.DisposeAsync → Disk.Act" },
        { "foreach, the enumerator", "foreach (var n in new P()) { }", "class P { public IEnumerator<int> GetEnumerator() { Disk.Act(); yield return 1; } }", "P.GetEnumerator → Disk.Act" },
        { "foreach, each move", "foreach (var n in new P()) { }", "class P { public E GetEnumerator() => new(); public class E { public int Current => 1; public bool MoveNext() => Disk.ActInt() > 0; } }", "E.MoveNext → Disk.ActInt" },
        { "foreach, each item", "foreach (var n in new P()) { }", "class P { public E GetEnumerator() => new(); public class E { public int Current => Disk.ActInt(); public bool MoveNext() => true; } }", "E.Current → Disk.ActInt" },
        { "foreach, the end", "foreach (var n in new P()) { }", "class P { public E GetEnumerator() => new(); public class E : IDisposable { public int Current => 1; public bool MoveNext() => true; public void Dispose() => Disk.Act(); } }", "E.Dispose → Disk.Act" },
        { "foreach, a conversion of the item", "foreach (P p in new[] { 1 }) { }", "class P { public static implicit operator P(int n) { Disk.Act(); return new(); } }", "P.op_Implicit → Disk.Act" },
        { "foreach over a parameter's interface", "P.M(new P());", "class P : IEnumerable<int> { public static void M(P p) { foreach (var n in p) { } } public IEnumerator<int> GetEnumerator() { Disk.Act(); yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }", "P.M → GetEnumerator → Disk.Act" },
        { "await foreach", "await foreach (var n in new P()) { }", "class P { public async IAsyncEnumerator<int> GetAsyncEnumerator() { await Task.Yield(); Disk.Act(); yield return 1; } }", "P.GetAsyncEnumerator → Disk.Act" },
        { "an awaiter", "await new P();", "class P : System.Runtime.CompilerServices.INotifyCompletion { public P GetAwaiter() => this; public bool IsCompleted => true; public void GetResult() => Disk.Act(); public void OnCompleted(Action a) { } }", "P.GetResult → Disk.Act" },
        { "an awaiter that goes on later", "await new P();", "class P : System.Runtime.CompilerServices.INotifyCompletion { public P GetAwaiter() => this; public bool IsCompleted => false; public void GetResult() { } public void OnCompleted(Action a) => Disk.Act(); }", "P.OnCompleted → Disk.Act" },
        { "a deconstruction", "var (a, b) = new P();", "class P { public void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "P.Deconstruct → Disk.Act" },
        { "a deconstruction within another", "var (a, (b, c)) = (1, new P());", "class P { public void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "P.Deconstruct → Disk.Act" },
        { "a deconstruction in a loop", "foreach (var (a, b) in new P[1]) { }", "class P { public void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "P.Deconstruct → Disk.Act" },
        { "a positional pattern whose deconstruction a class overrides", "P p = new Q(); _ = p is (1, 2);", "class P { public virtual void Deconstruct(out int a, out int b) => a = b = 1; } class Q : P { public override void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "Q.Deconstruct → Disk.Act (inferred)" },
        { "a deconstruction that a class overrides", "P p = new Q(); var (a, b) = p;", "class P { public virtual void Deconstruct(out int a, out int b) => a = b = 1; } class Q : P { public override void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "Q.Deconstruct → Disk.Act (inferred)" },
        { "a positional pattern", "_ = new P() is (1, 2);", "class P { public void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "P.Deconstruct → Disk.Act" },
        { "a property pattern", "_ = new P() is { V: 1 };", "class P { public int V => Disk.ActInt(); }", "P.V → Disk.ActInt" },
        { "a list pattern", "_ = new P() is [1, ..];", "class P { public int Length => Disk.ActInt(); public int this[int i] => 1; }", "P.Length → Disk.ActInt" },
        { "a slice pattern", "_ = new P() is [1, .. var rest];", "class P { public int Length => 1; public int this[int i] => 1; public int Slice(int a, int b) => Disk.ActInt(); }", "P.Slice → Disk.ActInt" },
        { "a collection initialiser", "_ = new P { 1 };", "class P : List<int> { public new void Add(int n) => Disk.Act(); }", "P.Add → Disk.Act" },
        { "a collection expression that is added to", "P p = [1];", "class P : System.Collections.IEnumerable { public void Add(int n) => Disk.Act(); public System.Collections.IEnumerator GetEnumerator() => null!; }", "P.Add → Disk.Act" },
        { "a collection expression with a builder", "P p = [1];", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(B), \"Make\")] class P { public IEnumerator<int> GetEnumerator() => null!; } static class B { public static P Make(ReadOnlySpan<int> s) { Disk.Act(); return new(); } }", "B.Make → Disk.Act" },
        { "a collection that is made for params", "M(1, 2); static void M(params P p) { }", "class P : IEnumerable<int> { public void Add(int n) => Disk.Act(); public IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }", "P.Add → Disk.Act" },
        { "a spread", "int[] n = [.. new P()];", "class P : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { Disk.Act(); yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }", "P.GetEnumerator → Disk.Act" },
        { "an interpolated-string handler", "M($\"{1}\"); static void M(P p) { }", "[System.Runtime.CompilerServices.InterpolatedStringHandler] struct P(int a, int b) { public void AppendFormatted<T>(T t) => Disk.Act(); }", "P.AppendFormatted → Disk.Act" },
        { "text of an object in a text", "_ = $\"{new P()}\";", "class P { public override string ToString() { Disk.Act(); return \"\"; } }", "P.ToString → Disk.Act" },
        { "text of an object that is added to a text", "_ = \"a\" + new P();", "class P { public override string ToString() { Disk.Act(); return \"\"; } }", "P.ToString → Disk.Act" },
        { "a query", "_ = from n in new P() select n;", "class P { public P Select(Func<int, int> f) { Disk.Act(); return this; } }", "P.Select → Disk.Act" },
        { "code in a query", "_ = (from n in new[] { 1 } where ActInt() > 0 select n).ToList();", "", "ActInt" },
        { "a catch", "try { } catch { Act(); }", "", "Act" },
        { "a filter", "try { } catch when (ActInt() > 0) { }", "", "ActInt" },
        { "a finally", "try { } finally { Act(); }", "", "Act" },
        { "a throw expression", "_ = path ?? throw new P();", "class P : Exception { public P() => Disk.Act(); }", "new P → Disk.Act" },
        { "a switch expression's arm", "_ = path switch { \"\" => ActInt(), _ => 0 };", "", "ActInt" },
        { "a case's guard", "switch (path) { case var _ when ActInt() > 0: break; }", "", "ActInt" },
        { "using what a base class disposes of", "using (new Q()) { }", "class P : IDisposable { public void Dispose() => Disk.Act(); } class Q : P { }", "P.Dispose → Disk.Act" },
        { "using what a sealed class disposes of explicitly", "using (new P()) { }", "sealed class P : IDisposable { void IDisposable.Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "using what a class disposes of explicitly", "using (new P()) { }", "class P : IDisposable { void IDisposable.Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "using two", "using IDisposable a = new MemoryStream(), b = new P();", "class P : IDisposable { public void Dispose() => Disk.Act(); }", "P.Dispose → Disk.Act" },
        { "using calls no other Dispose", "using (new P()) { }", "class P : IDisposable { public void Dispose(bool b) => Disk.Act(); public void Dispose() { } }", "" },
        { "await using calls no Dispose", "await using var p = new P();", "class P : IAsyncDisposable { public void Dispose() => Disk.Act(); public async ValueTask DisposeAsync() { } }", "" },
        { "foreach, a deconstruction within another", "foreach (var (a, (b, c)) in new[] { (1, new P()) }) { }", "class P { public void Deconstruct(out int a, out int b) { Disk.Act(); a = b = 1; } }", "P.Deconstruct → Disk.Act" },
        { "await foreach, the end", "await foreach (var n in new P()) { }", "class P { public E GetAsyncEnumerator() => new(); public class E : IAsyncDisposable { public int Current => 1; public async ValueTask<bool> MoveNextAsync() => false; public async ValueTask DisposeAsync() => Disk.Act(); } }", "E.DisposeAsync → Disk.Act" },
        { "who gives an awaiter", "await new P();", "class P : System.Runtime.CompilerServices.INotifyCompletion { public P GetAwaiter() { Disk.Act(); return this; } public bool IsCompleted => true; public void GetResult() { } public void OnCompleted(Action a) { } }", "P.GetAwaiter → Disk.Act" },
        { "an awaiter that is asked whether it has ended", "await new P();", "class P : System.Runtime.CompilerServices.INotifyCompletion { public P GetAwaiter() => this; public bool IsCompleted => Disk.ActInt() > 0; public void GetResult() { } public void OnCompleted(Action a) { } }", "P.IsCompleted → Disk.ActInt" },
        { "an awaiter that goes on elsewhere", "await new P();", "class P : System.Runtime.CompilerServices.ICriticalNotifyCompletion { public P GetAwaiter() => this; public bool IsCompleted => false; public void GetResult() { } public void OnCompleted(Action a) { } public void UnsafeOnCompleted(Action a) => Disk.Act(); }", "P.UnsafeOnCompleted → Disk.Act" },
        { "what an await does not ask an awaiter", "await new P();", "class P : System.Runtime.CompilerServices.INotifyCompletion { public P GetAwaiter() => this; public bool IsCompleted => true; public void GetResult() { } public void OnCompleted(Action a) { } public void Other() => Disk.Act(); }", "" },
        { "a conversion in a deconstruction", "P a; int b; (a, b) = (1, 2);", "class P { public static implicit operator P(int n) { Disk.Act(); return new(); } }", "P.op_Implicit → Disk.Act" },
        { "a conversion in a loop's deconstruction", "foreach ((P a, int b) in new[] { (1, 2) }) { }", "class P { public static implicit operator P(int n) { Disk.Act(); return new(); } }", "P.op_Implicit → Disk.Act" },
        { "an item of a list pattern", "_ = new P() is [1, ..];", "class P { public int Length => 1; public int this[int i] => Disk.ActInt(); }", "P.this[] → Disk.ActInt" },
        { "an empty collection expression", "P p = [];", "class P : System.Collections.IEnumerable { public void Add(int n) => Disk.Act(); public System.Collections.IEnumerator GetEnumerator() => null!; }", "" },
        { "a collection expression that is added to by a base class", "Q q = [1];", "class P : System.Collections.IEnumerable { public void Add(int n) => Disk.Act(); public System.Collections.IEnumerator GetEnumerator() => null!; } class Q : P { }", "P.Add → Disk.Act" },
        { "an Add that a collection expression cannot mean", "P p = [1];", "class P : System.Collections.IEnumerable { public void Add(int n) { } public void Add(int a, int b) => Disk.Act(); public static void Add(string s) => Disk.Act(); public System.Collections.IEnumerator GetEnumerator() => null!; }", "" },
        { "a spread, each move", "int[] n = [.. new P()];", "class P { public E GetEnumerator() => new(); public class E { public int Current => 1; public bool MoveNext() => Disk.ActInt() > 0; } }", "E.MoveNext → Disk.ActInt" },
        { "a spread, each item", "int[] n = [.. new P()];", "class P { public E GetEnumerator() => new(); public class E { public int Current => Disk.ActInt(); public bool MoveNext() => true; } }", "E.Current → Disk.ActInt" },
        { "a spread, a conversion of the item", "P[] p = [.. new[] { 1 }];", "class P { public static implicit operator P(int n) { Disk.Act(); return new(); } }", "P.op_Implicit → Disk.Act" },
        { "text of an object to which a text is added", "_ = new P() + \"a\";", "class P { public override string ToString() { Disk.Act(); return \"\"; } }", "P.ToString → Disk.Act" },
        { "text of an object that a base class writes", "_ = $\"{new Q()}\";", "class P { public override string ToString() { Disk.Act(); return \"\"; } } class Q : P { }", "P.ToString → Disk.Act" },
        { "an object that is converted to a text is asked for none", "_ = \"a\" + new P();", "class P { public static implicit operator string(P p) => \"\"; public override string ToString() { Disk.Act(); return \"\"; } }", "" },
        { "foreach over what a class overrides", "P p = new Q(); foreach (var n in p) { }", "class P { public virtual IEnumerator<int> GetEnumerator() => null!; } class Q : P { public override IEnumerator<int> GetEnumerator() { Disk.Act(); yield return 1; } }", "Q.GetEnumerator → Disk.Act" },
        { "a collection expression with a builder is added to by nobody", "P p = [1];", "[System.Runtime.CompilerServices.CollectionBuilder(typeof(B), \"Make\")] class P { public IEnumerator<int> GetEnumerator() => null!; public void Add(int n) => Disk.Act(); } static class B { public static P Make(ReadOnlySpan<int> s) => new(); }", "" },
        { "a collection expression of a sealed class is added to by that", "Q q = [1];", "class P : System.Collections.IEnumerable { public virtual void Add(int n) { } public System.Collections.IEnumerator GetEnumerator() => null!; } sealed class Q : P { } class R : P { public override void Add(int n) => Disk.Act(); }", "" },
        { "using what a sealed class disposes of as its base does", "using var q = P.Open();", "class P : IDisposable { public static Q Open() => new(); public virtual void Dispose() { } } sealed class Q : P { } class R : P { public override void Dispose() => Disk.Act(); }", "" },

        // Delegates.
        { "a lambda", "await Task.Run(() => Act());", "", "Act" },
        { "a lambda in LINQ", "_ = new[] { 1 }.Select(static n => ActInt()).ToList();", "", "ActInt" },
        { "an anonymous method", "Action a = delegate { Act(); }; a();", "", "Act" },
        { "a method group", "new List<string>().ForEach(P.M);", "class P { public static void M(string s) => Disk.Act(); }", "P.M → Disk.Act" },
        { "a lambda behind Lazy", "_ = new Lazy<int>(() => ActInt()).Value;", "", "ActInt" },
        { "a lambda handed to an own method", "P.Twice(() => Act());", "class P { public static void Twice(Action a) { a(); a(); } }", "Act" },
        { "a lambda that a field keeps", "((P)null!).M();", "class P { private readonly Action _a = () => Disk.Act(); public void M() => _a(); }", "P.M → lambda → Disk.Act" },
        { "a method that a field keeps", "new P().M();", "class P { private readonly Action _a; public P() => _a = Q; private static void Q() => Disk.Act(); public void M() => _a(); }", "new P → Q → Disk.Act" },
        { "a delegate that came from elsewhere", "new P(() => { }).M();", "class P(Action a) { private readonly Action _a = a; public void M() => _a(); }", "? delegate" },
        { "a delegate from elsewhere that is handed on", "new P { A = null }.M();", "class P { public Action? A; public void M() => Task.Run(A!); }", "? delegate" },
        { "a function pointer that is taken", "unsafe { delegate*<void> f = &P.M; }", "class P { public static void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "a function pointer that is called", "unsafe { P.F(); }", "unsafe class P { static delegate*<void> s_f; public static void F() => s_f(); }", "? function-pointer" },
        { "a local function", "Inner(); void Inner() => Act();", "", "Act" },
        { "a local function that is handed on", "await Task.Run(Inner); void Inner() => Act();", "", "Act" },
        { "a local function in a local function", "Outer(); void Outer() { Inner(); void Inner() => Act(); }", "", "Act" },
        { "a lambda where there is no other", "Action? a = null; (a ?? (() => Act()))();", "", "Act" },
        { "a delegate from elsewhere, or a lambda", "Action a = path == \"\" ? () => { } : P.A; a();", "class P { public static Action A = null!; }", "? delegate" },
        { "a lambda, or a throw", "Action a = path == \"\" ? throw new Exception() : () => Act(); a();", "", "Act" },
        { "either of two lambdas that are handed over", "P.M(() => Act(), () => { });", "class P { public static void M(Action a, Action b) => (DateTime.Now.Hour > 3 ? a : b)(); }", "Act" },
        { "a delegate from elsewhere that fills a local", "Action? a = null; a ??= P.A; a();", "class P { public static Action? A; }", "? delegate" },
        { "a delegate out of a tuple", "var (a, b) = P.T(); a();", "class P { public static (Action, int) T() => default; }", "? delegate" },
        { "a lambda that a local is given later", "Action a; a = () => Act(); a();", "", "Act" },
        { "a delegate that is added to a local", "Action a = () => { }; a += P.A; a();", "class P { public static Action A = null!; }", "? delegate" },
        { "a lambda that is added to a local", "Action a = () => { }; a += () => Act(); a();", "", "Act" },
        { "a delegate that is given out", "P.M(out var a); a();", "class P { public static void M(out Action a) => a = null!; }", "? delegate" },
        { "a delegate that is only given out", "P.M(out var a);", "class P { public static void M(out Action a) => a = null!; }", "" },
        { "a delegate out of an object", "object o = path; if (o is Action a) a();", "", "? delegate" },
        { "a delegate out of a list", "foreach (var a in P.All) a();", "class P { public static Action[] All = []; }", "? delegate" },
        { "a delegate of another local", "Action a = () => Act(); var b = a; b();", "", "Act; ? delegate" },
        { "a delegate that may be null", "Action? a = P.A; a?.Invoke();", "class P { public static Action? A; }", "? delegate" },
        { "no delegate at all", "P.M(null); P.M();", "class P { public static void M(Action? a = null) { } }", "" },
        { "one of two lambdas that a field keeps", "new P().M();", "class P { private Action _a = () => { }; public P() => _a = () => Disk.Act(); public void M() => _a(); }", "new P → Disk.Act" },
        { "either of two fields that keep lambdas", "new P().M(true);", "class P { private readonly Action _a = () => { }; private readonly Action _b = () => Disk.Act(); public void M(bool x) => (x ? _a : _b)(); }", "new P → Disk.Act" },
        { "a field that keeps a lambda, or a delegate from elsewhere", "new P().M(true);", "class P { private readonly Action _a = () => { }; public static Action? B; public void M(bool x) => (x ? _a : B!)(); }", "? delegate" },
        { "a parameter, or a field that keeps a lambda", "P.M(() => Act(), true);", "class P { private static readonly Action s_a = () => { }; public static void M(Action a, bool x) => (x ? a : s_a)(); }", "Act; ? delegate" },
        { "two delegates from elsewhere", "P.A(); P.B();", "class P { public static Action A = null!; public static Action B = null!; }", "? delegate; ? delegate" },
        { "two blind spots of two kinds", "dynamic d = path; P.A(); d.M();", "class P { public static Action A = null!; }", "? delegate; ? dynamic" },
        { "two blind spots of two kinds, the other way round", "dynamic d = path; d.M(); P.A();", "class P { public static Action A = null!; }", "? dynamic; ? delegate" },
        { "a blind spot behind a call and one after it", "P.M(); dynamic d = path; d.M();", "class P { static Action s_a = null!; public static Action A = null!; public static void M() => A(); }", "? delegate; ? dynamic" },
        { "a delegate that a field is given by reference", "new P().M();", "class P { private Action _a = () => { }; public P() => Fill(ref _a); static void Fill(ref Action a) => a = null!; public void M() => _a(); }", "? delegate; ? delegate" },
        { "a delegate of a field that a library may set", "new P().M();", "class P { [System.Text.Json.Serialization.JsonInclude] private Action _a = () => { }; public void M() => _a(); }", "? delegate" },
        { "a delegate that a field is given in parentheses", "new P().M();", "class P { private Action _a = () => { }; public P(Action? a = null) => (_a) = a!; public void M() => _a(); }", "? delegate" },
        { "a delegate that a field is given by reference and without fear of null", "new P().M();", "class P { private Action _a = () => { }; public P() => Fill(out _a!); static void Fill(out Action? a) => a = null; public void M() => _a(); }", "? delegate" },
        { "a delegate that a field is given in a tuple", "new P().M();", "class P { private Action _a = () => { }; public P() => (_a, _) = Other(); static (Action, int) Other() => default; public void M() => _a(); }", "? delegate" },
        { "a delegate that somebody else may give to a field", "new P().M();", "class P { internal Action _a = () => { }; public void M() => _a(); }", "? delegate" },
        { "a lambda that a property keeps", "new P().M();", "class P { private Action A { get; } = () => Disk.Act(); public void M() => A(); }", "new P → Disk.Act" },
        { "a lambda that only its class gives to a property", "new P().M();", "class P { public Action A { get; private set; } = () => Disk.Act(); public void M() => A(); }", "new P → Disk.Act" },
        { "a lambda in a property that others set", "new P().M();", "class P { public Action A { get; set; } = () => { }; public void M() => A(); }", "? delegate" },
        { "a property that makes a lambda", "new P().M();", "class P { Action A { get { return () => { }; } } public void M() => A(); }", "? delegate" },
        { "a property of which one accessor is written", "new P().M();", "class P { Action A { get; set => field = value; } = () => { }; public void M() => A(); }", "? delegate" },
        { "a field whose namesake is given by reference", "new P().M();", "class O { public Action _a = null!; } class P { private readonly Action _a = () => Disk.Act(); void N(O o) => Fill(ref o._a); static void Fill(ref Action a) => a = null!; public void M() => _a(); }", "new P → Disk.Act" },
        { "a delegate that a property is given when it is made", "new P().M();", "class P { public Action A { get; init; } = () => { }; public void M() => A(); }", "? delegate" },
        { "a delegate that an override may keep", "new P().M();", "class P { public virtual Action A { get; } = () => { }; public void M() => A(); }", "? delegate" },
        { "a delegate that an abstract property gives", "P.M(null!);", "abstract class P { internal abstract Action A { get; } internal static void M(P p) => p.A(); }", "? delegate" },
        { "a delegate that an override keeps, which another may override", "new P().M();", "class O { public virtual Action A => null!; } class P : O { public override Action A { get; } = () => { }; public void M() => A(); }", "? delegate" },
        { "a lambda that a field is given where it has none", "((P)null!).M();", "class P { private Action? _a; public P() => _a ??= () => Disk.Act(); public void M() => _a!(); }", "P.M → lambda → Disk.Act" },
        { "a lambda that is added to a field", "((P)null!).M();", "class P { private Action? _a; public P() => _a += () => Disk.Act(); public void M() => _a!(); }", "? delegate" },
        { "a field that a reference stands for", "((P)null!).M();", "class P { private Action _a = () => { }; ref Action R() => ref _a; public void M() => _a(); }", "? delegate" },
        { "a field that a pointer stands for", "((P)null!).M();", "unsafe class P { private Action _a = () => { }; void N() { fixed (Action* p = &_a) { } } public void M() => _a(); }", "? delegate" },
        { "a field that is only read", "((P)null!).M();", "class P { private readonly Action _a = () => Disk.Act(); Action N(Action a) { a = _a; return N(_a); } public void M() => _a(); }", "P.M → lambda → Disk.Act" },
        { "the first of two lambdas that a field keeps", "((P)null!).M();", "class P { public P() =>\n_a = () => H();\nprivate Action _a = () => H(); static void H() => Disk.Act(); public void M() => _a(); }", "P.M → lambda → H → Disk.Act" },

        // Who answers.
        { "a private interface with one class", "P.M();", "class P { interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } public static void M() { IRun q = Make(); q.Do(); } static IRun Make() => new Q(); }", "P.M → Q.Do → Disk.Act" },
        { "an abstract method", "P.M(null!);", "abstract class P { public static void M(P p) => p.Do(); internal abstract void Do(); } class Q : P { internal override void Do() => Disk.Act(); }", "P.M → Q.Do → Disk.Act" },
        { "a template method", "new Q().M();", "abstract class P { public void M() => Do(); protected abstract void Do(); } class Q : P { protected override void Do() => Disk.Act(); }", "P.M → Q.Do → Disk.Act" },
        { "a default member of an interface", "P.M(new Q());", "interface IRun { void Do() => Disk.Act(); } class Q : IRun { } class P { public static void M(IRun r) => r.Do(); }", "P.M → IRun.Do → Disk.Act" },
        { "a default member that a class replaces", "((IRun)new Q()).Do();", "interface IRun { void Do() => Disk.Act(); } class Q : IRun { public void Do() { } }", "" },
        { "a static member by a type argument", "P.M<Q>();", "interface IRun { static abstract void Do(); } class Q : IRun { public static void Do() => Disk.Act(); } class P { public static void M<T>() where T : IRun => T.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "an operator by a type argument", "_ = P.M(new Q());", "interface IAdd<T> where T : IAdd<T> { static abstract T operator +(T a, T b); } class Q : IAdd<Q> { public static Q operator +(Q a, Q b) { Disk.Act(); return a; } } class P { public static T M<T>(T t) where T : IAdd<T> => t + t; }", "P.M → Q.op_Addition → Disk.Act" },
        { "a member by a type argument", "P.M(new Q());", "interface IRun { void Do(); } struct Q : IRun { public void Do() => Disk.Act(); } struct R : IRun { public void Do() { } } class P { public static void M<T>(T t) where T : IRun => t.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "the interface of one type argument", "P.M(null!);", "interface IOn<T> { void Do(); } class Q : IOn<string> { public void Do() => Disk.Act(); } class R : IOn<int> { public void Do() { } } class P { public static void M(IOn<int> on) => on.Do(); }", "" },
        { "a service that is registered as hosted", "await ((Microsoft.Extensions.Hosting.IHostedService)null!).StartAsync(default);", HostedServices + "static class R { static void M(S s) => s.AddHostedService<P>(); }", "P.StartAsync → Disk.Act" },
        { "a hosted service where another is registered", "await ((Microsoft.Extensions.Hosting.IHostedService)null!).StartAsync(default);", HostedServices + "static class R { static void M(S s) => s.AddHostedService<Q>(); }", "" },
        { "hosted services of which none is registered", "await ((Microsoft.Extensions.Hosting.IHostedService)null!).StartAsync(default);", HostedServices, "P.StartAsync → Disk.Act (inferred)" },
        { "an interface that is implemented by its base class", "P.M(null!);", "interface IRun { void Do(); } class B { public void Do() => Disk.Act(); } class Q : B, IRun { } class P { internal static void M(IRun r) => r.Do(); }", "P.M → B.Do → Disk.Act" },
        { "a member of an interface that two others inherit", "P.M(null!);", "interface IRun { void Do(); } interface IOne : IRun { } interface ITwo : IRun { } class Q : IOne { public void Do() => Disk.Act(); } class R : ITwo { public void Do() { } } class P { internal static void M(ITwo r) => r.Do(); }", "" },
        { "an override of two that a call may mean", "P.M(null!);", "abstract class P { internal static void M(P p) => p.Do(); internal abstract void Do(); internal void Do(int n) => Disk.Act(); } class Q : P { internal override void Do() { } }", "" },
        { "a member of two interfaces that inherit it, each with its own class", "P.M(null!, null!);", "interface IRun { void Do(); } interface IOne : IRun { } interface ITwo : IRun { } class Q : IOne { public void Do() => Disk.Act(); } class R : ITwo { public void Do() { } } class P { internal static void M(ITwo two, IOne one) { two.Do(); one.Do(); } }", "P.M → Q.Do → Disk.Act" },
        { "a public interface that one class implements", "P.M(null!);", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class P { internal static void M(IRun r) => r.Do(); }", "P.M → Q.Do → Disk.Act (inferred)" },
        { "a public interface within an internal class", "P.M(null!);", "class P { public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } internal static void M(IRun r) => r.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "as many classes as a person reads", "P.M(null!);", "interface IRun { void Do(); } class P { internal static void M(IRun r) => r.Do(); } " + Classes(8), "P.M → Q0.Do → Disk.Act (inferred)" },
        { "more classes than a person reads", "P.M(null!);", "interface IRun { void Do(); } class P { internal static void M(IRun r) => r.Do(); } " + Classes(9), "… IRun.Do" },
        { "an interface of a wider type argument", "P.M(null!);", "interface IOn<out T> { void Do(); } class Q : IOn<string> { public void Do() => Disk.Act(); } class P { internal static void M(IOn<object> on) => on.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "a generic class that implements the interface of any type argument", "P.M(null!);", "interface IOn<T> { void Do(); } class Q<T> : IOn<T> { public void Do() => Disk.Act(); } class P { internal static void M(IOn<int> on) => on.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "the first by name of two contracts of those who answer", "P.M(null!);", "interface IRun { void Do(); } class R : IRun { [ConsequentialAction(\"disk.act\", RiskTier.High)] public void Do() { } } class Q : IRun { [ConsequentialAction(\"disk.act\", RiskTier.High)] public void Do() { } } class P { internal static void M(IRun r) => r.Do(); }", "P.M → Q.Do (inferred)" },
        { "a body behind two contracts, of which the second promises less than it does", "P.A(); P.B();", "static class P { [ConsequentialAction(\"x.a\", RiskTier.High)] public static void A() => H(); [ConsequentialAction(\"x.b\", RiskTier.Low)] public static void B() => H(); static void H() => Disk.Act(); }", "P.B → H → Disk.Act" },
        { "a body behind two contracts, of which the first promises less than it does", "P.B(); P.A();", "static class P { [ConsequentialAction(\"x.a\", RiskTier.High)] public static void A() => H(); [ConsequentialAction(\"x.b\", RiskTier.Low)] public static void B() => H(); static void H() => Disk.Act(); }", "P.B → H → Disk.Act" },
        { "what is behind the contract of the one who answers", "P.M(null!);", "interface IRun { void Do(); } class Q : IRun { [ConsequentialAction(\"x.y\", RiskTier.High)] public void Do() => Disk.Act(); } class P { internal static void M(IRun r) => r.Do(); }", "" },
        { "what two contracts make less of", "P.A(); P.B();", "static class P { [ConsequentialAction(\"x.a\", RiskTier.Low, Because = \"scratch\")] public static void A() => File.WriteAllText(\"\", \"\"); [ConsequentialAction(\"x.b\", RiskTier.Low, Because = \"scratch\")] public static void B() => A(); }", "" },
        { "a body behind a contract, and without one", "P.A(); P.H();", "static class P { [ConsequentialAction(\"x.a\", RiskTier.High)] public static void A() => H(); public static void H() => Disk.Act(); }", "P.H → Disk.Act" },

        { "an own comparer in the framework's hands", "new List<int>().Sort(new P());", "class P : IComparer<int> { public int Compare(int a, int b) => Disk.ActInt(); }", "P.Compare → Disk.ActInt" },
        { "an own stream in the framework's hands", "_ = new StreamWriter(new P());", "class P : MemoryStream { public override void Write(byte[] b, int o, int n) => Disk.Act(); }", "P.Write → Disk.Act" },
        { "an own handler that a field keeps", "P.S(new P());", "class P { private readonly H _h = new(); public static void S(P p) => _ = new System.Net.Http.HttpClient(p._h); class H : System.Net.Http.DelegatingHandler { protected override Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage r, CancellationToken c) { Disk.Act(); return null!; } } }", "P.S → H.SendAsync → Disk.Act" },
        { "a hosted service that is started", "await ((Microsoft.Extensions.Hosting.IHostedService)null!).StartAsync(default);", "class P : Microsoft.Extensions.Hosting.IHostedService { public async Task StartAsync(CancellationToken c) => Disk.Act(); public async Task StopAsync(CancellationToken c) { } }", "P.StartAsync → Disk.Act (inferred)" },
        { "a message", "await ((MediatR.ISender)null!).Send(new Q());", MediatR + "class Q { } class P : MediatR.IRequestHandler<Q> { public async Task Handle(Q q, CancellationToken c) => Disk.Act(); } class R : MediatR.IRequestHandler<P> { public async Task Handle(P q, CancellationToken c) { } }", "P.Handle → Disk.Act" },
        { "a message behind a class of one's own", "await new S().Send((object)new Q());", MediatR + "class S : MediatR.ISender { public Task Send(object r, CancellationToken c = default) => null!; } class Q { } class P : MediatR.IRequestHandler<Q> { public async Task Handle(Q q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that two handle", "await ((MediatR.IPublisher)null!).Publish(new Q());", MediatR + "class Q { } class P : MediatR.INotificationHandler<Q> { public async Task Handle(Q q, CancellationToken c) => Disk.Act(); } class R : MediatR.INotificationHandler<Q> { public async Task Handle(Q q, CancellationToken c) { } }", "P.Handle → Disk.Act (inferred)" },
        { "a message that nobody handles", "await ((MediatR.ISender)null!).Send(new Q());", MediatR + "class Q { }", "… ISender.Send" },
        { "a message whose base is handled", "await ((MediatR.ISender)null!).Send(new R());", MediatR + "class Q { } class R : Q { } class P : MediatR.IRequestHandler<Q> { public async Task Handle(Q q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that is handled by its interface", "await ((MediatR.ISender)null!).Send(new R());", MediatR + "interface IQ { } class R : IQ { } class P : MediatR.IRequestHandler<IQ> { public async Task Handle(IQ q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that is sent as its base", "Q q = P.Made(); await ((MediatR.ISender)null!).Send(q);", MediatR + "class Q { } class R : Q { } class P : MediatR.IRequestHandler<R> { public static Q Made() => new R(); public async Task Handle(R q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message of another branch", "await ((MediatR.ISender)null!).Send(new S());", MediatR + "class Q { } class R : Q { } class S : Q { } class P : MediatR.IRequestHandler<R> { public async Task Handle(R q, CancellationToken c) => Disk.Act(); }", "… ISender.Send" },
        { "one of two messages that a class handles", "await ((MediatR.ISender)null!).Send(new Q());", MediatR + "class Q { } class R { } class P : MediatR.IRequestHandler<R>, MediatR.IRequestHandler<Q> { async Task MediatR.IRequestHandler<Q>.Handle(Q q, CancellationToken c) { } async Task MediatR.IRequestHandler<R>.Handle(R r, CancellationToken c) => Disk.Act(); }", "" },
        { "the other of two messages that a class handles", "await ((MediatR.ISender)null!).Send(new R());", MediatR + "class Q { } class R { } class P : MediatR.IRequestHandler<Q>, MediatR.IRequestHandler<R> { async Task MediatR.IRequestHandler<Q>.Handle(Q q, CancellationToken c) { } async Task MediatR.IRequestHandler<R>.Handle(R r, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that a class handles which is something else, too", "await ((MediatR.ISender)null!).Send(new Q());", MediatR + "class Q { } class P : MediatR.IRequestHandler<Q>, IDisposable { public void Dispose() { } public async Task Handle(Q q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that a generic class handles", "await ((MediatR.ISender)null!).Send(new Q());", MediatR + "class Q { } class P<T> : MediatR.IRequestHandler<T> { public async Task Handle(T q, CancellationToken c) => Disk.Act(); }", "P.Handle → Disk.Act" },
        { "a message that a helper is handed", "P.M(new Q());", MediatR + "class Q { } class P : MediatR.IRequestHandler<Q> { internal static void M<T>(T q) => ((MediatR.ISender)null!).Send(q!); public async Task Handle(Q q, CancellationToken c) => Disk.Act(); } class R : MediatR.IRequestHandler<P> { public async Task Handle(P q, CancellationToken c) { } }", "P.M → Handle → Disk.Act" },
        { "a field of one type", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { readonly IRun _r = new Q(); public void M() => _r.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "a field of one type or none", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { IRun? _r = null; public P() => this._r = new Q(); public void M() => _r?.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "a field of two types", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { IRun _r = new Q(); public void N() => _r = new R(); public void M() => _r.Do(); }", "P.M → Q.Do → Disk.Act (inferred)" },
        { "a field that another object's code sets", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { IRun _r = new Q(); public void N(P p) => p._r = new R(); public void M() => _r.Do(); }", "P.M → Q.Do → Disk.Act (inferred)" },
        { "a field of the same name elsewhere", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class S { public IRun _r = null!; } class P { IRun _r = new Q(); public void N(S s) => s._r = new R(); public void M() => _r.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "a local of one type", "IRun r = new Q(); r.Do();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } }", "Q.Do → Disk.Act" },
        { "a local that is set again", "IRun r = new Q(); if (path == \"\") r = new R(); r.Do();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } }", "Q.Do → Disk.Act (inferred)" },
        { "a local that a method sets again", "IRun r = new Q(); P.M(out r); r.Do();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { public static void M(out IRun r) => r = new R(); }", "Q.Do → Disk.Act (inferred)" },
        { "a local that a deconstruction sets again", "IRun r = new Q(); (r, _) = (new R(), 1); r.Do();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } }", "Q.Do → Disk.Act (inferred)" },
        { "a field of one type, behind another field that may be missing", "new P().M();", "public interface IRun { void Do(); } class Q : IRun { public void Do() => Disk.Act(); } class R : IRun { public void Do() { } } class P { readonly P? _p; readonly IRun? _r = new Q(); public void M() => _p?._r?.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "an override that a derived class inherits", "new R().Do();", "class P { public virtual void Do() { } } class Q : P { public override void Do() => Disk.Act(); } class R : Q { }", "Q.Do → Disk.Act" },
        { "a member that is hidden", "P p = new Q(); p.Do();", "class P { public virtual void Do() { } } class Q : P { public new void Do() => Disk.Act(); }", "" },
        { "an override of what implements an interface", "((IRun)new Q()).Do();", "interface IRun { void Do(); } class P : IRun { public virtual void Do() { } } class Q : P { public override void Do() => Disk.Act(); }", "Q.Do → Disk.Act" },
        { "one of two interfaces of one class", "P.M(null!);", "interface IOn<T> { void Do(); } class Q : IOn<string>, IOn<int> { void IOn<string>.Do() => Disk.Act(); void IOn<int>.Do() { } } class P { public static void M(IOn<int> on) => on.Do(); }", "" },
        { "the other of two interfaces of one class", "P.M(null!);", "interface IOn<T> { void Do(); } class Q : IOn<string>, IOn<int> { void IOn<string>.Do() => Disk.Act(); void IOn<int>.Do() { } } class P { public static void M(IOn<string> on) => on.Do(); }", "P.M → Q.Do → Disk.Act" },
        { "an own comparer in own hands", "P.M(new Q());", "class Q : IComparer<int> { public int Compare(int a, int b) => Disk.ActInt(); } class P { public static void M(IComparer<int> c) { } }", "" },

        // Blind.
        { "dynamic", "dynamic d = path; d.M();", "", "? dynamic" },
        { "a dynamic argument", "dynamic d = path; P.M(d);", "class P { public static void M(object o) { } }", "? dynamic" },
        { "a dynamic argument of a local function", "dynamic d = path; M(d); static void M(object o) => Act();", "", "Act" },
        { "a dynamic argument of a constructor", "dynamic d = 1; _ = new P(d);", "class P { public P(int n) => Disk.Act(); }", "new P → Disk.Act; ? dynamic" },
        { "a dynamic argument of one of two constructors", "dynamic d = 1; P p = new(d);", "class P { public P(int n) => Disk.Act(); public P(string s) => Disk.Act(); }", "new P → Disk.Act; ? dynamic" },
        { "an expression tree", "System.Linq.Expressions.Expression<Action> e = () => Act();", "", "? expression-tree" },
        { "an interface that nobody implements", "((P)null!).M();", "interface P { void M(); }", "… P.M" },
        { "two calls that lead out", "((P)null!).M(); ((P)null!).N();", "interface P { void M(); void N(); }", "… P.M; … P.N" },
        { "two calls that lead out, the other way round", "((P)null!).N(); ((P)null!).M();", "interface P { void M(); void N(); }", "… P.N; … P.M" },
        { "a call that leads out of what is called, and one after it", "Q.M(); ((P)null!).N();", "interface P { void M(); void N(); } static class Q { public static void M() => ((P)null!).M(); }", "… P.N; … P.M" },
        { "a property that nobody implements", "_ = ((P)null!).V;", "interface P { int V { get; } }", "" },
        { "a property that nobody implements, and that is set", "((P)null!).V = 1;", "interface P { int V { set; } }", "… P.V" },
        { "code of another assembly", "Xunit.Assert.True(true);", "", "… Assert.True" },
        { "code of another assembly behind a helper", "P.M();", "class P { public static void M() => Xunit.Assert.True(true); }", "… Assert.True" },
        { "a dynamic member", "dynamic d = path; _ = d.M;", "", "? dynamic" },
        { "a dynamic indexer", "dynamic d = path; _ = d[0];", "", "? dynamic" },
        { "a dynamic creation", "dynamic d = 1; _ = new P(d);", "class P { public P(int n) { } public P(string s) { } }", "? dynamic" },
        { "a dynamic argument of what acts", "dynamic d = path; P.M(d);", "class P { public static void M(object o) => Disk.Act(); }", "P.M → Disk.Act; ? dynamic" },
        { "a dynamic argument that leaves others to their defaults", "dynamic d = path; P.M(d);", "class P { public static void M(object a, int b = 1) => Disk.Act(); }", "P.M → Disk.Act; ? dynamic" },
        { "a dynamic argument among any number", "dynamic d = path; P.M(1, d, 2);", "class P { public static void M(int n, params object[] all) => Disk.Act(); }", "P.M → Disk.Act; ? dynamic" },
        { "a dynamic argument that is one too few for what acts", "dynamic d = path; P.M(d);", "class P { public static void M(object a, int b) => Disk.Act(); public static void M(object a) { } }", "? dynamic" },
        { "a dynamic argument that is one too many for what acts", "dynamic d = path; P.M(d, 1);", "class P { public static void M(object a) => Disk.Act(); public static void M(object a, int b) { } }", "? dynamic" },

        // What does not run.
        { "nameof", "_ = nameof(P.V);", "class P { public static int V => Disk.ActInt(); }", "" },
        { "typeof", "_ = typeof(P);", "class P { static P() => Disk.Act(); }", "" },
        { "an attribute", "", "class PAttribute : Attribute { public PAttribute() => Disk.Act(); } [P] class Q { }", "" },
        { "an attribute of a lambda", "var f = [P] () => { }; f();", "class PAttribute : Attribute { public PAttribute() => Disk.Act(); }", "" },
        { "a call that a symbol leaves out", "P.M();", "class P { [System.Diagnostics.Conditional(\"X\")] public static void M() => Disk.Act(); }", "" },
        { "an argument of a call that a symbol leaves out", "P.M(ActInt());", "class P { [System.Diagnostics.Conditional(\"X\")] public static void M(int n) { } }", "" },
        { "a partial method without a body", "new P().M();", "partial class P { partial void N(int n); public void M() => N(Disk.ActInt()); }", "" },
        { "after a return", "return; Act();", "", "" },
        { "after both branches have returned", "if (path == \"\") { return; } else { throw new Exception(); } Act();", "", "" },
        { "if (false)", "if (false) { Act(); }", "", "" },
        { "if (false) around a loop", "if (false) { foreach (var n in new P()) { } }", "class P { public IEnumerator<int> GetEnumerator() { Disk.Act(); yield return 1; } }", "" },
        { "a constant that is false", "const bool On = false; if (On && ActInt() > 0) { Act(); }", "", "" },
        { "a case that a constant does not take is not told apart", "switch (1) { case 2: Act(); break; default: break; }", "", "Act" },
        { "an arm that a constant does not take is not told apart", "_ = 1 switch { 2 => ActInt(), _ => 0 };", "", "ActInt" },
        { "after a loop without an end", "while (true) { } Act();", "", "" },
        { "a lambda in dead code", "if (false) { await Task.Run(() => Act()); }", "", "" },
        { "after a return that is not always met", "if (path == \"\") { return; } Act();", "", "Act" },
        { "a label after a return", "if (path == \"\") { goto act; } return; act: Act();", "", "Act" },
        { "a local function that is not called", "void Inner() => Act();", "", "" },
        { "code under a symbol that is not defined", "\n#if X\nAct();\n#endif\n", "", "" },
        { "a default value", "M(); static void M(int n = 1) { }", "", "" },
        { "members that a record is given", "_ = new P(1) == new P(2); _ = new P(1).ToString();", "record P(int N);", "" },
        { "lock", "lock (new P()) { }", "class P { public override string ToString() { Disk.Act(); return \"\"; } }", "" },
        { "an override of a call that a symbol leaves out", "new Q().M();", "class P { [System.Diagnostics.Conditional(\"X\")] public virtual void M() { } } class Q : P { public override void M() => Disk.Act(); }", "" },
        { "an attribute that is only called like the one of symbols", "P.M();", "namespace Own { class ConditionalAttribute : Attribute { public ConditionalAttribute(string s) { } } } class P { [Own.Conditional(\"X\")] public static void M() => Disk.Act(); }", "P.M → Disk.Act" },
        { "after a throw", "throw new Exception(); Act();", "", "" },
        { "after a break", "foreach (var c in path) { break; Act(); }", "", "" },
        { "after a return in a case", "switch (path) { case \"\": return; Act(); }", "", "" },
        { "after a yield break", "_ = M().ToList(); IEnumerable<int> M() { yield break; Act(); }", "", "" },
        { "after a yield return", "_ = M().ToList(); IEnumerable<int> M() { yield return 1; Act(); }", "", "Act" },
        { "after a try that returns", "try { return; } catch { return; } Act();", "", "" },
        { "after a try of which a catch goes on", "try { return; } catch { } Act();", "", "Act" },
        { "after a finally that throws", "try { } finally { throw new Exception(); } Act();", "", "" },
        { "after a using that returns", "using (new MemoryStream()) { return; } Act();", "", "" },
        { "after a lock that returns", "lock (path) { return; } Act();", "", "" },
        { "after a block that returns", "{ return; } Act();", "", "" },
        { "after a loop that goes on for ever", "for (;;) { } Act();", "", "" },
        { "while (false)", "while (false) { Act(); }", "", "" },
        { "for as long as false", "for (; false;) { Act(); }", "", "" },
        { "a constant that is true", "_ = true || ActInt() > 0;", "", "" },
        { "a constant that is true, and what it lets through", "_ = true && ActInt() > 0;", "", "ActInt" },
        { "using after a return", "return; using (new P()) { }", "class P : IDisposable { public void Dispose() => Disk.Act(); }", "" },
        { "a local function after a return", "Inner(); return; void Inner() => Act();", "", "Act" },
        { "after a block that does something and returns", "{ Console.WriteLine(); return; } Act();", "", "" },
        { "after a try that returns, with a finally", "try { return; } finally { Console.WriteLine(); } Act();", "", "" },
        { "a using declaration after a return", "return; using var p = new P();", "class P : IDisposable { public void Dispose() => Disk.Act(); }", "" },
        { "a lambda in a lambda in dead code", "if (false) { await Task.Run(() => Task.Run(() => Act())); }", "", "" },
        { "after a return of a constructor", "_ = new P();", "class P { public P() { return; Disk.Act(); } }", "" },
        { "the wrong half of a field initialiser", "_ = new P();", "class P { int _n = false ? Disk.ActInt() : 1; }", "" },
        { "the wrong half of a property initialiser", "_ = new P();", "class P { int N { get; } = false ? Disk.ActInt() : 1; }", "" },
        { "the wrong half of a property", "_ = new P().V;", "class P { public int V => true ? 1 : Disk.ActInt(); }", "" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Is_found_where_it_runs(string construct, string statement, string others, string expected)
    {
        var facts = await FactsOf.Source($$"""
            #pragma warning disable
            [GovernedWorkflow("disk")]
            public sealed partial class Disk
            {
                [WorkflowStep("s", RiskTier.Low)]
                public async Task S(string path)
                {
                    {{statement}}
                }

                [ConsequentialAction("disk.act", RiskTier.High)] internal static void Act() { }
                [ConsequentialAction("disk.act", RiskTier.High)] internal static int ActInt() => 1;
            }
            {{others}}
            """, entry: construct);

        Assert.Equal(expected, string.Join("; ", Found(facts)));
    }

    /// <summary>Who handles a message is told by the library's interfaces: the one that it is handed to, and the one that is implemented.</summary>
    [Theory]
    [InlineData("MediatR", "ISender", "Send", "IRequestHandler<Q>")]
    [InlineData("MediatR", "ISender", "Send", "IRequestHandler<Q, int>")]
    [InlineData("MediatR", "ISender", "CreateStream", "IStreamRequestHandler<Q, int>")]
    [InlineData("MediatR", "IPublisher", "Publish", "INotificationHandler<Q>")]
    [InlineData("Mediator", "ISender", "Send", "IRequestHandler<Q>")]
    [InlineData("Mediator", "ISender", "Send", "IRequestHandler<Q, int>")]
    [InlineData("Mediator", "ISender", "Send", "ICommandHandler<Q>")]
    [InlineData("Mediator", "ISender", "Send", "ICommandHandler<Q, int>")]
    [InlineData("Mediator", "ISender", "Send", "IQueryHandler<Q, int>")]
    [InlineData("Mediator", "ISender", "CreateStream", "IStreamRequestHandler<Q, int>")]
    [InlineData("Mediator", "ISender", "CreateStream", "IStreamCommandHandler<Q, int>")]
    [InlineData("Mediator", "ISender", "CreateStream", "IStreamQueryHandler<Q, int>")]
    [InlineData("Mediator", "IPublisher", "Publish", "INotificationHandler<Q>")]
    public Task A_message_leads_to_who_handles_it(string library, string sender, string member, string handler) => Is_found_where_it_runs(
        $"{library}.{sender}.{member}",
        $"(({library}.{sender})null!).{member}(new Q());",
        $$"""
        namespace {{library}}
        {
            public interface {{sender}} { void {{member}}(object message); }
            public interface {{handler.Replace("<Q", "<T", StringComparison.Ordinal).Replace("int", "R", StringComparison.Ordinal)}} { void Handle(T message); }
        }

        class Q { }
        class P : {{library}}.{{handler}} { public void Handle(Q q) => Disk.Act(); }
        """,
        "P.Handle → Disk.Act");

    [Theory]
    [InlineData("", "")]
    [InlineData("#define X", "P.M → Disk.Act")]
    [InlineData("#define Y", "")]
    [InlineData("#define X\n#undef X", "")]
    [InlineData("#undef X\n#define X", "P.M → Disk.Act")]
    [InlineData("#if Y\n#define X\n#endif", "")]
    [InlineData("#define X\n#if Y\n#undef X\n#endif", "P.M → Disk.Act")]
    public async Task A_call_that_a_symbol_lets_in_is_one(string directives, string expected)
    {
        var facts = await FactsOf.Source($$"""
            {{directives}}
            [GovernedWorkflow("disk")]
            public sealed class Disk
            {
                [WorkflowStep("s", RiskTier.Low)] public async Task S(string path) => P.M();
                [ConsequentialAction("disk.act", RiskTier.High)] internal static void Act() { }
            }

            static class P { [System.Diagnostics.Conditional("X")] public static void M() => Disk.Act(); }
            """);

        Assert.Equal(expected, string.Join("; ", Found(facts)));
    }

    /// <summary>Without a registration it would be a guess which of the two answers.</summary>
    [Theory]
    [InlineData("AddSingleton")]
    [InlineData("AddScoped")]
    [InlineData("AddTransient")]
    [InlineData("TryAddSingleton")]
    [InlineData("TryAddScoped")]
    [InlineData("TryAddTransient")]
    [InlineData("AddKeyedSingleton")]
    [InlineData("AddKeyedScoped")]
    [InlineData("AddKeyedTransient")]
    [InlineData("TryAddKeyedSingleton")]
    [InlineData("TryAddKeyedScoped")]
    [InlineData("TryAddKeyedTransient")]
    [InlineData("AddHttpClient")]
    [InlineData("AddGoverned")]
    [InlineData("Decorate")]
    [InlineData("Singleton")]
    [InlineData("Scoped")]
    [InlineData("Transient")]
    [InlineData("KeyedSingleton")]
    [InlineData("KeyedScoped")]
    [InlineData("KeyedTransient")]
    [InlineData("Describe", "ServiceDescriptor")]
    [InlineData("DescribeKeyed", "ServiceDescriptor")]
    public Task A_registration_is_known_by_its_name(string member, string type = "Services") => Is_found_where_it_runs(
        member,
        "((IRun)null!).M();",
        $$"""
        interface IRun { void M(); }
        class P : IRun { public void M() => Disk.Act(); }
        class Q : IRun { public void M() { } }
        static class {{type}} { public static void {{member}}<S, I>() { } static void Fill() => {{type}}.{{member}}<IRun, P>(); }
        """,
        "P.M → Disk.Act");

    /// <summary>So many classes of an <c>IRun</c>, of which the first acts.</summary>
    private static string Classes(int count) => string.Concat(Enumerable.Range(0, count).Select(n => $"class Q{n} : IRun {{ public void Do() {{ {(n == 0 ? "Disk.Act();" : "")} }} }} "));

    private static IEnumerable<string> Found(IReadOnlyDictionary<string, string?> facts)
        => Lines(facts["actions"]).Where(f => f[0] == "disk.act").Select(f => f[2]["S → ".Length..] + (f.Length > 5 ? " (" + f[5] + ")" : ""))
            .Concat(Lines(facts["blindSpots"]).Select(f => "? " + f[0]))
            .Concat(Lines(facts["notFollowed"]).Select(f => "… " + f[0]));

    private static IEnumerable<string[]> Lines(string? value) => value!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('|'));
}
