using System.CommandLine;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;

namespace SalesRules.Host.Commands;

/// <summary><c>run</c>: plan and apply in one.</summary>
internal static class RunCommand
{
    private static readonly Option<bool> Reconcile = new("--reconcile")
    {
        Description = "Read every open deal, whatever has changed: finds what became visible too late for the runs before. The first run of a day does so by itself.",
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("run", "Reads what changed, decides, and writes back what the evidence supports.\n\nExample: salesrules run\n         salesrules run --approve-budget \"Dana Fox\" --reason \"new thresholds, checked with the VP\"")
        {
            Reconcile,
            BudgetOptions.ApproveBudget,
            BudgetOptions.Reason,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        WriteGuard.RequireEnabled(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Write, time, cancellationToken);
        var approval = BudgetOptions.Read(parse);
        using var progress = new RunProgress();
        var request = new RunRequest { AsOf = WriteGuard.BusinessDay(parse, settings, workplace.Policy, time), Kind = RunKind.Run, Watch = progress.Report, Approval = approval, Reconcile = parse.GetValue(Reconcile) };
        var summary = await workplace.Get<AlertRound>().AfterAsync(() => progress.WithinAsync(() => workplace.Get<RuleRun>().RunOnceAsync(request, cancellationToken)), cancellationToken);
        RunReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
        return summary.IsComplete ? ExitCode.Done : ExitCode.Partial;
    }
}
