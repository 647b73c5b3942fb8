using GovernanceAnalyzers.Catalogue.Conditions;

namespace GovernanceAnalyzers.Tests.Catalogue;

/// <summary>Which texts pass for SQL that only reads, and which for SQL that adds or changes rows within bounds.</summary>
public sealed class SqlTextTests
{
    [Theory]
    [InlineData("SELECT * FROM orders")]
    [InlineData("  -- the open ones\n select id /* DELETE */ from orders where name = 'DROP TABLE x; it''s' ;")]
    [InlineData("WITH open AS (SELECT 1 AS one) SELECT * FROM open")]
    [InlineData("SELECT REPLACE(name, 'a', 'b'), [Delete], \"update\", `drop` FROM t")]
    [InlineData("SELECT t.Delete, CreatedAt, is_deleted, UpdateCount FROM t")]
    [InlineData("SET NOCOUNT ON; SET TRANSACTION ISOLATION LEVEL SNAPSHOT; SELECT 1")]
    [InlineData("DECLARE @n int; SET @n = 1; SELECT @n")]
    [InlineData("SELECT id FROM #open")]
    [InlineData("SHOW TABLES; DESCRIBE orders")]
    [InlineData("EXPLAIN QUERY PLAN SELECT 1")]
    [InlineData("PRAGMA table_info(orders); pragma main.index_list('orders')")]
    [InlineData("SET TRANSACTION READ ONLY")]
    [InlineData("SET SHOWPLAN_XML ON;")]
    [InlineData("SELECT ~ FROM ~.~ WHERE name = '~' AND id IN (~) ~ ORDER BY ~ LIMIT ~")]
    [InlineData("SELECT t~.id, COUNT(~) FROM [~] AS t")]
    [InlineData("PRAGMA table_info(~)")]
    [InlineData("SELECT * FROM (PRAGMA table_info(~)) AS q")]
    public void Only_reads(string sql) => Assert.True(SqlText.ActsOnlyBy(WithHoles(sql), ["SELECT"]));

    [Theory]
    [InlineData("")]
    [InlineData("purge_orders")]
    [InlineData("SELECT 1; DELETE FROM orders WHERE id = 1")]
    [InlineData("SELECT * INTO copies FROM orders")]
    [InlineData("WITH gone AS (DELETE FROM orders RETURNING *) SELECT * FROM gone")]
    [InlineData("SELECT * FROM orders FOR UPDATE")]
    [InlineData("EXEC('SELECT 1')")]
    [InlineData("SET ROLE admin; SELECT 1")]
    [InlineData("DO $$ BEGIN PERFORM 1; END $$")]
    [InlineData("SELECT 1 /* and on")]
    [InlineData("SELECT 'it\\'s'; DROP TABLE orders; -- '")]
    [InlineData("SELECT 5--1; DROP TABLE orders")]
    [InlineData("SELECT 1 # don't\n; DROP TABLE orders; -- '")]
    [InlineData("SELECT 1 /*! ; DROP TABLE orders */")]
    [InlineData("SELECT name FROM users WHERE name = 'x")]
    [InlineData("PRAGMA journal_mode = WAL")]
    [InlineData("SELECT 1; SET GLOBAL read_only = 0")]
    [InlineData("EXPLAIN ANALYZE DELETE FROM orders WHERE id = 1")]
    [InlineData("SELECT show FROM orders; CALL purge()")]
    [InlineData("~")]
    [InlineData("~ FROM orders")]
    [InlineData("SET SHOWPLAN_XML ON; ~")]
    [InlineData("SELECT * FROM (~) AS q")]
    [InlineData("SELECT 1 WHERE EXISTS (~)")]
    [InlineData("WITH q AS (~) SELECT * FROM q")]
    [InlineData("SELECT 1 UNION ALL ~")]
    [InlineData("EXPLAIN ~")]
    [InlineData("DELETE FROM ~")]
    public void May_do_more_than_read(string sql) => Assert.False(SqlText.ActsOnlyBy(WithHoles(sql), ["SELECT"]));

    [Theory]
    [InlineData("INSERT INTO orders (id) VALUES (1)", true)]
    [InlineData("insert into orders select * from drafts", true)]
    [InlineData("INSERT INTO orders VALUES (1) ON CONFLICT (id) DO UPDATE SET n = 1", true)]
    [InlineData("UPDATE orders SET paid = 1 WHERE id = @id", true)]
    [InlineData("MERGE INTO orders USING drafts ON 1 = 1 WHEN MATCHED THEN UPDATE SET n = 1", true)]
    [InlineData("UPDATE orders SET paid = 1", false)]
    [InlineData("SELECT id FROM orders WHERE id = 1; UPDATE orders SET paid = 1", false)]
    [InlineData("DELETE FROM orders WHERE id = @id", false)]
    [InlineData("MERGE INTO orders USING drafts ON 1 = 1 WHEN MATCHED THEN DELETE", false)]
    [InlineData("TRUNCATE TABLE orders", false)]
    [InlineData("CREATE TABLE orders (id int)", false)]
    [InlineData("INSERT INTO orders EXEC fill_orders", false)]
    public void Adds_or_changes_rows_within_bounds(string sql, bool isSo) => Assert.Equal(isSo, SqlText.ActsOnlyBy(sql, ["SELECT", "INSERT", "UPDATE", "MERGE"]));

    private static string WithHoles(string sql) => sql.Replace('~', SqlText.Hole);
}
