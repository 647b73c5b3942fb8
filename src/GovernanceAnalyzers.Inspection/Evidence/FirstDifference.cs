using System.Linq;

namespace GovernanceAnalyzers.Inspection.Evidence;

/// <summary>Where two manifests begin to differ, in words.</summary>
internal static class FirstDifference
{
    /// <summary>Null where they are the same.</summary>
    public static string? Between(JsonTree embedded, JsonTree compiled, string path = "")
    {
        if (embedded.Text is not null || compiled.Text is not null)
        {
            return embedded.Text == compiled.Text && (embedded.Text is null) == (compiled.Text is null)
                ? null
                : $"{path} is {Show(embedded)} in the embedded manifest and {Show(compiled)} in the code";
        }

        if ((embedded.Members is null) != (compiled.Members is null))
        {
            return $"{path} has another shape";
        }

        return embedded.Members is null ? Items(embedded, compiled, path) : Members(embedded, compiled, path);
    }

    private static string? Members(JsonTree embedded, JsonTree compiled, string path)
        => embedded.Members!.Concat(compiled.Members!).Select(m => m.Name).Distinct()
            .Select(name => (embedded[name], compiled[name]) switch
            {
                ({ } left, { } right) => Between(left, right, path.Length == 0 ? name : path + "." + name),
                ({ } left, null) => $"{Join(path, name)} is {Show(left)} in the embedded manifest and absent in the code",
                (null, { } right) => $"{Join(path, name)} is absent in the embedded manifest and {Show(right)} in the code",
                _ => null,
            })
            .FirstOrDefault(difference => difference is not null);

    private static string? Items(JsonTree embedded, JsonTree compiled, string path)
    {
        for (var i = 0; i < embedded.Items!.Count || i < compiled.Items!.Count; i++)
        {
            var left = i < embedded.Items.Count ? embedded.Items[i] : null;
            var right = i < compiled.Items!.Count ? compiled.Items[i] : null;
            var difference = (left, right) switch
            {
                ({ }, { }) when Key(left) == Key(right) => Between(left, right, $"{path}[{Key(left) ?? i.ToString()}]"),
                ({ } only, null) => $"{path} has {Name(only)} in the embedded manifest and not in the code",
                (_, { } only) when left is null || !embedded.Items.Any(item => Key(item) == Key(only))
                    => $"{path} has {Name(only)} in the code and not in the embedded manifest",
                ({ } other, _) => $"{path} has {Name(other)} in the embedded manifest and not in the code",
                _ => null,
            };
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Key(JsonTree? item) => item?["id"]?.Text ?? item?["member"]?.Text ?? item?["rule"]?.Text;

    private static string Name(JsonTree item) => Key(item) is { } key ? $"'{key}'" : Show(item);

    private static string Show(JsonTree value) => value.Text is { } text ? $"'{text}'" : value.Items is { } items ? $"a list of {items.Count}" : "an object";

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
