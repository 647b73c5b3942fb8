using static GovernanceAnalyzers.Tests.Catalogue.CallReading;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>What a query does, by what is constant in its text.</summary>
public sealed class SqlCallReadingTests
{
    [Theory]
    [InlineData("\"SELECT 1\"", Query, Query)]
    [InlineData("Help.Fixed", Query, Query)]
    [InlineData("Help.Kept", Query, Query)]
    [InlineData("Help.Text", Query, Query)]
    [InlineData("Help.Given", Query, Query)]
    [InlineData("flag ? \"SELECT 1\" : \"SELECT 2\"", Query, Query)]
    [InlineData("flag switch { true => Help.Fixed, false => \"SELECT 2\" }", Query, Query)]
    [InlineData("\"SELECT 1\" + Help.Fixed", Query, Query)]
    [InlineData("$\"SELECT * FROM ({Help.Text}) AS q\"", Query, Query)]
    [InlineData("$\"SELECT * FROM ({(flag ? Help.Text : Help.Given)}) AS q\"", Query, Query)]
    [InlineData("$\"SELECT * FROM ({(flag ? Help.Text : \"DELETE FROM t\")}) AS q\"", Change, AnySql)]
    [InlineData("Help.Text + \" UNION \" + Help.Fixed", Query, Query)]
    [InlineData("\"INSERT INTO t VALUES (1)\"", Change, Change)]
    [InlineData("flag ? \"SELECT 1\" : \"UPDATE t SET n = 1 WHERE id = 2\"", Change, Change)]
    [InlineData("\"DELETE FROM t WHERE id = 2\"", Change, AnySql)]
    [InlineData("path", Change, AnySql)]
    [InlineData("$\"SELECT * FROM {path}\"", Change, AnySql)]
    [InlineData("\"SELECT * FROM \" + path", Change, AnySql)]
    [InlineData("Help.Field", Change, AnySql)]
    [InlineData("Help.Late", Change, AnySql)]
    [InlineData("Help.Open", Change, AnySql)]
    public void Sql(string text, string read, string changed)
    {
        Reads($"var text = {text}; using var c = connection.CreateCommand(); c.CommandText = text; c.CommandTimeout = 3; c.ExecuteReader();", read);
        Reads($"using var c = new Microsoft.Data.SqlClient.SqlCommand({text}, connection); c.ExecuteReader();", read);
        Reads($"using (var c = new Microsoft.Data.SqlClient.SqlCommand {{ CommandText = {text} }}) c.ExecuteReader();", read);
        Reads($"connection.Query<int>({text}, new {{ path }});", read);
        Reads($"connection.Query<int>(new Dapper.CommandDefinition({text}));", read);
        Reads($"using var c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteNonQuery();", changed);
        Reads($"IDbCommand c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteNonQuery();", changed);
        Reads($"connection.Execute({text});", changed);
        Reads($"data.ExecuteSqlRaw({text}, path);", changed);
    }

