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
