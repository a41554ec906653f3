using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Evaluation;
using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Commands;

/// <summary><c>policy diff</c>: what another policy says differently, and what it would decide differently of a file of deals.</summary>
internal static class PolicyDiffCommand
{
    private static readonly Argument<string> Old = new("OLD") { Description = "The policy as it is." };

    private static readonly Argument<string> New = new("NEW") { Description = "The policy as it would be." };

    private static readonly Option<string?> Input = new("--input", "-i")
    {
        Description = "Deals to decide by both, as `salesrules evaluate` reads them: JSON Lines or CSV. - reads stdin. Default: only the settings are compared.",
        HelpName = "FILE",
    };

    public static Command Create(TimeProvider time)
    {
        var diff = new Command("diff", "Lists the settings that differ between two policies and, with --input, what the new one would change: deals and money by category, stage, gate and risk, and findings gained and lost.\n\nExample: salesrules policy diff policy.yaml new.yaml --input pipeline.csv") { Old, New, Input };
        diff.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return diff;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var (oldPath, newPath) = (parse.GetValue(Old)!, parse.GetValue(New)!);
        var (oldText, newText) = (PolicySource.ReadText(oldPath), PolicySource.ReadText(newPath));
        var (before, after) = (PolicySource.Parse(oldText, oldPath), PolicySource.Parse(newText, newPath));
        var settings = SettingDifferences.Between(oldText, newText);
        var review = parse.GetValue(Input) is { } input
            ? await new PolicyComparison(before, after).ReadAsync(input, parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, after), cancellationToken)
            : null;
        if (parse.GetValue(GlobalOptions.Json))
            Console.Out.WriteLine(PolicyDiffJson.Of(before, after, settings, review?.Differences));
        else
            PolicyDiffReport.Print(settings, review?.Differences, Console.Out);
        return review is null ? ExitCode.Done : ReportUnreadable(review);
    }

    private static int ReportUnreadable(ComparedRows review)
    {
        if (review.Unreadable == 0)
            return ExitCode.Done;
        Console.Error.WriteLine($"{review.Unreadable:N0} row(s) cannot be read and are left out:");
        foreach (var error in review.FirstErrors)
            Console.Error.WriteLine($"  {error}");
        return ExitCode.Partial;
    }
}
