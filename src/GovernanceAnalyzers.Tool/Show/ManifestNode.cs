using System.Text.Json;

namespace GovernanceAnalyzers.Tool.Show;

/// <summary>An object of a manifest: a member may be absent, but one that is there is what it should be.</summary>
internal readonly struct ManifestNode
{
    private readonly JsonElement _json;
    private readonly string _file;

    public ManifestNode(JsonElement json, string file)
    {
        _json = json.ValueKind == JsonValueKind.Object ? json : throw new CannotRunException($"{file} is not a governance manifest: an object is expected.");
        _file = file;
    }

    public ManifestNode? Member(string name) => Find(name, JsonValueKind.Object) is { } json ? new(json, _file) : null;

    public string? Text(string name) => Find(name, JsonValueKind.String)?.GetString();

    /// <summary>As the file spells it.</summary>
    public string? Number(string name) => Find(name, JsonValueKind.Number)?.GetRawText();

    public IReadOnlyList<T> Items<T>(string name, Func<ManifestNode, T> read)
    {
        var file = _file;
        return Find(name, JsonValueKind.Array) is { } json ? [.. json.EnumerateArray().Select(item => read(new(item, file)))] : [];
    }

    public IReadOnlyList<string> Texts(string name)
    {
        var wrong = Wrong(name);
        return Find(name, JsonValueKind.Array) is { } json
            ? [.. json.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : throw wrong)]
            : [];
    }

    private JsonElement? Find(string name, JsonValueKind kind)
        => !_json.TryGetProperty(name, out var value) ? null : value.ValueKind == kind ? value : throw Wrong(name);

    private CannotRunException Wrong(string name) => new($"{_file} is not a governance manifest: '{name}' is not what it should be.");
}
