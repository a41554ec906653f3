using System.Text.Json;
using SalesRules.Journal.History;
using static SalesRules.Host.Cards.CardWords;

namespace SalesRules.Host.Cards;

/// <summary>What the journal knows of a deal, in words: what was written when and why, approvals, tasks, earlier decisions.</summary>
internal static class HistorySections
{
    public static IEnumerable<CardSection> Of(DealHistory history)
    {
        if (history.IsEmpty)
        {
            yield return new CardSection("History", [new CardLine("The journal has not seen this deal yet.")]);
            yield break;
        }

        yield return new CardSection("Written", [.. history.Writes.Select(Written)]);
        yield return new CardSection("POV approvals", [.. history.Approvals.Select(approval => new CardLine($"{Time(approval.ApprovedAt)}: {approval.State}, {approval.Path}{(approval.IsFirstSeen ? ", first seen in POV" : "")}"))]);
        yield return new CardSection("Tasks", [.. history.Tasks.Select(task => new CardLine($"{task.Key}: {task.State}{(task.Subject is null ? "" : $": {task.Subject}")}"))]);
        yield return new CardSection("Decisions", [.. history.Decisions.Select(decision => new CardLine($"{Time(decision.DecidedAt)} {decision.DecisionId[..19]} by policy {decision.PolicyHash[..Math.Min(19, decision.PolicyHash.Length)]}: {Summary(decision.Decision)}"))]);
    }

    private static CardLine Written(WriteEntry write) => new(
        $"{Time(write.PlannedAt)} run {write.Run}: {write.State}{(write.Sentence is null ? "" : $": {write.Sentence}")}{(write.MovedFields.Count == 0 ? "" : $": {string.Join(", ", write.MovedFields)}")}",
        [
            .. write.Record.Changes.Where(change => change.Rule is not null)
                .Select(change => $"{change.Field}: {Shown(change.From)} -> {Shown(change.To)} ({change.Rule}): {change.Reason}"),
        ]);

    /// <summary>"Commit -> Best Case, risk high: forecast.above-ceiling".</summary>
    private static string Summary(string decision)
    {
        using var json = JsonDocument.Parse(decision);
        var (forecast, risk) = (json.RootElement.GetProperty("forecast"), json.RootElement.GetProperty("risk"));
        var (current, proposed) = (forecast.GetProperty("current").GetString() ?? "empty", forecast.GetProperty("proposed").GetString());
        var rules = json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()).ToList();
        return $"{(current == proposed ? current : $"{current} -> {proposed}")}, risk {risk.GetProperty("level").GetString()}{(rules.Count == 0 ? "" : $": {string.Join(", ", rules)}")}";
    }
}
