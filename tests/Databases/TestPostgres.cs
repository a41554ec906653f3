using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SalesRules.Journal;

namespace SalesRules.Tests.Databases;

/// <summary>
/// A PostgreSQL server of this test run's own, started once, when the first test asks for it: in a temporary folder, on a Unix
/// socket only, so that no port collides. It stops and cleans up by itself when this process ends, however it ends.
/// </summary>
internal sealed class TestPostgres
{
    private const int OldestMajor = 15;

    // The shell waits for its input to end: that happens when the test process closes it, or dies.
    private const string Script =
        """
        initdb -D "$1/data" -A trust -U salesrules -E UTF8 --locale-provider=icu --icu-locale=en --no-sync >"$1/log" 2>&1 || exit 1
        postgres -D "$1/data" -k "$1" -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
            -c max_connections=200 -c log_min_messages=fatal -c log_min_error_statement=panic >>"$1/log" 2>&1 &
        server=$!
        read -r _
        kill -INT $server
        wait $server
        rm -rf "$1"
        """;

    private static readonly Lazy<Task<TestPostgres>> Started = new(StartAsync);

    private readonly string folder;
    private readonly Process shell;

    private TestPostgres(string folder, Process shell) => (this.folder, this.shell) = (folder, shell);

    /// <summary>The server, up and answering.</summary>
    public static Task<TestPostgres> ServerAsync() => Started.Value;

    /// <summary>How a database of this server is reached; the server trusts everybody who reaches the socket.</summary>
    public string ConnectionString(string database) => $"Host={folder};Username=salesrules;Database={database}";

    /// <summary>Runs a statement in the server's own database.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<TestPostgres> StartAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(
            Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"salesrules-postgres-{Path.GetRandomFileName()}")).FullName;
        var server = new TestPostgres(folder, Launch(folder, Binaries()));
        await server.WaitUntilItAnswersAsync();
        await server.ExecuteAsync("create database journal_template");
        // Every database of a test is a copy of this one, which takes a few hundredths of a second.
        await (await RunJournal.OpenAsync(server.ConnectionString("journal_template"), TimeProvider.System)).DisposeAsync();
        return server;
    }

    private static Process Launch(string folder, string binaries)
    {
        // The server refuses to run as root.
        string[] words = Environment.IsPrivilegedProcess ? ["runuser", "-u", "postgres", "--", "sh", "-c", Script, "sh", folder] : ["sh", "-c", Script, "sh", folder];
        if (Environment.IsPrivilegedProcess)
        {
            using var give = Process.Start("chown", ["postgres", folder]);
            give.WaitForExit();
        }

        var start = new ProcessStartInfo(words[0], words[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment["PATH"] = $"{binaries}:{Environment.GetEnvironmentVariable("PATH")}";
        return Process.Start(start)!;
    }

    private async Task WaitUntilItAnswersAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                await ExecuteAsync("select 1");
                return;
            }
            catch (NpgsqlException problem)
            {
                if (shell.HasExited || patience.IsCancellationRequested)
                    throw new InvalidOperationException($"PostgreSQL did not start: {Log()}", problem);
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private string Log()
    {
        var log = Path.Combine(folder, "log");
        return File.Exists(log) ? File.ReadAllText(log) : "it left no log";
    }

    /// <summary>Where the newest installed server is, of those that the journal supports.</summary>
    private static string Binaries() =>
        new[] { "/usr/lib/postgresql", "/usr", "/opt/homebrew/opt", "/usr/local/opt" }
            .Where(Directory.Exists)
            .SelectMany(parent => Directory.GetDirectories(parent))
            .Select(folder => (Folder: Path.Combine(folder, "bin"), Major: Major(Path.GetFileName(folder))))
            .Where(found => found.Major >= OldestMajor && File.Exists(Path.Combine(found.Folder, "initdb")))
            .OrderByDescending(found => found.Major)
            .Select(found => found.Folder)
            .FirstOrDefault()
        ?? throw new InvalidOperationException(
            $"The tests of the journal on PostgreSQL need PostgreSQL {OldestMajor} or newer, and none is installed. On Debian or Ubuntu run 'apt-get install postgresql' as root; ./test.sh does so by itself.");

    /// <summary>15 of "15" (Debian), "pgsql-15" (Red Hat) and "postgresql@15" (Homebrew).</summary>
    private static int Major(string folder) =>
        int.TryParse(folder.Split('-', '@')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
