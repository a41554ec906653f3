using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Rebuilds;
using SalesRules.Journal.History;
using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>rebuild</c>: makes stored decisions again and compares byte for byte. Needs the journal alone.</summary>
internal static class RebuildCommand
{
    private static readonly Argument<string?> Run = new("RUN") { Description = "The run whose decisions are made again.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Decision = new("--decision") { Description = "The decision of that identity, as SalesRules_Decision__c holds it.", HelpName = "ID" };

    private static readonly Option<string?> Deal = new("--deal") { Description = "Every decision of that opportunity.", HelpName = "ID" };

    private static readonly Option<bool> All = new("--all") { Description = "Every decision that the journal keeps." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("rebuild", "Makes stored decisions again from their snapshot, context and policy, without Salesforce, and compares them byte for byte with what is stored. Exits with 0 when all are the same and with 3 when some are not: those are listed.\n\nExample: salesrules rebuild --all")
        {
            Run, Decision, Deal, All,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var filter = FilterOf(parse);
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;
        if (filter.Run is { } run && await journal.RunAsync(run, cancellationToken) is null)
            throw CommandException.WrongInput($"The journal knows no run {run}: `salesrules schedule history NAME` and the log name runs.");
        var tally = await new RebuildRun(journal).RunAsync(filter, watch: null, cancellationToken);
        if (tally.All == 0 && (filter.DecisionId ?? filter.Opportunity?.Value) is { } nothing)
            throw CommandException.WrongInput($"The journal keeps no decision of {nothing}.");
        RebuildReport.Print(tally, Console.Out, parse.GetValue(GlobalOptions.Json));
        return tally.Unequal == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static DecisionFilter FilterOf(ParseResult parse)
    {
        var (run, decision, deal) = (parse.GetValue(Run), parse.GetValue(Decision), parse.GetValue(Deal));
        if (new[] { run is not null, decision is not null, deal is not null, parse.GetValue(All) }.Count(given => given) != 1)
            throw CommandException.WrongInput("Say which decisions: a RUN, or --decision ID, or --deal ID, or --all.");
        return new DecisionFilter(Run: RunOf(run), Opportunity: DealOf(deal), DecisionId: decision);
    }

    private static RunId? RunOf(string? text) =>
        text is null ? null : RunId.TryParse(text, out var run) ? run : throw CommandException.WrongInput($"'{text}' is not a run's id: expected one such as 20260302-081500123-9f3c2a.");

    private static SalesforceId? DealOf(string? text) =>
        text is null ? null : SalesforceId.TryParse(text, out var id) ? id : throw CommandException.WrongInput($"'{text}' is not a Salesforce id: 15 letters and digits, or 18 with a right checksum.");
}
