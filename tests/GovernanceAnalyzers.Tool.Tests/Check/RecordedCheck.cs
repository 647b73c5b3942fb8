using System.Text.Json.Nodes;
using GovernanceAnalyzers.Tool.Check;

namespace GovernanceAnalyzers.Tool.Tests.Check;

/// <summary>
/// What a build leaves behind, written by hand in the shape that the compiler and the attached targets write it (csc 5.9, SARIF 2.1), for what
/// a small real project cannot easily be brought to do.
/// </summary>
internal sealed class RecordedCheck : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<BuildError> _errors = [];
    private int _compilations;

    public string Project => _folder["App.csproj"];

    public static JsonObject Result(string rule, string level, string message, int line = 1, bool suppressed = false, params (string, string)[] properties)
    {
        var result = new JsonObject
        {
            ["ruleId"] = rule,
            ["level"] = level,
            ["message"] = new JsonObject { ["text"] = message },
        };
        if (line > 0)
        {
            result["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = "Tools.cs" },
                    ["region"] = new JsonObject { ["startLine"] = line, ["startColumn"] = 5, ["endLine"] = line, ["endColumn"] = 9 },
                },
            });
        }

        if (suppressed)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource" });
        }

        if (properties.Length > 0)
        {
            result["properties"] = new JsonObject
            {
                ["warningLevel"] = 1,
                ["customProperties"] = new JsonObject(properties.Select(p => KeyValuePair.Create(p.Item1, (JsonNode?)p.Item2))),
            };
        }

        return result;
    }

    public static JsonObject Fact(string kind, string id, int line, params (string, string)[] more)
        => Result("GVN0001", "note", "facts", line, false, [("kind", kind), ("id", id), ("member", $"M:App.Tools.{id}"), ("control", "none"), .. more]);

    /// <summary>One compile; without rules, no analyzer ran in it.</summary>
    public RecordedCheck Compiled(string framework, string[] rules, params JsonObject[] results)
    {
        var sarif = new JsonObject
        {
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["results"] = new JsonArray([.. results]),
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["rules"] = new JsonArray([.. rules.Select(r => new JsonObject { ["id"] = r, ["helpUri"] = $"https://example/{r}.md" })]),
                    },
                },
            }),
        };
        File.WriteAllText(Record(framework) + ".sarif", sarif.ToJsonString());
        return this;
    }

    /// <summary>A compile's record without a log.</summary>
    public string Record(string framework, string language = "C#", params string[] more)
    {
        var file = Path.Combine(_folder.Data, $"App-{++_compilations}");
        File.WriteAllLines(file + ".record", [$"project={Project}", $"language={language}", $"framework={framework}", "assembly=App", .. more]);
        return file;
    }

    public RecordedCheck Failed(string line)
    {
        _errors.Add(BuildError.Read(line)!);
        return this;
    }

    public CheckResult Read(bool allowUnfollowed = false, bool enforceDates = false)
    {
        var target = new CheckTarget(Project);
        return CheckReading.Read(target, new ShownPaths(target), new UserBuild(_errors.Count == 0 ? 0 : 1, _errors, null), Compilation.ReadAll(_folder.Data),
                                 new CheckOptions(Project) { AllowUnfollowed = allowUnfollowed, EnforceDates = enforceDates });
    }

    public void Dispose() => _folder.Dispose();
}
