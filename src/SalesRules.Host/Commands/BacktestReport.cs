using System.Globalization;
using SalesRules.Backtests;
using SalesRules.Host.Alerts;
using SalesRules.Host.Backtests;
using SalesRules.Host.Portfolio;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>A backtest as text for a person, or as <see cref="BacktestJson"/> for a program.</summary>
internal static class BacktestReport
{
    private const int DealsShown = 20;

    /// <param name="answers">What people thought of alerts, by rule; null: an exported history, to which nobody answered.</param>
    public static void Print(BacktestRun run, IReadOnlyList<Usefulness>? answers, TextWriter output, bool json)
    {
        var candidate = BacktestResult.Of(run.Candidate.Warnings, run.Outcomes);
        var live = run.Live is null ? null : BacktestResult.Of(run.Live.Warnings, run.Outcomes);
        if (json)
            output.WriteLine(JsonText.Of(writer => BacktestJson.Write(writer, run, candidate, live, answers)));
        else
            PrintText(run, candidate, live, answers, new TerminalWriter(output));
    }

    private static void PrintText(BacktestRun run, BacktestResult candidate, BacktestResult? live, IReadOnlyList<Usefulness>? answers, TextWriter output)
    {
        output.WriteLine($"Backtest of {run.Candidate.Path} ({run.Candidate.Policy.Hash[..19]}){(run.Live is null ? ", the live policy" : $" beside the live policy {run.Live.Path} ({run.Live.Policy.Hash[..19]})")}");
        output.WriteLine(Said($"{run.Snapshots:N0} snapshots, {Day(run.FirstDay)} to {Day(run.Outcomes.LastDay)}, {run.Leaking:N0} left out because they leak, {run.Unreadable:N0} because they cannot be read"));
        output.WriteLine(Said($"{candidate.Deals.All:N0} deals: {candidate.Deals.Won:N0} won, {candidate.Deals.Lost:N0} lost, {candidate.Deals.Slipped:N0} slipped, {candidate.Deals.Open:N0} not known yet{(candidate.NeverOpen == 0 ? "" : Said($"; {candidate.NeverOpen:N0} more were only seen closed"))}"));
        output.WriteLine($"lost or slipped {Words(candidate.BaseRate)}: the precision of a warning at random");
        if (candidate.Deals.All > 0)
            PrintTable(candidate, live, output);
        if (run.Candidate.Warnings.NotRun.Count > 0)
            output.WriteLine($"Not asked everywhere, for lack of fields or context: {string.Join(", ", run.Candidate.Warnings.NotRun)}");
        PrintDeals(candidate, output);
        PrintAnswers(answers, output);
    }

    private static void PrintAnswers(IReadOnlyList<Usefulness>? answers, TextWriter output)
    {
        if (answers is not { Count: > 0 })
            return;
        output.WriteLine();
        output.WriteLine("What people thought of the alerts of the live policy, by rule:");
        AnswersReport.PrintText(answers, output);
    }

    private static void PrintTable(BacktestResult candidate, BacktestResult? live, TextWriter output)
    {
        string[] headings = ["warning", "deals", "won", "lost", "slipped", "open", "precision (95 %)", "recall (95 %)"];
        if (live is not null)
            headings = [.. headings, "live deals", "live precision", "live recall"];
        output.WriteLine();
        foreach (var line in TextTable.Lines(headings, [.. Rows(candidate, live)]))
            output.WriteLine(line);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(BacktestResult candidate, BacktestResult? live)
    {
        var lives = live?.Figures.ToDictionary(figures => figures.Warning);
        foreach (var warning in candidate.Figures.Concat(live?.Figures ?? []).Select(figures => figures.Warning).Distinct().Order())
        {
            var own = candidate.Figures.FirstOrDefault(figures => figures.Warning == warning);
            var counts = own?.Warned ?? default;
            List<Cell> row =
            [
                Cell.Of(warning.Name), Cell.Count(counts.All), Cell.Count(counts.Won), Cell.Count(counts.Lost), Cell.Count(counts.Slipped), Cell.Count(counts.Open),
                Cell.Of(Words(own?.Precision)), Cell.Of(Words(own?.Recall)),
            ];
            if (lives is not null)
            {
                var other = lives.GetValueOrDefault(warning);
                row.AddRange([Cell.Count(other?.Warned.All ?? 0), Cell.Of(Words(other?.Precision)), Cell.Of(Words(other?.Recall))]);
            }

            yield return row;
        }
    }

    private static void PrintDeals(BacktestResult result, TextWriter output)
    {
        var warned = result.Warned.Where(deal => deal.IsWarnedByKind).ToList();
        if (warned.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine(warned.Count > DealsShown ? Said($"The first {DealsShown} of {warned.Count:N0} deals that were demoted, gated or flagged (--json lists all):") : "Deals that were demoted, gated or flagged:");
        foreach (var deal in warned.Take(DealsShown))
            output.WriteLine($"  {deal.Id} {deal.Outcome.Name}: {string.Join(", ", deal.Warnings.Where(warning => !warning.Key.IsRule && warning.Key != Warning.Any).Select(warning => $"{warning.Key.Name} {Day(warning.Value)}"))}; {Words(deal.Outcome)}");
    }

    private static string Words(DealOutcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Won => $"won by {Day(outcome.WarnableUntil)}",
        OutcomeKind.Lost => "lost",
        OutcomeKind.Slipped => $"slipped beyond {Day(outcome.DueBy)}",
        _ => "not known yet",
    };

    /// <summary>"12 of 20, 60.0 % (38.7 to 78.1)".</summary>
    private static string Words(Rate? rate) => rate is { Interval: { } interval } known
        ? Said($"{known.Hits} of {known.Of}, {known.Share * 100:0.0} % ({interval.Low * 100:0.0} to {interval.High * 100:0.0})")
        : "of none";

    private static string Day(DateOnly? day) => day is null ? "no day" : FieldValue.Of(day).ToString();

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
