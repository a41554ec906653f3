using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Commands;

/// <summary><c>schedule history</c>: what became of each slot.</summary>
internal static class HistoryCommand
{
    private const int DaysShown = 7;
    private const int MostShown = 5_000;

    private static readonly Argument<string> Name = new("NAME") { Description = "The schedule's name; one that the settings no longer have as well." };

    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "The first day, in the policy's time zone, such as 2026-03-01. Default: seven days ago.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--since"),
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("history", "Lists a schedule's slots and what became of each: ran, skipped with the reason, caught up, or still open.\n\nExample: salesrules schedule history nightly-sync --since 2026-03-01") { Name, Since };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        var book = ScheduleBook.Read(settings, policy.TimeZone);
        var since = parse.GetValue(Since) is { } day ? policy.StartOf(day) : time.GetUtcNow().AddDays(-DaysShown);
        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;

        var accounts = await journal.ScheduleAccountsAsync(cancellationToken);
        var name = NameOf(parse.GetValue(Name)!, book, accounts);
        var slots = await journal.SlotsAsync(name, since, MostShown, cancellationToken);
        SlotReport.Print(slots, book.Find(name)?.Zone ?? policy.TimeZone, accounts.FirstOrDefault(account => account.Schedule == name)?.Holder, Console.Out, parse.GetValue(GlobalOptions.Json));
        if (slots.Count == MostShown)
            Console.Error.WriteLine($"Only the newest {MostShown} slots are listed: a later --since starts there.");
        if (accounts.FirstOrDefault(account => account.Schedule == name) is { } account && MissingRun.Of(account, time.GetUtcNow(), MissingRun.Patience) is { } missing)
            Console.Error.WriteLine($"MISSING: {missing}");
        return ExitCode.Done;
    }

    /// <exception cref="CommandException">Neither the settings nor the ledger know it.</exception>
    private static string NameOf(string name, ScheduleBook book, IReadOnlyList<ScheduleAccount> accounts) =>
        accounts.FirstOrDefault(account => account.Schedule.Equals(name, StringComparison.OrdinalIgnoreCase))?.Schedule ?? ScheduleCommand.Find(book, name).Name;
}