    [Theory]
    [InlineData("data.ExecuteSql($\"SELECT {path}\");", Query)]
    [InlineData("data.ExecuteSql($\"UPDATE t SET n = {path} WHERE id = {flag}\");", Change)]
    [InlineData("data.ExecuteSql($\"DELETE FROM t WHERE id = {path}\");", AnySql)]
    [InlineData("data.ExecuteSqlRaw($\"SELECT {path}\");", AnySql)]
    [InlineData("connection.Execute(Help.Later().Result);", AnySql)]
    [InlineData("_ = Run(); async Task Run() => connection.Execute(await Help.Later());", Query)]
    [InlineData("command.ExecuteNonQuery();", AnySql)]
    [InlineData("command.CommandText = \"SELECT 1\"; command.ExecuteNonQuery();", AnySql)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.ExecuteReader(); c.CommandText = \"DROP TABLE t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.CommandText += path; c.ExecuteNonQuery();", AnySql)]
    [InlineData("foreach (var text in new[] { path }) connection.Execute(text);", AnySql)]
    [InlineData("((PetaPoco.IDatabase)null!).Execute(\"UPDATE t SET n = 1 WHERE id = @0\", path);", Change)]
    [InlineData("((PetaPoco.IDatabase)null!).Execute(path);", AnySql)]
    [InlineData("RepoDb.DbConnectionExtension.ExecuteNonQuery(connection, \"SELECT 1\");", Query)]
    [InlineData("RepoDb.DbConnectionExtension.ExecuteNonQuery(connection, path);", AnySql)]
    [InlineData("string a = \"SELECT 1\", b = \"SELECT 2\"; a = b; b = a; connection.Execute(a);", AnySql)]
    public void Sql_that_comes_another_way(string statements, string expected) => Reads(statements, expected);

    [Theory]
    [InlineData("SELECT 1", "c.CommandText += \" WHERE n = @n\"; if (flag) c.CommandText += \" AND m = 'x'\";", Query)]
    [InlineData("SELECT 1", "c.CommandText += \"\";", Query)]
    [InlineData("SELECT 1", "c.CommandText += flag ? \" LIMIT 1\" : \" LIMIT 2\";", Query)]
    [InlineData("UPDATE t SET n = 1", "c.CommandText += \" WHERE id = 1\";", AnySql)]
    [InlineData("SELECT 1", "c.CommandText += \" DELETE FROM t WHERE id = 1\";", AnySql)]
    [InlineData("SELECT 1 ", "c.CommandText += \"DROP TABLE t\";", AnySql)]
    [InlineData("SELECT 1;DEL", "c.CommandText += \"ETE FROM t\";", AnySql)]
    [InlineData("SELECT 1", "c.CommandText += \" ;\";", AnySql)]
    [InlineData("SELECT 1 ", "c.CommandText += \" -- \";", AnySql)]
    [InlineData("SELECT 'a", "c.CommandText += \" ' DELETE FROM t WHERE n = '\";", AnySql)]
    [InlineData("SELECT 'a", "c.CommandText += \" DELETE FROM t\";", AnySql)]
    [InlineData("SELECT 1 --", "while (flag) { if (path is null) c.CommandText += \" DELETE FROM t\"; c.CommandText += \" \\n \"; }", AnySql)]
    [InlineData("SELECT 1", "c.CommandText ??= \" WHERE n = 1\";", AnySql)]
    [InlineData("SELECT 1", "c.CommandText += path;", AnySql)]
    [InlineData("SELECT 1", "c.CommandText += \" \" + path;", AnySql)]
    public void Sql_that_is_added_to(string begun, string added, string expected)
    {
        Reads($"var c = connection.CreateCommand(); c.CommandText = \"{begun}\"; {added} c.ExecuteNonQuery();", expected);
        Reads($"var c = \"{begun}\"; {added.Replace("c.CommandText", "c")} connection.Execute(c);", expected);
    }

    /// <summary>Where it is added is not read on from the call.</summary>
    [Theory]
    [InlineData("Add(c); c.ExecuteNonQuery(); } private static void Add(IDbCommand d) { d.CommandText += \" DELETE FROM t\";", AnySql)]
    [InlineData("Add(c); c.ExecuteNonQuery(); } private static void Add(IDbCommand d) { d.CommandText += \" ORDER BY n\";", AnySql)]
    [InlineData("Add(c); c.ExecuteNonQuery(); } private static void Add(IDbCommand d) { d.CommandTimeout += 1;", Query)]
    [InlineData("c?.CommandText += \" DELETE FROM t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("c?.CommandText = \"DELETE FROM t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("c?.CommandTimeout = 1; c?.Dispose(); c.ExecuteNonQuery();", Query)]
    [InlineData("(c.CommandText, flag) = (path, true); c.ExecuteNonQuery();", AnySql)]
    [InlineData("((IDbCommand)c).CommandText = path; c.ExecuteNonQuery();", AnySql)]
    [InlineData("((IDbCommand)c).CommandText = \"SELECT 2\"; c.ExecuteNonQuery();", Query)]
    [InlineData("((DbCommand)c).CommandText += \" DELETE FROM t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("Add(c); c.ExecuteNonQuery(); } private static void Add(object d) { ((IDbCommand)d).CommandText += \" DELETE FROM t\";", AnySql)]
    [InlineData("if (c is { } d) { d.CommandText = path; } c.ExecuteNonQuery();", AnySql)]
    [InlineData("if (c is DbCommand d) { d.CommandText = path; } c.ExecuteNonQuery();", AnySql)]
    [InlineData("if (c is { CommandTimeout: 1 }) { c.ExecuteNonQuery(); }", Query)]
    [InlineData("if (path is { } d) { if (flag) { d = \"SELECT 1\"; } connection.Execute(d); }", AnySql)]
    [InlineData("if (path is [_, ..] d) { if (flag) { d = \"SELECT 1\"; } connection.Execute(d); }", AnySql)]
    [InlineData("var d = c; d.CommandText += \" DELETE FROM t\"; c.ExecuteNonQuery();", AnySql)]
    [InlineData("Action add = () => c.CommandText += \" DELETE FROM t\"; add(); c.ExecuteNonQuery();", AnySql)]
    public void Sql_that_is_changed_elsewhere(string statements, string expected)
        => Reads($"var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; {statements}", expected);

    [Theory]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.CommandText += $\" WHERE n = {path}\"; c.ExecuteNonQuery();", true)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.CommandText += $\" {path}\"; c.ExecuteNonQuery();", false)]
    [InlineData("var c = connection.CreateCommand(); c.CommandText = \"SELECT 1\"; c.CommandText += $\" UNION {path}\"; c.ExecuteNonQuery();", false)]
    [InlineData("var c = \"SELECT 1\"; while (flag) { c += $\" AND n = {path}\"; c += \" ;\"; } connection.Execute(c);", false)]
    public void What_is_added_and_not_known_is_a_guess_where_the_words_before_it_are_known(string statements, bool isGuess) => Guesses(statements, AnySql, isGuess);

    [Theory]
    [InlineData("private string _sql = \"SELECT 1\";", Query)]
    [InlineData("private string _sql; public Shelf() => _sql = \"SELECT 1\";", Query)]
    [InlineData("private string _sql = \"SELECT 1\"; public Shelf(string sql) => _sql = sql;", AnySql)]
    [InlineData("internal string _sql = \"SELECT 1\";", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public void Set(string sql) => _sql = sql;", AnySql)]
    [InlineData("[System.Text.Json.Serialization.JsonInclude] private string _sql = \"SELECT 1\";", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public void Set(string sql) => (this._sql) = sql;", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public void Set(string sql) => _sql ??= sql;", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public void Set(Shelf? other, string sql) => other?._sql = sql;", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public bool Set(string a) => Take(a, out _sql!); private static bool Take(string a, out string b) { b = a; return true; }", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public int Length => _sql!.Length + (-_sql.Length);", Query)]
    [InlineData("private string _sql = \"SELECT 1\"; public void Set(string sql) => (_sql, _) = (sql, 1);", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public ref string Sql => ref _sql;", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public bool Set(string[] all) => Array.Exists(all, a => Take(a, out _sql)); private static bool Take(string a, out string b) { b = a; return true; }", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public static Shelf Of(string sql) => new() { _sql = sql };", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; private sealed class Inner { public void Set(Shelf shelf, string sql) => shelf._sql = sql; }", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; private sealed class Inner { public Inner(Shelf shelf, string sql) => shelf._sql = sql; }", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public static void Set(Shelf? shelf, string sql) => shelf?._sql = sql;", AnySql)]
    [InlineData("private string _sql = \"SELECT 1\"; public Shelf(string sql) { ref var own = ref _sql; own = sql; }", AnySql)]
    public void A_private_field_that_nothing_sets_again(string members, string expected)
        => Reads("} " + $"private sealed class Shelf {{ {members} public static void M(IDbConnection connection, Shelf shelf) => connection.Execute(shelf._sql); }} " + "private static void Last() {", expected, "Shelf");

    [Theory]
    [InlineData("$\"SELECT * FROM {path}\"", true)]
    [InlineData("\"SELECT * FROM \" + path + \" ORDER BY 1\"", true)]
    [InlineData("flag ? \"SELECT 1\" : $\"SELECT {path:D}\"", true)]
    [InlineData("$\"PRAGMA table_info({path})\"", true)]
    [InlineData("path", false)]
    [InlineData("$\"{path} FROM t\"", false)]
    [InlineData("$\"SELECT * FROM ({path}) AS q\"", false)]
    [InlineData("flag ? \"SELECT 1\" : path", false)]
    [InlineData("$\"UPDATE t SET n = {path}\"", false)]
    [InlineData("$\"INSERT INTO {path} VALUES (1)\"", false)]
    public void A_query_that_is_put_together_is_a_guess(string text, bool isGuess)
    {
        Guesses($"connection.Query<int>({text});", Change, isGuess);
        Guesses($"connection.Execute({text});", AnySql, isGuess);
        Guesses($"using var c = connection.CreateCommand(); c.CommandText = {text}; c.ExecuteReader();", Change, isGuess);
    }
}
