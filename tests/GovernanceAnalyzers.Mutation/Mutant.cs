using System.Text.Json;

namespace GovernanceAnalyzers.Mutation;

/// <summary>A change in one place of the code, as Stryker made and numbered it.</summary>
/// <param name="File">From the folder of the project, with slashes.</param>
/// <param name="IsStatic">In an initializer that runs once, before the first test that needs it.</param>
internal sealed record Mutant(int Id, string File, int Line, bool IsStatic, string Mutator, string Replacement)
{
    /// <summary>Those of a report of Stryker's that are compiled into its assembly.</summary>
    public static List<Mutant> In(JsonElement report)
    {
        var root = report.GetProperty("projectRoot").GetString()!;
        return
        [
            .. from file in report.GetProperty("files").EnumerateObject()
               from mutant in file.Value.GetProperty("mutants").EnumerateArray()
               where mutant.GetProperty("status").GetString() is not ("CompileError" or "Ignored")
               let id = int.Parse(mutant.GetProperty("id").GetString()!)
               orderby id
               select new Mutant(
                   id,
                   Path.GetRelativePath(root, file.Name).Replace('\\', '/'),
                   mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                   mutant.GetProperty("static").GetBoolean(),
                   mutant.GetProperty("mutatorName").GetString()!,
                   string.Join(' ', mutant.GetProperty("replacement").GetString()!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))),
        ];
    }

    public override string ToString() => $"{Id} {File}:{Line} {Mutator}: {Replacement}";
}
