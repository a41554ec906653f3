using System.Text.Json;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Oversight;

/// <summary>One stored decision of a deal, as far as those who watch over the rules ask for it.</summary>
/// <param name="Record">The record as it was read.</param>
/// <param name="Findings">What stood once the corrections were made, highest severity first.</param>
/// <param name="CorrectedBy">The rules that corrected the record; empty: none did.</param>
public sealed record DecidedVersion(Opportunity Record, DateTimeOffset DecidedAt, Policy Policy, IReadOnlyList<DecidedFinding> Findings, IReadOnlyList<string> CorrectedBy)
{
    /// <summary>Those of the org's users whom the deal's rules could ask about, with their names; null: they were not kept.</summary>
    public UserDirectory? Users { get; init; }

    /// <param name="standing">The decision about the record as corrected, as <see cref="Decisions.DecisionJson"/> writes it.</param>
    /// <param name="decision">The decision about the record as read; null: nothing was corrected.</param>
    /// <exception cref="JsonException">One of them is no decision.</exception>
    public static DecidedVersion Of(Opportunity record, DateTimeOffset decidedAt, Policy policy, string standing, string? decision) =>
        new(record, decidedAt, policy, FindingsOf(standing), decision is null ? [] : RulesOf(decision));

    private static IReadOnlyList<DecidedFinding> FindingsOf(string standing)
    {
        using var json = JsonDocument.Parse(standing);
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(finding => new DecidedFinding(finding.GetProperty("rule").GetString()!, finding.GetProperty("message").GetString()!))];
    }

    private static IReadOnlyList<string> RulesOf(string decision)
    {
        using var json = JsonDocument.Parse(decision);
        return [.. json.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("rule").GetString()!).Distinct()];
    }
}

/// <summary>What one rule found, in its words.</summary>
public readonly record struct DecidedFinding(string Rule, string Message);
