using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Evaluation;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Commands;

/// <summary><c>policy diff</c>: what another policy says differently, and what it would decide differently of the org's deals, or a file of them.</summary>
internal static class PolicyDiffCommand
{
    private static readonly Argument<string> Old = new("OLD") { Description = "The policy as it is." };

    private static readonly Argument<string> New = new("NEW") { Description = "The policy as it would be." };

    private static readonly Option<string?> Input = new("--input", "-i")
    {
        Description = "Deals to decide by both, as `salesrules evaluate` reads them: JSON Lines or CSV. - reads stdin. Without it and --org only the settings are compared.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Org = new("--org") { Description = "The org's open deals, as they stand now, to decide by both. Reads only." };

    public static Command Create(TimeProvider time)
    {
        var diff = new Command("diff", "Lists the settings that differ between two policies and, with --org or --input, what the new one would change: deals and money by category, stage, gate and risk, and findings gained and lost.\n\nExample: salesrules policy diff policy.yaml new.yaml --org") { Old, New, Input, Org };
        diff.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return diff;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var (oldPath, newPath) = (parse.GetValue(Old)!, parse.GetValue(New)!);
        var (oldText, newText) = (PolicySource.ReadText(oldPath), PolicySource.ReadText(newPath));
        var (before, after) = (PolicySource.Parse(oldText, oldPath), PolicySource.Parse(newText, newPath));
        var settings = SettingDifferences.Between(oldText, newText);
        var today = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, after);
        var review = (parse.GetValue(Input), parse.GetValue(Org)) switch
        {
            (not null, true) => throw CommandException.WrongInput("--input and --org name two sets of deals: leave one out."),
            ({ } input, _) => await new PolicyComparison(before, after).ReadAsync(input, today, cancellationToken),
            (_, true) => await ReadOrgAsync(parse, before, (after, newText), today, time, cancellationToken),
            _ => null,
        };
        if (parse.GetValue(GlobalOptions.Json))
            Console.Out.WriteLine(PolicyDiffJson.Of(before, after, settings, review?.Differences));
        else
            PolicyDiffReport.Print(settings, review?.Differences, Console.Out);
        return review is null ? ExitCode.Done : Report(review);
    }

    private static async Task<ComparedRows> ReadOrgAsync(ParseResult parse, Policy before, (Policy Policy, string Text) after, DateOnly today, TimeProvider time, CancellationToken cancellationToken)
    {
        if (PairedRows.NamesDiffer(before, after.Policy))
            throw CommandException.WrongInput("--org: the two policies give fields of the org different names (section fields); compare them with --input FILE.");
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(after, settings, JournalUse.Read, time, cancellationToken);
        using var progress = new RunProgress();
        return await workplace.Get<PolicyDiffRun>().CompareAsync(
            before, new RunRequest { AsOf = today, Kind = RunKind.Run }, read => progress.Report(read, "Comparing"), cancellationToken);
    }

    /// <summary>Says on stderr what was not compared, or not by every rule.</summary>
    private static int Report(ComparedRows review)
    {
        foreach (var note in review.Drift)
            Console.Error.WriteLine($"  ! schema drift: {note}");
        if (review.Unreadable > 0)
            Console.Error.WriteLine($"{review.Unreadable:N0} row(s) cannot be read and are left out:");
        foreach (var error in review.FirstErrors)
            Console.Error.WriteLine($"  {error}");
        return review.IsWhole ? ExitCode.Done : ExitCode.Partial;
    }
}
