using System.CommandLine;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Plans;

namespace SalesRules.Host.Commands;

/// <summary><c>apply</c>: writes exactly a reviewed plan.</summary>
internal static class ApplyCommand
{
    private static readonly Argument<string> PlanPath = new("plan") { Description = "The file that `salesrules plan --out` wrote." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("apply", "Applies exactly that plan; refuses a stale or edited one and says which records and fields moved.\n\nExample: salesrules apply plan.json")
        {
            PlanPath,
            BudgetOptions.ApproveBudget,
            BudgetOptions.Reason,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var plan = await ReadAsync(parse.GetValue(PlanPath)!, cancellationToken);
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        WriteGuard.RequireEnabled(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Write, time, cancellationToken);
        var today = WriteGuard.BusinessDay(parse, settings, workplace.Policy, time);
        if (plan.AsOf != today)
            throw CommandException.Refused($"The plan is stale: it was made for {plan.AsOf:yyyy-MM-dd}, today is {today:yyyy-MM-dd}. Nothing was written: make a new plan.");
        using var progress = new RunProgress();
        var summary = await workplace.Get<AlertRound>().AfterAsync(
            () => progress.WithinAsync(() => workplace.Get<ApplyRun>().ApplyAsync(plan, BudgetOptions.Read(parse), progress.Report, cancellationToken)), cancellationToken);
        RunReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
        return summary.IsComplete ? ExitCode.Done : ExitCode.Partial;
    }

    private static async Task<WriteBackPlan> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return PlanFile.Read(await File.ReadAllBytesAsync(path, cancellationToken));
        }
        catch (EditedPlanException problem)
        {
            throw CommandException.Refused($"{path}: {problem.Message} Nothing was written.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CommandException.WrongInput($"{path}: {UnreadableFile.Reason(path, problem)}.");
        }
    }
}
