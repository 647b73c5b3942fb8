namespace GovernanceAnalyzers.Evaluation.Table;

/// <summary>Which capabilities a finding may name to be the action that the table's reader saw.</summary>
internal static class ActionWords
{
    /// <summary>The reader's word, and what says the same. Several where the same deed is done in different ways: mail through a server or through a web API.</summary>
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> s_capabilities = new (string Words, string Capabilities)[]
    {
        ("file-write", "files.write"),
        ("file-delete", "files.delete"),
        ("file-move file-copy", "files.write files.delete"),
        ("process process-start shell command exec", "process.execute"),
        ("process-kill", "process.execute system.configure"),
        ("code-exec code-load script eval", "code.load process.execute network.write tool.invoke"),
        ("mail email mail-send", "mail.send network.write"),
        ("notify sms chat call message-person", "human.notify message.publish network.write"),
        ("db-write db-insert db-update", "database.write"),
        ("db-delete", "database.write database.schema files.delete"),
        ("db-exec sql", "database.write database.schema database.read"),
        ("db-schema db-migrate", "database.schema database.write"),
        ("memory-write vector-write", "database.write network.write files.write files.delete"),
        ("http-write http-post http-delete http webhook", "network.write human.notify cloud.provision payment.commit message.publish"),
        ("cloud-write cloud-share", "network.write files.write database.write cloud.provision identity.change human.notify"),
        ("cloud-delete", "network.write files.delete cloud.provision human.notify"),
        ("cloud cloud-provision deploy infrastructure", "cloud.provision network.write process.execute source.publish"),
        ("payment payment-commit refund", "payment.commit network.write"),
        ("message publish queue message-publish", "message.publish work.schedule network.write queue.consume"),
        ("schedule job work-schedule", "work.schedule"),
        ("identity identity-change access permission", "identity.change network.write"),
        ("secret secrets secret-read secret-write", "secrets.read identity.change network.write"),
        ("config system system-configure environment registry service", "system.configure process.execute"),
        ("git source source-publish push", "source.publish network.write process.execute files.write"),
        ("browser click ui", "network.write system.configure"),
        ("tool tool-invoke", "tool.invoke"),
        ("model model-invoke", "model.invoke network.write"),
    }.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Capabilities.Split(' ').ToImmutableArray())))
     .ToImmutableDictionary(row => row.word, row => row.Item2, StringComparer.OrdinalIgnoreCase);

    public static bool Knows(string word) => s_capabilities.ContainsKey(Plain(word));

    /// <summary>A finding with this capability is what the reader saw. A word that is not known here fits any: the tool is in the table for that word only.</summary>
    public static bool Fits(string word, string capability)
        => !s_capabilities.TryGetValue(Plain(word), out var capabilities)
        || capabilities.Contains(capability)
        || capability.Equals(Plain(word).Replace('-', '.'), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string word) => word.Trim().Replace('_', '-').Replace(' ', '-').Replace('.', '-');
}
