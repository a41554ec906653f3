using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.Journal;

namespace SalesRules.Host.Checks;

/// <summary>Whether a journal on a PostgreSQL server can be used. Looks only.</summary>
internal sealed class ServerChecks(CheckList list)
{
    private const string Key = $"{JournalOptions.Section}:{nameof(JournalOptions.ConnectionString)}";

    public async Task RunAsync(string connectionString, CancellationToken cancellationToken)
    {
        try
        {
            Judge(await ServerInspection.OfAsync(connectionString, cancellationToken));
        }
        catch (JournalException problem)
        {
            list.Fail(CheckNames.Database, problem.Message);
        }

        list.Skip([CheckNames.Disk], "the disk of the journal's server cannot be seen from here");
    }

    private void Judge(ServerInspection found)
    {
        if (found.IsStranger)
            list.Fail(CheckNames.Database, $"The schema salesrules of {found.Place} is another program's.", $"Name another database in {Key}.");
        else if (found.Schema > RunJournal.NewestSchema)
            list.Fail(CheckNames.Database, Invariant($"{found.Place} was written by a newer SalesRules: its schema is {found.Schema}, this one knows {RunJournal.NewestSchema}."), $"Install that version again, or name another database in {Key}.");
        else if (found.IsReadOnly)
            list.Fail(CheckNames.Database, $"{found.Place} can be read and not written: a standby, or set to read-only.", $"Name the primary server in {Key}.");
        else if (!found.MayCreate)
            list.Fail(CheckNames.Database, $"The user {found.User} may not make the journal's tables in {found.Place}.", $"Let an administrator run: create schema salesrules authorization \"{found.User}\"; create schema quartz authorization \"{found.User}\".");
        else
            list.Pass(CheckNames.Database, Passed(found));
    }

    private static string Passed(ServerInspection found) => found.Schema switch
    {
        null => $"There is no journal yet; the first run makes it in {found.Place} (PostgreSQL {found.Server}).",
        { } version when version < RunJournal.NewestSchema => Invariant($"{found.Place} (PostgreSQL {found.Server}), schema {version}; the next start brings it to {RunJournal.NewestSchema}."),
        { } version => Invariant($"{found.Place} (PostgreSQL {found.Server}), schema {version}."),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
