namespace GovernanceAnalyzers.Catalogue.Conditions;

/// <summary>
/// The words by which a text of SQL acts, wherever in it they stand; what is quoted, and what is a comment, is no word. It knows no dialect: a word
/// that only looks like one of these counts too, and then the text does not pass for one that only reads.
/// </summary>
internal static class SqlText
{
    /// <summary>Stands in a text for what is not known of it.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>An UPDATE or DELETE of a statement that has no WHERE acts on every row.</summary>
    private const string EveryRow = "ALL";

    /// <summary>What passes for a query: it asks in another way, or sets something for its own session alone.</summary>
    private const string Query = "SELECT";

    /// <summary><c>CREATE UNIQUE INDEX</c>, <c>CREATE OR REPLACE VIEW</c>.</summary>
    private const int MostWordsBeforeMade = 3;

    private static readonly HashSet<string> s_verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "UPSERT", "INTO", "TRUNCATE", "DROP", "CREATE", "ALTER", "RENAME", "GRANT", "REVOKE",
        "DENY", "EXEC", "EXECUTE", "CALL", "DO", "COPY", "LOAD", "ATTACH", "DETACH", "BACKUP", "RESTORE", "SHUTDOWN", "KILL", "PRAGMA", "VACUUM",
        "REINDEX", "COMMIT", "BULK", "WRITETEXT", "UPDATETEXT", "PREPARE", "LOCK", "HANDLER", "IMPORT", "PURGE", "FLUSH", "RESET", "SET", "USE",
    };

    /// <summary>Words that are functions, too, where a bracket follows: <c>REPLACE(name, 'a', 'b')</c>.</summary>
    private static readonly HashSet<string> s_functions = new(StringComparer.OrdinalIgnoreCase) { "REPLACE", "INSERT", "TRUNCATE" };

    private static readonly HashSet<string> s_ownSettings = new(StringComparer.OrdinalIgnoreCase)
    {
        "NOCOUNT", "XACT_ABORT", "TRANSACTION", "STATISTICS", "SHOWPLAN_ALL", "SHOWPLAN_TEXT", "SHOWPLAN_XML", "LOCK_TIMEOUT", "DEADLOCK_PRIORITY", "DATEFIRST", "DATEFORMAT",
        "NAMES", "SEARCH_PATH", "STATEMENT_TIMEOUT",
    };

    private static readonly HashSet<string> s_questions = new(StringComparer.OrdinalIgnoreCase) { "SHOW", "DESCRIBE", "DESC", "EXPLAIN" };

    /// <summary>Pragmas of SQLite that nothing can be set by.</summary>
    private static readonly HashSet<string> s_askingPragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "TABLE_INFO", "TABLE_XINFO", "TABLE_LIST", "INDEX_LIST", "INDEX_INFO", "INDEX_XINFO", "FOREIGN_KEY_LIST", "FOREIGN_KEY_CHECK", "DATABASE_LIST", "FUNCTION_LIST",
        "COLLATION_LIST", "COMPILE_OPTIONS", "INTEGRITY_CHECK", "QUICK_CHECK",
    };

    /// <summary>Pragmas of SQLite that say how the database is worked with, and change no row of it.</summary>
    private static readonly HashSet<string> s_ownPragmas = new(StringComparer.OrdinalIgnoreCase)
    {
        "BUSY_TIMEOUT", "CACHE_SIZE", "CASE_SENSITIVE_LIKE", "FOREIGN_KEYS", "JOURNAL_MODE", "MMAP_SIZE", "QUERY_ONLY", "READ_UNCOMMITTED", "SYNCHRONOUS", "TEMP_STORE", "WAL_AUTOCHECKPOINT",
    };

    /// <summary>What can be made where there is none; what runs later by itself, such as a trigger, is not among it.</summary>
    private static readonly HashSet<string> s_made = new(StringComparer.OrdinalIgnoreCase) { "TABLE", "INDEX", "VIEW", "SCHEMA", "DATABASE", "COLLECTION" };

    /// <summary>Words that a whole statement can follow.</summary>
    private static readonly HashSet<string> s_beforeStatements = new(StringComparer.OrdinalIgnoreCase) { "EXPLAIN", "ANALYZE", "PLAN", "UNION", "ALL", "INTERSECT", "EXCEPT" };

    /// <summary>Words that a whole statement in brackets can follow.</summary>
    private static readonly HashSet<string> s_beforeSubqueries = new(StringComparer.OrdinalIgnoreCase) { "FROM", "JOIN", "APPLY", "EXISTS", "AS", "" };

    /// <summary>The text acts, and by none but these words.</summary>
    public static bool ActsOnlyBy(string sql, IReadOnlyCollection<string> words)
    {
        var verbs = Verbs(sql);
        return verbs is { Count: > 0 } && verbs.All(v => words.Contains(v, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Null where the text cannot be told from its quotations and comments: then nothing is known of it.</summary>
    private static List<string>? Verbs(string sql)
    {
        if (Words(sql) is not { } words)
        {
            return null;
        }

        var verbs = new List<string>();
        for (var i = 0; i < words.Count; i++)
        {
            var (word, next) = (words[i], i + 1 < words.Count ? words[i + 1] : "");
            if (word[0] == Hole && MayBeStatement(words, i))
            {
                return null;
            }

            if (PassesForQuery(i == 0 ? "" : words[i - 1], word, next) || IsMadeIfMissing(words, i))
            {
                verbs.Add(Query);
            }
            else if (s_verbs.Contains(word) && !(next == "(" && s_functions.Contains(word)) && !IsPartOf(words, i))
            {
                verbs.Add(word.ToUpperInvariant());
            }
        }

        return Statements(words).Any(ActsOnEveryRow) ? [.. verbs, EveryRow] : verbs;
    }

    /// <summary>A hole where a statement can begin may be any; elsewhere it is a name, a value or a part of a clause.</summary>
    private static bool MayBeStatement(List<string> words, int at)
    {
        string Before(int steps) => at >= steps ? words[at - steps] : "";
        return Before(1) is "" or ";" || s_beforeStatements.Contains(Before(1)) || (Before(1) == "(" && s_beforeSubqueries.Contains(Before(2)));
    }

    private static bool PassesForQuery(string before, string word, string next)
        => (word.Equals("PRAGMA", StringComparison.OrdinalIgnoreCase) && next.Substring(next.LastIndexOf('.') + 1) is var pragma && (s_askingPragmas.Contains(pragma) || s_ownPragmas.Contains(pragma)))
        || (before is "" or ";" && (s_questions.Contains(word) || (word.Equals("SET", StringComparison.OrdinalIgnoreCase) && s_ownSettings.Contains(next))));

    /// <summary>
    /// CREATE TABLE IF NOT EXISTS, and so on: where there is one, nothing happens, and where there is none, nothing is lost. IF stands right behind what is
    /// made; behind a name it begins the next statement, for one dialect needs no semicolon.
    /// </summary>
    private static bool IsMadeIfMissing(List<string> words, int at)
    {
        if (!Is(words, at, "CREATE"))
        {
            return false;
        }

        var made = words.FindIndex(at, s_made.Contains);
        var next = Is(words, made + 1, "CONCURRENTLY") ? made + 2 : made + 1;
        return made > at && made - at <= MostWordsBeforeMade && Is(words, next, "IF") && Is(words, next + 1, "NOT") && Is(words, next + 2, "EXISTS");
    }

    /// <summary>
    /// A second word of the same act, as in INSERT INTO, INSERT OR REPLACE, UPDATE … SET and ON CONFLICT DO; what a table does where a row that it refers to
    /// goes; and what a batch assigns to its own variable.
    /// </summary>
    private static bool IsPartOf(List<string> words, int at)
    {
        var before = at == 0 ? "" : words[at - 1];
        return words[at].ToUpperInvariant() switch
        {
            "DELETE" or "UPDATE" => IsReferenceRule(words, at),
            "REPLACE" => before.Equals("OR", StringComparison.OrdinalIgnoreCase),
            "INTO" => before.ToUpperInvariant() is "INSERT" or "MERGE" or "REPLACE" or "IGNORE",
            "DO" => before is not ("" or ";"),
            "SET" => before is not ("" or ";") || (at + 1 < words.Count && words[at + 1].StartsWith("@", StringComparison.Ordinal)),
            _ => false,
        };
    }

    /// <summary><c>ON DELETE CASCADE</c>, and not <c>SET NOCOUNT ON DELETE FROM orders</c>: what is done to the referring row is said in words that name no table.</summary>
    private static bool IsReferenceRule(List<string> words, int at)
        => Is(words, at - 1, "ON") && (Is(words, at, "DELETE") || Is(words, at, "UPDATE"))
        && (Is(words, at + 1, "CASCADE") || Is(words, at + 1, "RESTRICT")
            || (Is(words, at + 1, "NO") && Is(words, at + 2, "ACTION"))
            || (Is(words, at + 1, "SET") && (Is(words, at + 2, "NULL") || Is(words, at + 2, "DEFAULT"))));

    private static bool Is(List<string> words, int at, string word) => at >= 0 && at < words.Count && words[at].Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool ActsOnEveryRow(IReadOnlyCollection<string> statement)
        => (Has(statement, "UPDATE") || Has(statement, "DELETE")) && !Has(statement, "WHERE") && !Has(statement, "INSERT") && !Has(statement, "MERGE");

    private static IEnumerable<List<string>> Statements(List<string> words)
    {
        for (var rest = words; rest.Count > 0; rest = [.. rest.SkipWhile(w => w != ";").Skip(1)])
        {
            yield return [.. rest.TakeWhile(w => w != ";").Where((_, i) => !IsReferenceRule(rest, i))];
        }
    }

    /// <summary>The words, semicolons and opening brackets outside quotations and comments; null where that cannot be told.</summary>
    private static List<string>? Words(string sql)
    {
        var words = new List<string>();
        for (var at = 0; at < sql.Length;)
        {
            var end = EndOfSkipped(sql, at);
            if (end < 0)
            {
                return null;
            }

            if (end > at)
            {
                at = end;
            }
            else if (IsWord(sql[at]))
            {
                var start = at;
                while (at < sql.Length && IsWord(sql[at]))
                {
                    at++;
                }

                words.Add(sql.Substring(start, at - start));
            }
            else
            {
                if (sql[at] is ';' or '(')
                {
                    words.Add(sql[at].ToString());
                }

                at++;
            }
        }

        return words;
    }

    /// <summary>
    /// Behind the quotation or comment that begins here; the same place where none does; -1 where one does not end, or where one dialect sees another
    /// end than the next: a quotation with a backslash, a comment without the blank that MySQL wants, its own comment with a quotation in it.
    /// </summary>
    private static int EndOfSkipped(string sql, int at)
    {
        switch (sql[at])
        {
            case '\'' or '"' or '`':
                return Behind(sql, sql[at].ToString(), at + 1) is var end && end > 0 && sql[end - 2] == '\\' ? -1 : end;
            case '[':
                return Behind(sql, "]", at + 1);
            case '-' when Next(sql, at) == '-':
                return at + 2 < sql.Length && !char.IsWhiteSpace(sql[at + 2]) ? -1 : EndOfLine(sql, at);
            case '#' when sql.IndexOfAny(['\'', '"', '`'], at, EndOfLine(sql, at) - at) >= 0:
                return -1;
            // MySQL runs what stands in /*! … */.
            case '/' when Next(sql, at) == '*' && (at + 2 >= sql.Length || sql[at + 2] != '!'):
                return Behind(sql, "*/", at + 2);
            default:
                return at;
        }
    }

    private static int EndOfLine(string sql, int at) => sql.IndexOf('\n', at) is >= 0 and var end ? end : sql.Length;

    private static int Behind(string sql, string mark, int from) => sql.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : -1;

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    private static bool Has(IReadOnlyCollection<string> statement, string word) => statement.Contains(word, StringComparer.OrdinalIgnoreCase);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '@' or '#' or '$' or '.' or Hole;
}
