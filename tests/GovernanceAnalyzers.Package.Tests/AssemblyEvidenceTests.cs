using GovernanceAnalyzers.Inspection;

namespace GovernanceAnalyzers.Package.Tests;

public sealed class AssemblyEvidenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("governance-evidence-").FullName;

    private static string ThisAssembly => typeof(AssemblyEvidenceTests).Assembly.Location;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_assembly_without_attributes_of_ours_needs_no_manifest_unless_it_is_due()
    {
        var evidence = AssemblyEvidence.Read(ThisAssembly);
        Assert.Equal("GovernanceAnalyzers.Package.Tests", evidence.AssemblyName);
        Assert.Null(evidence.Problem);
        Assert.False(evidence.Declares);
        Assert.Contains("carries no governance manifest", AssemblyEvidence.Read(ThisAssembly, isDue: true).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("MZ and nothing more")]
    [InlineData("# governance-actions 1\n")]
    public void What_is_no_assembly_gives_one_line_that_names_it(string content)
    {
        var path = Path.Combine(_folder, "broken.dll");
        File.WriteAllText(path, content);
        var problem = Assert.Throws<InspectionException>(() => AssemblyEvidence.Read(path)).Message;
        Assert.Contains(path, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void A_missing_file_gives_one_line()
        => Assert.Contains("cannot be read", Assert.Throws<InspectionException>(() => AssemblyEvidence.Read(Path.Combine(_folder, "no.dll"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_damaged_assembly_is_read_or_refused_and_nothing_else()
    {
        var whole = File.ReadAllBytes(ThisAssembly);
        var random = new Random(20261120);
        var path = Path.Combine(_folder, "damaged.dll");
        for (var i = 0; i < 300; i++)
        {
            var damaged = whole[..(i % 3 == 0 ? random.Next(whole.Length) : whole.Length)];
            for (var j = 0; j < 20 && damaged.Length > 0; j++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            File.WriteAllBytes(path, damaged);
            try
            {
                AssemblyEvidence.Read(path, isDue: true);
            }
            catch (InspectionException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }
}
