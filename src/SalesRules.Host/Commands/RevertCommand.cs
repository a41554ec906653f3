using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;

namespace SalesRules.Host.Commands;

/// <summary><c>revert RUN</c>: takes back what a run wrote.</summary>
internal static class RevertCommand
{
    private static readonly Argument<string> Run = new("RUN") { Description = "The run's id, as `salesrules run` printed it." };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Print what would be restored and left alone; write nothing." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("revert", "Restores what stood on the records before that run wrote them, where our value still stands; completes the tasks that it made; lists the rest.\n\nExample: salesrules revert 20260302-081500123-9f3c2a --dry-run")
        {
            Run,
            DryRun,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!RunId.TryParse(parse.GetValue(Run), out var reverted))
            throw CommandException.WrongInput($"{parse.GetValue(Run)} is not a run's id: expected one such as 20260302-081500123-9f3c2a, as `salesrules run` printed it.");
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        if (parse.GetValue(DryRun))
            return await PlanAsync(parse, settings, reverted, time, cancellationToken);
        WriteGuard.RequireEnabled(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Write, time, cancellationToken);
        using var progress = new RunProgress();
        var request = new RunRequest { AsOf = WriteGuard.BusinessDay(parse, settings, workplace.Policy, time), Kind = RunKind.Revert, Watch = progress.Report };
        var summary = await workplace.Get<RevertRun>().RevertAsync(reverted, request, cancellationToken);
        progress.Dispose();
        RunReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
        await Console.Error.WriteLineAsync("The next run decides these deals again by the policy in force: mend the policy, or pause the schedules, before it comes.");
        return summary.IsComplete ? ExitCode.Done : ExitCode.Partial;
    }

    private static async Task<int> PlanAsync(ParseResult parse, IConfiguration settings, RunId reverted, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Read, time, cancellationToken);
        var (records, leftAlone) = await workplace.Get<RevertRun>().PlanAsync(reverted, cancellationToken);
        RevertReport.Print(records, leftAlone, Console.Out, parse.GetValue(GlobalOptions.Json));
        await Console.Error.WriteLineAsync("Nothing was written.");
        return ExitCode.Done;
    }
}
