namespace GovernanceAnalyzers.Catalogue;

/// <summary>
/// What the name of a member says that it does, by its first word (<c>DeleteOrderAsync</c>, <c>TrySend</c>). A name proves nothing, so that this is the ground of a
/// warning and of no more. Words are known in English, Spanish, Portuguese and French.
/// </summary>
internal static class ActingName
{
    /// <summary>Words that say that something is changed, sent or begun, wherever it is.</summary>
    private static readonly HashSet<string> s_acts = Set(
        "activate actualizar add adicionar agregar ajouter annuler apagar approve approuver aprobar aprovar archive assign atualizar ban block book borrar broadcast buy cancel cancelar charge "
        + "cobrar commit comprar crear create creer criar créer deactivate delete deploy deposit destroy disable drop edit eliminar enable enqueue enregistrer enviar envoyer erase excluir "
        + "forward grant guardar inserir insert insertar install invite kick kill migrate modificar modifier modify move mute notify pagar patch pay payer persist place post promote provision "
        + "publicar publier publish purge put reboot refund registrar reject remove remover rename reply restart restore revert revoke rotate salvar sauvegarder save schedule sell send share "
        + "submit supprimer suspend terminate transfer transferir trigger truncate unassign unblock uninstall unpublish update upgrade upload upsert void wipe withdraw");

    /// <summary>Words that also name what is done to an object in memory, or by it: they say something of what is awaited only.</summary>
    private static readonly HashSet<string> s_mayAct = Set("apply clear copy import launch mark merge push register replace reset set store toggle write");

    /// <summary>Words for what an object does with itself, unless the name goes on: <c>StopAsync</c>, <c>StopContainerAsync</c>.</summary>
    private static readonly HashSet<string> s_ofItself = Set("control pause resume start stop switch turn");

    /// <summary>Words for running what the type is called after: <c>TransferBudgetUseCase.ExecuteAsync</c>.</summary>
    private static readonly HashSet<string> s_runs = Set("ejecutar execute executar exécuter handle invoke perform process run");

    /// <summary>Words for what becomes of a file.</summary>
    private static readonly HashSet<string> s_ofFile = Set("copy create delete enregistrer erase guardar move rename salvar sauvegarder save wipe write");

    /// <summary>What stands before the first word.</summary>
    private static readonly HashSet<string> s_before = Set("async batch bulk force mass try");

    /// <summary>What is made or set for the caller alone, or is what a model answers.</summary>
    private static readonly HashSet<string> s_own = Set(
        "activity builder channel channels client completion completions connection context embedding embeddings factory handler header headers instance proxy reader scope session span stream "
        + "transaction transport writer");

    /// <summary>A member that says that it acts.</summary>
    public static bool Acts(string name) => Says(name, first => s_acts.Contains(first) || (s_ofItself.Contains(first) && NamesObject(name)));

    /// <summary>A type that is called after what is done: <c>CancelOrderHandler</c>, <c>DeleteSession</c>.</summary>
    public static bool NamesAct(string type) => FirstWord(type) is { } first && s_acts.Contains(first);

    /// <summary>It says so, or says what may be done in memory as well.</summary>
    public static bool MayAct(string name) => Acts(name) || Says(name, s_mayAct.Contains);

    /// <summary>It says that something is done, and not what.</summary>
    public static bool Runs(string name) => Says(name, s_runs.Contains);

    /// <summary>It says that it acts, or that something is done.</summary>
    public static bool ActsOrRuns(string name) => Acts(name) || Runs(name);

    /// <summary>It says what becomes of a file, where it is about one.</summary>
    public static bool ActsOnFile(string name) => Says(name, s_ofFile.Contains);

    /// <summary>The word says that something is done, wherever it stands in a name.</summary>
    public static bool Is(string word) => s_acts.Contains(word) || s_mayAct.Contains(word) || s_ofItself.Contains(word) || s_runs.Contains(word);

    private static bool Says(string name, Func<string, bool> what)
        => FirstWord(name) is { } first && what(first) && !NameWords.Of(name).Any(s_own.Contains);

    private static string? FirstWord(string name) => NameWords.Of(name).SkipWhile(s_before.Contains).FirstOrDefault();

    private static bool NamesObject(string name) => NameWords.Of(name).SkipWhile(s_before.Contains).Skip(1).Any(word => !s_before.Contains(word));

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);
}
