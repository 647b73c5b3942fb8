using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>Shapes of C# that the compiler has and the library that the rules are compiled against does not know.</summary>
[Collection(Packed.Name)]
public sealed class NewSyntaxTests(PackedPackages packages)
{
    /// <summary>In the project of the tools and in another one: what an extension block says and does, and what its members are called as.</summary>
    private static readonly (string Path, string Text) s_library = ("Library/Library.cs", """
        using Governance;

        public sealed class Plain;

        public static class Marks
        {
            extension(Plain plain)
            {
                [ConsequentialAction("disk.act", RiskTier.High)] public void Act() { }
                [ConsequentialAction("disk.act", RiskTier.High)] public int Size => 1;
                [ConsequentialAction("disk.act", RiskTier.High)] public static void ActAll() { }
                [ConsequentialAction("disk.act", RiskTier.Low, OnlyFromSteps = true)] public void ActInSteps() { }
                [HumanConfirmation(Distinct = true)] public bool Ask(string what) => Console.ReadLine() == what;
                [RecordsAction(RecordMoment.Scope)] public IDisposable Open(string what) => new StringReader(Console.ReadLine() + what);
                public void Listed() { }
                public int ListedSize => 1;
                public void Unlisted() { }
            }
        }
        """);

    private static readonly (string Path, string Text) s_types = ("Tools/Types.cs", """
        using Governance;

        public static class Disk
        {
            [ConsequentialAction("disk.act", RiskTier.High)] public static void Act() { }
            [ConsequentialAction("disk.act", RiskTier.High)] public static int ActInt() => 1;
        }

        public static class Own
        {
            extension(Plain plain)
            {
                public void Wipe() => Disk.Act();
                public void Look() { }
                public void Each(Action action) => action();
                public void Later() { Action act = () => Disk.Act(); act(); }
                [System.Diagnostics.Conditional("NEVER")] public void Trace() => Disk.Act();
                public int Read { get => Disk.ActInt(); set { } }
                public int Written { get => 1; set => Disk.Act(); }
                [ConsequentialAction("disk.act", RiskTier.High)] public int Marked => 1;
                [AutomationEntryPoint] public void Tool() => Disk.Act(); // GVN2006 'Tool' performs disk.act (High) by Tool → Disk.Act and nobody
                public static void WipeAll() => Disk.Act();
                public static int Count => Disk.ActInt();
                public static Plain operator +(Plain a, Plain b) { Disk.Act(); return a; }
                public static Plain operator -(Plain a, Plain b) => a;
            }

            extension<T>(List<T> list) { public void WipeEach() => Disk.Act(); }

            extension(ReadOnlySpan<int> numbers) { public void WipeNumbers() => Disk.Act(); }
        }

        public sealed class Sum
        {
            public void operator +=(int n) => Disk.Act();
            public void operator checked +=(int n) => Disk.Act();
            public void operator -=(int n) { }
            public void operator ++() => Disk.Act();
            public void operator --() { }
            [ConsequentialAction("disk.act", RiskTier.High)] public void operator *=(int n) { }
        }

        public sealed class Fields
        {
            public int Written { get => field; set { Disk.Act(); field = value; } }
            public int Read { get { Disk.Act(); return field; } set; }
            public int Plain { get => field; set; }
            public Fields? Next { get; set; }
            public int this[int n] { get => n; set => Disk.Act(); }
            public event Action Raised { add => Disk.Act(); remove { } }
        }

        public sealed class Started { public int N { get => field; } = Disk.ActInt(); }

        public sealed partial class Parts
        {
            public partial Parts(int n);
            public partial Parts(string text);
            public partial event Action Raised;
        }

        public sealed partial class Parts
        {
            public Parts() { }
            public partial Parts(int n) { Disk.Act(); }
            [ConsequentialAction("disk.act", RiskTier.High)] public partial Parts(string text) { }
            public partial event Action Raised { add { Disk.Act(); } remove { } }
        }

        public sealed class Generic<T> { public static int Act => Disk.ActInt(); }

        public delegate bool TryParse(string text, out int result);
        """);

