using System.Xml.Linq;

namespace GovernanceAnalyzers.Tests.Docs;

/// <summary>What an IDE shows beside an attribute is all that many will read, so its example compiles and breaks no rule.</summary>
public sealed class AttributeExampleTests
{
    public static TheoryData<string> Attributes =>
        [.. Directory.GetFiles(AllRules.RepositoryFile("src/GovernanceAnalyzers.Abstractions/Declarations"), "*Attribute.cs")
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task An_attribute_has_an_example_that_compiles_and_breaks_no_rule(string attribute)
    {
        var lines = File.ReadAllLines(AllRules.RepositoryFile($"src/GovernanceAnalyzers.Abstractions/Declarations/{attribute}.cs"));
        var documentation = lines.SkipWhile(line => !line.StartsWith("///", StringComparison.Ordinal)).TakeWhile(line => line.StartsWith("///", StringComparison.Ordinal));
        var example = XElement.Parse($"<doc>{string.Join('\n', documentation.Select(line => line[3..]))}</doc>").Element("example")?.Element("code")?.Value;

        Assert.NotNull(example);
        Assert.Contains($"{attribute[..^"Attribute".Length]}", example);
        Assert.Empty((await ExampleCode.DiagnosticsOf(example)).Where(d => d.Id != "GVN0001"));
    }
}
