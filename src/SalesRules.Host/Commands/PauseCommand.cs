using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules;
using SalesRules.Journal;
using SalesRules.Journal.Pauses;
using SalesRules.Policies;

namespace SalesRules.Host.Commands;

/// <summary><c>schedule pause</c> and <c>schedule resume</c>: a schedule, or the kill switch for everything. Works beside a running worker.</summary>
internal static class PauseCommand
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];

    private static readonly Argument<string?> Name = new("NAME") { Description = "The schedule's name in the settings.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<bool> All = new("--all") { Description = "Everything: no schedule runs, and run and apply refuse to write. A run under way stops within one batch." };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why: shown wherever the pause is.", HelpName = "TEXT" };

    private static readonly Option<string?> Until = new("--until") { Description = "When it ends by itself, in the policy's time zone: 2026-03-31 or 2026-03-31T18:00. Without: when somebody resumes it.", HelpName = "WHEN" };

    private static readonly Option<string?> By = new("--by") { Description = "Who answers for it. Without: the name of this machine's user.", HelpName = "NAME" };

    public static Command Pause(TimeProvider time)
    {
        var command = new Command("pause", "Lets a schedule, or everything, stand still.\n\nExample: salesrules schedule pause --all --reason \"forecast call until noon\" --until 2026-03-31T12:00")
        {
            Name, All, Reason, Until, By,
        };
        command.SetAction((parse, cancellationToken) => PauseAsync(parse, time, cancellationToken));
        return command;
    }

    public static Command Resume(TimeProvider time)
    {
        var command = new Command("resume", "Ends a pause.\n\nExample: salesrules schedule resume --all") { Name, All, By };
        command.SetAction((parse, cancellationToken) => ResumeAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> PauseAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        if (parse.GetValue(Reason)?.Trim() is not { Length: > 0 } reason)
            throw CommandException.WrongInput("--reason TEXT is missing: who finds the schedules standing still must learn why.");
        var (settings, policy, schedule) = Read(parse);
        var until = parse.GetValue(Until) is { } text ? EndOf(text, policy, time) : (DateTimeOffset?)null;
        await using var journal = await OpenAsync(settings, time, cancellationToken);
        var pause = new Pause(schedule, reason, Person(parse), time.GetUtcNow(), until);
        await journal.PauseAsync(pause, cancellationToken);
        Console.WriteLine($"{Called(schedule)} is {pause}");
        return ExitCode.Done;
    }

    private static async Task<int> ResumeAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var (settings, _, schedule) = Read(parse);
        await using var journal = await OpenAsync(settings, time, cancellationToken);
        var wasPaused = await journal.ResumeAsync(schedule, Person(parse), cancellationToken);
        Console.WriteLine(wasPaused ? $"{Called(schedule)} goes on." : $"{Called(schedule)} was not paused.");
        return ExitCode.Done;
    }

    private static (IConfiguration Settings, Policy Policy, string Schedule) Read(ParseResult parse)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        return (parse.GetValue(Name), parse.GetValue(All)) switch
        {
            (null, true) => (settings, policy, Journal.Pauses.Pause.Everything),
            ({ } name, false) => (settings, policy, ScheduleCommand.Find(ScheduleBook.Read(settings, policy.TimeZone), name).Name),
            _ => throw CommandException.WrongInput("Name one schedule, or --all for everything: `salesrules schedule list` shows their names."),
        };
    }

    private static async Task<RunJournal> OpenAsync(IConfiguration settings, TimeProvider time, CancellationToken cancellationToken) =>
        (await JournalSource.OpenAsync(settings, JournalUse.Note, time, cancellationToken)).Journal;

    private static DateTimeOffset EndOf(string text, Policy policy, TimeProvider time)
    {
        DateTimeOffset end;
        if (DateTime.TryParseExact(text, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            end = new DateTimeOffset(local, policy.TimeZone.GetUtcOffset(local));
        else if (!DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out end))
            throw CommandException.WrongInput($"--until '{text}' is no time: expected one such as 2026-03-31, 2026-03-31T18:00 (in {policy.TimeZone.Id}) or 2026-03-31T18:00:00Z.");
        return end > time.GetUtcNow() ? end : throw CommandException.WrongInput($"--until {text} is over already.");
    }

    private static string Person(ParseResult parse) => parse.GetValue(By)?.Trim() is { Length: > 0 } by ? by : Environment.UserName;

    private static string Called(string schedule) => schedule == Journal.Pauses.Pause.Everything ? "Everything" : $"The schedule {schedule}";
}
