using SalesRules.Journal.Database.Postgres;
using SalesRules.Journal.Database.Sqlite;

namespace SalesRules.Journal.Tests.Database;

/// <summary>The two databases have their migrations apart; this is what keeps them from drifting apart.</summary>
public sealed class SchemasTests
{
    [Test]
    public void Both_are_at_the_same_version() => Assert.That(PostgresDialect.NewestSchema, Is.EqualTo(SqliteDialect.NewestSchema));

    [Test]
    public async Task Both_have_the_same_tables_and_columns()
    {
        var sqlite = await ColumnsAsync(
            DatabaseKind.Sqlite,
            "select group_concat(place, char(10)) from (select m.name || '.' || c.name || case c.\"notnull\" when 1 then ' not null' else '' end as place "
            + "from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' order by 1)");
        var postgres = await ColumnsAsync(
            DatabaseKind.Postgres,
            "select string_agg(table_name || '.' || column_name || case is_nullable when 'NO' then ' not null' else '' end, chr(10) "
            + "order by table_name || '.' || column_name collate \"C\") from information_schema.columns where table_schema = 'salesrules'");
        Assert.That(postgres.Order(StringComparer.Ordinal), Is.EqualTo(sqlite.Order(StringComparer.Ordinal)).And.Not.Empty);
    }

    [Test]
    public async Task Both_have_the_same_indexes()
    {
        var sqlite = await ColumnsAsync(DatabaseKind.Sqlite, "select group_concat(name, char(10)) from sqlite_master where type = 'index' and sql is not null");
        var postgres = await ColumnsAsync(
            DatabaseKind.Postgres, "select string_agg(indexname, chr(10)) from pg_indexes where schemaname = 'salesrules' and indexname not like '%_pkey'");
        Assert.That(postgres.Order(StringComparer.Ordinal), Is.EqualTo(sqlite.Order(StringComparer.Ordinal)).And.Not.Empty);
    }

    private static async Task<string[]> ColumnsAsync(DatabaseKind kind, string sql)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using (await RunJournal.OpenAsync(database.ConnectionString, new FakeClock()))
            return ((string)(await database.AskAsync(sql))!).Split('\n');
    }
}