    private static readonly (string Path, string Text) s_tools = ("Tools/Tools.cs", """
        using Governance;

        public static class Extensions
        {
            [AutomationEntryPoint] public static void Method(Plain p) => p.Wipe(); // GVN2006 by Method → Own.Wipe → Disk.Act and nobody
            [AutomationEntryPoint] public static void ConditionalCall(Plain? p) => p?.Wipe(); // GVN2006 by ConditionalCall → Own.Wipe → Disk.Act and nobody
            [AutomationEntryPoint] public static void Group(Plain p) => new Thread(p.Wipe).Start(); // GVN2006 by Group → Own.Wipe → Disk.Act and nobody
            [AutomationEntryPoint] public static void Lambda(Plain p) => p.Each(() => Disk.Act()); // GVN2006 by Lambda → Disk.Act and nobody
            [AutomationEntryPoint] public static void LambdaInside(Plain p) => p.Later(); // GVN2006 by LambdaInside → Own.Later → Disk.Act and nobody
            [AutomationEntryPoint] public static void Static() => Plain.WipeAll(); // GVN2006 by Static → Own.WipeAll → Disk.Act and nobody
            [AutomationEntryPoint] public static int StaticProperty() => Plain.Count; // GVN2006 by StaticProperty → Own.Count → Disk.ActInt and nobody
            [AutomationEntryPoint] public static void OfGeneric() => new List<int>().WipeEach(); // GVN2006 by OfGeneric → Own.WipeEach → Disk.Act and nobody
            [AutomationEntryPoint] public static void OfSpan(int[] n) => n.WipeNumbers(); // GVN2006 by OfSpan → Own.WipeNumbers → Disk.Act and nobody
            [AutomationEntryPoint] public static int Get(Plain p) => p.Read; // GVN2006 by Get → Own.Read → Disk.ActInt and nobody
            [AutomationEntryPoint] public static void Set(Plain p) => p.Written = 1; // GVN2006 by Set → Own.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static void Both(Plain p) => p.Written += 1; // GVN2006 by Both → Own.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static void ConditionalSet(Plain? p) => p?.Written = 1; // GVN2006 by ConditionalSet → Own.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static bool Pattern(Plain p) => p is { Read: 1 }; // GVN2006 by Pattern → Own.Read → Disk.ActInt and nobody
            [AutomationEntryPoint] public static int MarkedGet(Plain p) => p.Marked; // GVN2006 by MarkedGet → Own.Marked and nobody
            [AutomationEntryPoint] public static void Operator(Plain p) { _ = p + p; } // GVN2006 by Operator → Own.op_Addition → Disk.Act and nobody
            [AutomationEntryPoint] public static void OperatorOfCompound(Plain p) { p += p; } // GVN2006 by OperatorOfCompound → Own.op_Addition → Disk.Act and nobody

            [AutomationEntryPoint] public static void Looks(Plain p) => p.Look();
            [AutomationEntryPoint] public static int GetsWhatActsWhenSet(Plain p) => p.Written;
            [AutomationEntryPoint] public static void SetsWhatActsWhenRead(Plain p) => p.Read = 1;
            [AutomationEntryPoint] public static void Subtracts(Plain p) { _ = p - p; }
            [AutomationEntryPoint] public static void LeavesOut(Plain p) => p.Trace();
        }

        public static class ExtensionsAsStaticMethods
        {
            [AutomationEntryPoint] public static void Method(Plain p) => Own.Wipe(p); // GVN2006 by Method → Own.Wipe → Disk.Act and nobody
            [AutomationEntryPoint] public static void Group(Plain p) => new List<Plain>().ForEach(Own.Wipe); // GVN2006 by Group → Own.Wipe → Disk.Act and nobody
            [AutomationEntryPoint] public static void OfGeneric(List<int> n) => Own.WipeEach(n); // GVN2006 by OfGeneric → Own.WipeEach → Disk.Act and nobody
            [AutomationEntryPoint] public static int Get(Plain p) => Own.get_Read(p); // GVN2006 by Get → Own.get_Read → Disk.ActInt and nobody
            [AutomationEntryPoint] public static int MarkedGet(Plain p) => Own.get_Marked(p); // GVN2006 by MarkedGet → Own.get_Marked and nobody
            [AutomationEntryPoint] public static void Operator(Plain p) { _ = Own.op_Addition(p, p); } // GVN2006 by Operator → Own.op_Addition → Disk.Act and nobody

            [AutomationEntryPoint] public static void Looks(Plain p) => Own.Look(p);
            [AutomationEntryPoint] public static int GetsWhatActsWhenSet(Plain p) => Own.get_Written(p);
            [AutomationEntryPoint] public static void LeavesOut(Plain p) => Own.Trace(p);
        }

        public static class ExtensionsOfAnotherProject
        {
            [AutomationEntryPoint] public static void Method(Plain p) => p.Act(); // GVN2006 by Method → Marks.Act and nobody
            [AutomationEntryPoint] public static int Get(Plain p) => p.Size; // GVN2006 by Get → Marks.Size and nobody
            [AutomationEntryPoint] public static void Static() => Plain.ActAll(); // GVN2006 by Static → Marks.ActAll and nobody
            [AutomationEntryPoint] public static void AsStatic(Plain p) => Marks.Act(p); // GVN2006 by AsStatic → Marks.Act and nobody
            [AutomationEntryPoint] public static int GetAsStatic(Plain p) => Marks.get_Size(p); // GVN2006 by GetAsStatic → Marks.get_Size and nobody
            [AutomationEntryPoint] public static void Listed(Plain p) => p.Listed(); // GVN2006 by Listed → Marks.Listed and nobody
            [AutomationEntryPoint] public static int ListedGet(Plain p) => p.ListedSize; // GVN2006 by ListedGet → Marks.ListedSize and nobody
            [AutomationEntryPoint] public static void ListedAsStatic(Plain p) => Marks.Listed(p); // GVN2006 by ListedAsStatic → Marks.Listed and nobody
            [AutomationEntryPoint] public static void Unlisted(Plain p) => p.Unlisted();
            public static void OfNoStep(Plain p) => p.ActInSteps(); // GVN2019 'OfNoStep' performs disk.act (Low) by OfNoStep → Marks.ActInSteps, and only a step may
        }

        public static class Operators
        {
            [AutomationEntryPoint] public static void Compound(Sum s) => s += 1; // GVN2006 by Compound → Sum.op_AdditionAssignment → Disk.Act and nobody
            [AutomationEntryPoint] public static void Checked(Sum s) { checked { s += 1; } } // GVN2006 by Checked → Sum.op_CheckedAdditionAssignment → Disk.Act and nobody
            [AutomationEntryPoint] public static void Marked(Sum s) => s *= 1; // GVN2006 by Marked → Sum.op_MultiplicationAssignment and nobody
            [AutomationEntryPoint] public static void Increment(Sum s) => s++; // GVN2006 by Increment → Sum.op_IncrementAssignment → Disk.Act and nobody
            [AutomationEntryPoint] public static void IncrementBefore(Sum s) { _ = ++s; } // GVN2006 by IncrementBefore → Sum.op_IncrementAssignment → Disk.Act and nobody

            [AutomationEntryPoint] public static void CompoundThatLooks(Sum s) => s -= 1;
            [AutomationEntryPoint] public static void DecrementThatLooks(Sum s) => s--;
        }

        public static class FieldKeyword
        {
            [AutomationEntryPoint] public static void Write(Fields f) => f.Written = 1; // GVN2006 by Write → Fields.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static int Read(Fields f) => f.Read; // GVN2006 by Read → Fields.Read → Disk.Act and nobody
            [AutomationEntryPoint] public static void Initialiser() { _ = new Started(); } // GVN2006 by Initialiser → new Started → Disk.ActInt and nobody

            [AutomationEntryPoint] public static int ReadsWhatActsWhenWritten(Fields f) => f.Written;
            [AutomationEntryPoint] public static void WritesWhatActsWhenRead(Fields f) => f.Read = 1;
            [AutomationEntryPoint] public static int InitialisedElsewhere(Started s) => s.N;
        }

        public static class PartialMembers
        {
            [AutomationEntryPoint] public static void Constructor() { _ = new Parts(1); } // GVN2006 by Constructor → new Parts → Disk.Act and nobody
            [AutomationEntryPoint] public static void MarkedConstructor() { _ = new Parts(""); } // GVN2006 by MarkedConstructor → new Parts and nobody
            [AutomationEntryPoint] public static void Event(Parts p) => p.Raised += () => { }; // GVN2006 by Event → Parts.Raised → Disk.Act and nobody

            [AutomationEntryPoint] public static void OtherConstructor() { _ = new Parts(); }
            [AutomationEntryPoint] public static void OtherAccessor(Parts p) => p.Raised -= () => { };
        }

        public static class ConditionalAssignment
        {
            [AutomationEntryPoint] public static void Property(Fields? f) => f?.Written = 1; // GVN2006 by Property → Fields.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static void Value(Fields? f) => f?.Plain = Disk.ActInt(); // GVN2006 by Value → Disk.ActInt and nobody
            [AutomationEntryPoint] public static void Nested(Fields? f) => f?.Next?.Written = 1; // GVN2006 by Nested → Fields.Written → Disk.Act and nobody
            [AutomationEntryPoint] public static void Compound(Fields? f) => f?.Read += 1; // GVN2006 by Compound → Fields.Read → Disk.Act and nobody
            [AutomationEntryPoint] public static void Indexer(Fields? f) => f?[0] = 1; // GVN2006 by Indexer → Fields.this[] → Disk.Act and nobody
            [AutomationEntryPoint] public static void Event(Fields? f) => f?.Raised += () => { }; // GVN2006 by Event → Fields.Raised → Disk.Act and nobody
            [AutomationEntryPoint] public static void Coalesce(Fields? f) => f?.Next ??= new Fields { Written = 1 }; // GVN2006 by Coalesce → Fields.Written → Disk.Act and nobody

            [AutomationEntryPoint] public static void WritesWhatActsWhenRead(Fields? f) => f?.Read = 1;
            [AutomationEntryPoint] public static void Plain(Fields? f) => f?.Plain = 1;
        }

        public static class Others
        {
            [AutomationEntryPoint] public static void LambdaWithModifiers() { TryParse t = (text, out result) => { Disk.Act(); result = 0; return true; }; t("", out _); } // GVN2006 by LambdaWithModifiers → Disk.Act and nobody

            [AutomationEntryPoint] public static string UnboundNameof() => nameof(List<>) + nameof(Generic<>.Act);
        }

        [GovernedWorkflow("plain", Owner = "disk-ops", GovernanceOwner = "risk-office", EscalateTo = "oncall-disk")]
        [Review("authority", EveryDays = 90)]
        public sealed class Steps
        {
            [WorkflowStep("asked", RiskTier.High, Irreversible = "it is gone")]
            public void Asked([StepService] Plain p) { if (p.Ask("go on?")) { using (p.Open("acts")) { p.Act(); p.ActInSteps(); } } }

            [WorkflowStep("asked-as-static", RiskTier.High, Irreversible = "it is gone")]
            public void AskedAsStatic([StepService] Plain p) { if (Marks.Ask(p, "go on?")) { using (Marks.Open(p, "acts")) { Marks.Act(p); } } }

            [WorkflowStep("asked-in-vain", RiskTier.High, Irreversible = "it is gone")]
            public void AskedInVain([StepService] Plain p) { _ = p.Ask("go on?"); using (p.Open("acts")) { p.Act(); } } // GVN2004 'plain/asked-in-vain' performs disk.act (High) by AskedInVain → Marks.Act but nothing depends on the answer
        }
        """);

