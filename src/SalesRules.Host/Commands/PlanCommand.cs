using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Host.Runs.Leads;
using SalesRules.Journal.Runs;
using SalesRules.Plans;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>plan</c>: what a run would change and why. Writes nothing but the plan file.</summary>
internal static class PlanCommand
{
    private static readonly Option<string?> Out = new("--out") { Description = "Write the plan to this file, for `salesrules apply`.", HelpName = "FILE" };

    private static readonly Option<string?> Where = new("--where")
    {
        Description = "Only opportunities that meet this SOQL condition.",
        HelpName = "SOQL-condition",
    };

    private static readonly Option<string[]> Ids = new("--id")
    {
        Description = "Only these opportunities.",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("plan", "Reads, decides and prints the changes by deal and field with reason and totals; writes nothing.\n\nExample: salesrules plan --where \"Owner.Name = 'Dana Fox'\" --out plan.json")
        {
            Out,
            Where,
            Ids,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var where = Condition(parse.GetValue(Where));
        var ids = IdList(parse.GetValue(Ids));
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Read, time, cancellationToken);
        var request = new RunRequest
        {
            AsOf = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, workplace.Policy),
            Kind = RunKind.Run,
            Where = where,
            Ids = ids,
        };
        var unreadable = new List<string>();
        int read = 0;
        using var progress = new RunProgress();
        var run = workplace.Get<PlanRun>();
        var plan = await PlanAsync(
            run,
            request,
            page =>
            {
                read += page.Decisions.Count + page.Unreadable.Count;
                progress.Report(read);
                unreadable.AddRange(page.Unreadable.Select(row => $"{row.Id?.Value ?? "a row without a readable Id"}: {row.Problem}"));
            },
            cancellationToken);
        progress.Dispose();
        return await ReportAsync(parse, plan, run.Leads, read, unreadable, cancellationToken);
    }

    private static async Task<WriteBackPlan> PlanAsync(PlanRun run, RunRequest request, Action<DecidedPage> seen, CancellationToken cancellationToken)
    {
        try
        {
            return await run.PlanAsync(request, seen, cancellationToken);
        }
        catch (SalesforceException problem) when (problem.IsSchemaDrift && request.Where is not null)
        {
            // The fields of our own were described a moment ago.
            throw CommandException.WrongInput($"--where: {problem.Message}");
        }
    }

    private static async Task<int> ReportAsync(ParseResult parse, WriteBackPlan plan, LeadTally? leads, int read, List<string> unreadable, CancellationToken cancellationToken)
    {
        var bytes = PlanFile.Write(plan);
        if (parse.GetValue(Out) is { } file)
            await WriteFileAsync(file, bytes, cancellationToken);
        if (parse.GetValue(GlobalOptions.Json))
        {
            await using var stdout = Console.OpenStandardOutput();
            await stdout.WriteAsync(bytes, cancellationToken);
        }
        else
        {
            PlanReport.Print(plan, Console.Out);
            if (leads is not null)
                LeadReport.Print(leads, Console.Out, isPlan: true);
        }

        await Console.Error.WriteLineAsync($"{read:N0} opportunities read, {plan.Records.Count:N0} would change. Nothing was written{(parse.GetValue(Out) is { } written ? $" but {written}" : "")}.");
        foreach (var line in plan.Drift)
            await Console.Error.WriteLineAsync($"  ! schema drift: {line}");
        foreach (var line in unreadable)
            await Console.Error.WriteLineAsync($"  ! cannot be read: {line}");
        return unreadable.Count + plan.Drift.Count == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static async Task WriteFileAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllBytesAsync(file, bytes, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"--out {file}: cannot be written: {problem.Message}");
        }
    }

    private static SoqlCondition? Condition(string? text)
    {
        try
        {
            return text is null ? null : SoqlCondition.Parse(text);
        }
        catch (FormatException problem)
        {
            throw CommandException.WrongInput($"--where: {problem.Message}");
        }
    }

    private static List<SalesforceId>? IdList(string[]? texts)
    {
        if (texts is null or [])
            return null;
        try
        {
            return [.. texts.Select(SalesforceId.Parse)];
        }
        catch (FormatException problem)
        {
            throw CommandException.WrongInput($"--id: {problem.Message}");
        }
    }
}
