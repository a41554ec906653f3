using System.Globalization;
using Microsoft.Data.Sqlite;
using SalesRules.Host.Configuration;
using SalesRules.Journal;

namespace SalesRules.Host.Checks;

/// <summary>Whether the journal can be used. Looks only: a journal that is not there is not made, an older one not brought up to date.</summary>
internal sealed class DatabaseChecks(CheckList list)
{
    private const long LeastFreeBytes = 100L << 20;
    private const long ComfortableFreeBytes = 1L << 30;
    private const string Key = $"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)}";

    public async Task RunAsync(IConfiguration settings, CancellationToken cancellationToken)
    {
        var connectionString = settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString;
        JournalPlace place;
        try
        {
            place = JournalPlace.Of(connectionString);
        }
        catch (JournalException problem)
        {
            Fail(problem.Message, $"Set {Key} to `Data Source=` and a path, such as Data Source=/var/lib/salesrules/journal.db, or to `Host=` and a database.");
            return;
        }

        if (place.IsShared)
        {
            await new ServerChecks(list).RunAsync(connectionString, cancellationToken);
            return;
        }

        if (place.File is not { } file)
        {
            list.Warn(CheckNames.Database, "The journal is in memory: it is gone when the process ends, and what was written can then not be explained.", $"Set {Key} to a file.");
            list.Skip([CheckNames.Disk], "the journal is in memory");
            return;
        }

        var folder = Path.GetDirectoryName(file)!;
        if (!Directory.Exists(folder))
        {
            Fail($"The journal {file} cannot be made: there is no folder {folder}.", $"Create the folder, or name another file in {Key}.");
            return;
        }

        if (File.Exists(file))
            await LookAsync(file, cancellationToken);
        else
            CheckFolder(file, folder);
        CheckDisk(folder);
    }

    private void Fail(string detail, string fix)
    {
        list.Fail(CheckNames.Database, detail, fix);
        list.Skip([CheckNames.Disk], "the journal's folder is not known");
    }

    private async Task LookAsync(string file, CancellationToken cancellationToken)
    {
        var elsewhere = $"Name another file in {Key}.";
        try
        {
            var version = await VersionAsync(file, cancellationToken);
            if (version is null)
                list.Fail(CheckNames.Database, $"{file} is the database of another program.", elsewhere);
            else if (version > RunJournal.NewestSchema)
                list.Fail(CheckNames.Database, Invariant($"{file} was written by a newer SalesRules: its schema is {version}, this one knows {RunJournal.NewestSchema}."), $"Install that version again. {elsewhere}");
            else
                list.Pass(CheckNames.Database, Invariant($"{file}, schema {version}{(version < RunJournal.NewestSchema ? Invariant($"; the next start brings it to {RunJournal.NewestSchema}") : "")}."));
        }
        catch (SqliteException problem)
        {
            list.Fail(CheckNames.Database, $"{file} cannot be read as a journal: {problem.Message}", $"See that this user may read it and that it is a journal. {elsewhere}");
        }
    }

    /// <summary>The schema of the journal in a file; null: it is no journal.</summary>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    internal static async Task<long?> VersionAsync(string file, CancellationToken cancellationToken)
    {
        var readOnly = new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        await using var connection = new SqliteConnection(readOnly.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from sqlite_master where name = 'schema_versions'";
        if (await command.ExecuteScalarAsync(cancellationToken) is not 1L)
            return null;
        command.CommandText = "select max(version) from schema_versions";
        return await command.ExecuteScalarAsync(cancellationToken) as long?;
    }

    private void CheckFolder(string file, string folder)
    {
        try
        {
            // Whether a file can be made is only known by making one: of another name, and gone at once.
            using var probe = new FileStream(Path.Combine(folder, $".salesrules-doctor-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            list.Pass(CheckNames.Database, $"There is no journal yet; the first run makes {file}.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            list.Fail(CheckNames.Database, $"The journal {file} cannot be made: {problem.Message}", $"Let this user write to {folder}, or name another file in {Key}.");
        }
    }

    private void CheckDisk(string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var detail = Invariant($"{free / (decimal)(1 << 30):N1} GiB free at {folder}.");
        if (free < LeastFreeBytes)
            list.Fail(CheckNames.Disk, detail, "Make room: a run stops when it cannot write its journal.");
        else if (free < ComfortableFreeBytes)
            list.Warn(CheckNames.Disk, detail, "Make room before it fills up.");
        else
            list.Pass(CheckNames.Disk, detail);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