    /// <summary>Each shape of C# 14, where it acts and beside it where it does not: the table of constructs on the compiler that knows them.</summary>
    [Fact]
    public void What_acts_in_shapes_of_newer_compilers_is_found_and_what_does_not_is_not()
        => packages.Workspace("new-shapes")
            .Project("Library/Library.csproj").Write(s_library.Path, s_library.Text)
            .Project("Tools/Tools.csproj", items: "<ProjectReference Include=\"../Library/Library.csproj\" />")
            .Write("Tools/shapes.actions.txt", """
                # governance-actions 1
                M:Marks.Listed(*); disk.act; High; no; said by a list
                M:Marks.get_ListedSize(*); disk.act; High; no; said by a list
                """)
            .Write(s_types.Path, s_types.Text).Write(s_tools.Path, s_tools.Text)
            .Build("Tools").FailedAsMarked(s_types, s_tools);

    [Fact]
    public void A_step_in_an_extension_block_is_told_to_be_an_extension_method()
        => packages.Workspace("extension-block").Project("Shop.csproj").Write("Tools.cs", """
            using Governance;
            [GovernedWorkflow("tools", Owner = "ops", GovernanceOwner = "risk-office")]
            public static partial class Tools
            {
                extension(IStepGovernor governor)
                {
                    [WorkflowStep("run", RiskTier.Low)]
                    public partial System.Threading.Tasks.Task RunAsync();
                }
            }
            """).Build(".").FailedWith("GVN1010", "it is a member of an extension block", "make it an extension method with 'this'");
}
