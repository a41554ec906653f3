using System.Text.Json;
using SalesRules.Alerts;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>
/// Counts the transitions of deals from their decisions as the journal keeps them, on its own: reads the JSON, remembers what was so,
/// and shares no code with what raises alerts. Good while every rule can run.
/// </summary>
internal sealed class QuarterModel(string firstRun)
{
    /// <summary>How often each transition of each deal happened, by the beginning of its alerts' keys.</summary>
    public SortedDictionary<string, int> Transitions { get; } = new(StringComparer.Ordinal);

    /// <param name="decisions">Deal by deal, the oldest first.</param>
    public void Count(IEnumerable<(string Deal, string Run, string Standing, string Snapshot)> decisions)
    {
        foreach (var deal in decisions.GroupBy(decision => decision.Deal))
        {
            Facts? before = null;
            foreach (var decision in deal)
            {
                var now = FactsOf(decision.Standing, decision.Snapshot);
                if (decision.Run != firstRun)
                    Compare(deal.Key, before ?? new Facts(0, "", 0, false, now.IsClosed), now);
                before = now;
            }
        }
    }

    private void Compare(string deal, Facts before, Facts now)
    {
        Add(deal, AlertKind.RiskEntered, now.Risk >= 2 && before.Risk < 2);
        Add(deal, AlertKind.RiskRose, now.Risk == 3 && before.Risk == 2);
        Add(deal, AlertKind.PovDeferred, now.Gate == "Deferred" && before.Gate != "Deferred");
        Add(deal, AlertKind.PovCleared, now.Gate == "Approved" && before.Gate == "Deferred");
        Add(deal, AlertKind.PovEnding, now.Ending > before.Ending);
        Add(deal, AlertKind.SponsorSilent, now.IsSilent && !before.IsSilent);
        Add(deal, AlertKind.DealClosed, now.IsClosed && !before.IsClosed);
    }

    private void Add(string deal, AlertKind kind, bool happened)
    {
        var transition = $"{kind.Name()}/{deal}";
        if (happened)
            Transitions[transition] = Transitions.GetValueOrDefault(transition) + 1;
    }

    private static Facts FactsOf(string standing, string snapshot)
    {
        using var decision = JsonDocument.Parse(standing);
        using var record = JsonDocument.Parse(snapshot);
        if (record.RootElement.TryGetProperty("IsClosed", out var closed) && closed.ValueKind == JsonValueKind.True)
            return new Facts(0, "", 0, false, true);
        var root = decision.RootElement;
        var findings = root.GetProperty("findings").EnumerateArray().ToDictionary(finding => finding.GetProperty("rule").GetString()!, finding => finding.GetProperty("severity").GetString());
        var pov = root.GetProperty("pov");
        return new Facts(
            Array.IndexOf(["none", "low", "medium", "high"], root.GetProperty("risk").GetProperty("level").GetString()),
            pov.ValueKind == JsonValueKind.Null ? "" : pov.GetProperty("state").GetString() != "Deferred" ? "Approved" : pov.GetProperty("onRecord").GetBoolean() ? "" : "Deferred",
            !findings.TryGetValue("meddpicc.pov-ending", out var weight) ? 0 : weight == "high" ? 2 : 1,
            findings.ContainsKey("renewal.sponsor-silent") || findings.ContainsKey("renewal.sponsor-unmet"),
            false);
    }

    private sealed record Facts(int Risk, string Gate, int Ending, bool IsSilent, bool IsClosed);
}
