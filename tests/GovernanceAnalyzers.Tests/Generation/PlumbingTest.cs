using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>A test of what the generator writes; the usual usings are there.</summary>
public sealed class PlumbingTest : GeneratorTest<GovernanceGenerator>
{
    public PlumbingTest()
        : base(typeof(StepNames))
        => TestState.Sources.Add(ShippedGenerator.GlobalUsings);
}
