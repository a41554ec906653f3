using System.CommandLine;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Schedules;
using SalesRules.Journal.Runs;

namespace SalesRules.Host.Commands;

/// <summary><c>schedule list</c>, <c>history</c>, <c>run</c>, <c>set</c>, <c>pause</c> and <c>resume</c>.</summary>
internal static class ScheduleCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The schedule's name in the settings." };

    public static Command Create(TimeProvider time)
    {
        var list = new Command("list", "Lists the schedules with what became of their last slot and with their next times, in their own time zone and in UTC.\n\nExample: salesrules schedule list --json");
        list.SetAction((parse, cancellationToken) => ListAsync(parse, time, cancellationToken));
        var run = new Command("run", "Runs a schedule's command now, in this process, as `salesrules run` or `salesrules digest` would.\n\nExample: salesrules schedule run nightly-sync") { Name };
        run.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return new Command("schedule", "Looks at the worker's schedules and runs one at once.\n\nExample: salesrules schedule list")
        {
            list,
            HistoryCommand.Create(time),
            run,
            SetCommand.Create(time),
            PauseCommand.Pause(time),
            PauseCommand.Resume(time),
        };
    }

    private static async Task<int> ListAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        var book = ScheduleBook.Read(settings, policy.TimeZone);
        if (book.All.Count == 0)
            Console.Error.WriteLine($"The settings have no schedules: add one under {ScheduleOptions.Section}, such as {ScheduleOptions.Section}:nightly-sync:Cron.");
        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;
        ScheduleReport.Print(book.All, await journal.PausesAsync(cancellationToken), await journal.ScheduleAccountsAsync(cancellationToken), time.GetUtcNow(), Console.Out, parse.GetValue(GlobalOptions.Json));
        return ExitCode.Done;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var schedule = Find(ScheduleBook.Read(settings, TimeZoneInfo.Utc), parse.GetValue(Name)!);
        if (ScheduleCommands.DigestOf(schedule.Command) is { } order)
            return await DigestCommand.RunAsync(order, parse, time, cancellationToken);
        SalesforceTarget.Require(settings);
        WriteGuard.RequireEnabled(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Write, time, cancellationToken);
        var request = new RunRequest { AsOf = WriteGuard.BusinessDay(parse, settings, workplace.Policy, time), Kind = RunKind.Sync };
        var summary = await workplace.Get<AlertRound>().AfterAsync(() => workplace.Get<RuleRun>().RunOnceAsync(request, cancellationToken), cancellationToken);
        RunReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
        return summary.IsComplete ? ExitCode.Done : ExitCode.Partial;
    }

    /// <exception cref="CommandException">There is none of that name.</exception>
    internal static Schedule Find(ScheduleBook book, string name) => book.Find(name) ?? throw CommandException.WrongInput(
        $"There is no schedule {name}: the settings have {(book.All.Count == 0 ? "none" : string.Join(", ", book.All.Select(schedule => schedule.Name)))}.");
}
