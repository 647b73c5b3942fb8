using GovernanceAnalyzers.Generation;
using GovernanceAnalyzers.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GovernanceAnalyzers.Tests.Generation;

/// <summary>A test of what the generator writes; the usual usings are there unless the language is older than they are.</summary>
public sealed class PlumbingTest : GeneratorTest<GovernanceGenerator>
{
    private readonly LanguageVersion _language;

    public PlumbingTest(LanguageVersion language = LanguageVersion.Latest)
        : base(typeof(StepNames))
    {
        _language = language;

        // A step of the pipeline that reads one attribute does not run where no file carries it.
        AbsentSteps.AddRange([StepNames.Steps, StepNames.Types, StepNames.Decorators, StepNames.Workflows, StepNames.Contracts, StepNames.Waivers]);
        if (language is LanguageVersion.Latest or >= LanguageVersion.CSharp10)
        {
            TestState.Sources.Add(ShippedGenerator.GlobalUsings);
        }
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(_language, DocumentationMode.Diagnose);
}
