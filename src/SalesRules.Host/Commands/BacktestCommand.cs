using System.CommandLine;
using SalesRules.Host.Alerts;
using SalesRules.Host.Backtests;
using SalesRules.Host.Configuration;

namespace SalesRules.Host.Commands;

/// <summary><c>backtest</c>: of which deals a policy would have warned, and what became of them.</summary>
internal static class BacktestCommand
{
    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "The first day that is replayed, such as 2026-01-01. Default: the first there is.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--since"),
    };

    private static readonly Option<string?> Input = new("--input", "-i")
    {
        Description = "An exported history: CSV or JSON Lines as `salesrules evaluate` reads them, a row for each deal and date, with a column \"Snapshot Date\". - reads stdin. Default: what the journal keeps.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Org = new("--org") { Description = "The org's id, where the journal holds several. Default: the one that was worked on last.", HelpName = "ID" };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("backtest", "Replays stored snapshots, or an exported history, under --policy NEW: which deals it would have demoted, gated or flagged, what became of them, and with which precision and recall, beside the live policy's. Decides each snapshot by what was known then.\n\nExample: salesrules backtest --policy new.yaml --since 2026-01-01")
        {
            Since, Input, Org,
        };
        InputOptions.AddTo(command);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (candidatePath, livePath) = (PolicySource.PathOf(parse, settings), PolicySource.LivePathOf(settings));
        var candidate = Load(candidatePath);
        var live = Load(livePath);
        var run = new BacktestRun(candidate, candidate.Policy.Hash == live.Policy.Hash ? null : live, parse.GetValue(Since));
        IReadOnlyList<Usefulness>? answers = null;
        if (parse.GetValue(Input) is { } file)
            await new FileHistory(file, policy => InputOptions.Of(parse, policy)).ReplayAsync(run, cancellationToken);
        else
            answers = await ReplayJournalAsync(run);
        BacktestReport.Print(run, answers, Console.Out, parse.GetValue(GlobalOptions.Json));
        foreach (var problem in run.Problems)
            await Console.Error.WriteLineAsync($"  ! {problem}");
        return run.Leaking + run.Unreadable == 0 ? ExitCode.Done : ExitCode.Partial;

        async Task<IReadOnlyList<Usefulness>> ReplayJournalAsync(BacktestRun into)
        {
            var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
            await using var opened = journal;
            var org = await new JournalHistory(journal).ReplayAsync(into, parse.GetValue(Org), cancellationToken);
            return Usefulness.Of(await journal.AnswersAsync(org, cancellationToken));
        }
    }

    private static PolicyUnderTest Load(string path) => new(path, PolicySource.Parse(PolicySource.ReadText(path), path));
}
