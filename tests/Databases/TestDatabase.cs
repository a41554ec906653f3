using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace SalesRules.Tests.Databases;

/// <summary>The databases that a journal can live in.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A place for one test's journal: a SQLite file in a folder of its own, or a PostgreSQL database of its own.</summary>
internal abstract class TestDatabase : IAsyncDisposable
{
    public abstract string ConnectionString { get; }

    /// <summary>How the journal's messages call it.</summary>
    public abstract string Place { get; }

    /// <param name="empty">Without the journal's tables, as before the very first start.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, bool empty = false) =>
        kind == DatabaseKind.Sqlite ? new InFile() : await OnServer.CreateAsync(empty ? "template1" : "journal_template");

    /// <summary>A copy of everything that is committed, as a backup is.</summary>
    public abstract Task<TestDatabase> CopyAsync();

    /// <summary>Asks, or does, something that the journal itself does not.</summary>
    public async Task<object?> AskAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Nobody gets in any more, and who is in is thrown out, as when the server has failed.</summary>
    public virtual Task CutOffAsync() => throw new NotSupportedException("A file cannot be cut off.");

    /// <summary>The server is back.</summary>
    public virtual Task LetInAsync() => throw new NotSupportedException("A file cannot be cut off.");

    public abstract ValueTask DisposeAsync();

    protected abstract Task<DbConnection> ConnectAsync();

    private sealed class InFile : TestDatabase
    {
        // In memory where the system has a place for that, because every commit waits for the disk.
        private readonly string folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"salesrules-{Path.GetRandomFileName()}")).FullName;

        public override string Place => Path.Combine(folder, "journal.db");

        public override string ConnectionString => $"Data Source={Place}";

        public override async Task<TestDatabase> CopyAsync()
        {
            var copy = new InFile();
            await AskAsync($"vacuum into '{copy.Place}'");
            return copy;
        }

        public override ValueTask DisposeAsync()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        protected override async Task<DbConnection> ConnectAsync()
        {
            var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
            await connection.OpenAsync();
            return connection;
        }
    }

    private sealed class OnServer(TestPostgres server, string name) : TestDatabase
    {
        public override string Place => $"postgresql://{new NpgsqlConnectionStringBuilder(ConnectionString).Host}:5432/{name}";

        public override string ConnectionString => server.ConnectionString(name);

        public static async Task<OnServer> CreateAsync(string template)
        {
            var server = await TestPostgres.ServerAsync();
            var name = $"test_{Guid.NewGuid():N}";
            await server.ExecuteAsync($"create database {name} template {template}");
            return new OnServer(server, name);
        }

        public override async Task<TestDatabase> CopyAsync() => await CreateAsync(name);

        public override async Task CutOffAsync()
        {
            await server.ExecuteAsync($"alter database {name} with allow_connections false");
            await server.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        }

        public override Task LetInAsync() => server.ExecuteAsync($"alter database {name} with allow_connections true");

        public override async ValueTask DisposeAsync() => await server.ExecuteAsync($"drop database {name} with (force)");

        protected override async Task<DbConnection> ConnectAsync()
        {
            var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false;Search Path=salesrules");
            await connection.OpenAsync();
            return connection;
        }
    }
}
