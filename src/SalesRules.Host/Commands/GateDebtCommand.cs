using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Oversight;
using SalesRules.Oversight;

namespace SalesRules.Host.Commands;

/// <summary><c>gate-debt</c>: what each open deal owes to be legal in its stage, and since when. Needs the journal alone.</summary>
internal static class GateDebtCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("gate-debt", "What each open deal owes to be legal in its stage, and since when, from the journal: by rule, and deal by deal, the oldest debt first.\n\nExample: salesrules gate-debt --json");
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;
        var deals = new DecidedDeals(journal);
        var tally = new GateDebtTally(GateDebtText.MostShown);
        using var json = parse.GetValue(GlobalOptions.Json) ? new GateDebtJson(Console.Out, policy) : null;
        await foreach (var versions in deals.ReadAsync(await deals.OrgAsync(cancellationToken), cancellationToken))
        {
            var debt = GateDebt.Of(versions);
            tally.Add(versions[^1].Record, debt);
            if (debt is not null)
                json?.Add(debt);
        }

        if (json is not null)
            json.End(tally);
        else
            GateDebtText.Print(tally, policy, Console.Out);
        return ExitCode.Done;
    }
}
