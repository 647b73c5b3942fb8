using GovernanceAnalyzers.Package.Tests.Rig;

namespace GovernanceAnalyzers.Package.Tests;

/// <summary>Shapes of C# that the compiler has and the library that the rules are compiled against does not know.</summary>
[Collection(Packed.Name)]
public sealed class NewSyntaxTests(PackedPackages packages)
{
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
