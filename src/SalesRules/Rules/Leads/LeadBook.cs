using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Leads;

/// <summary>The rules about leads under one policy. Pure: the same lead, policy and instant give the same decision.</summary>
public sealed class LeadBook(Policy policy)
{
    /// <summary>Every one of the catalogue's, in its order.</summary>
    public static IReadOnlyList<ILeadRule> All { get; } = [new LeadFollowsItsRouteRule(), new LeadMustBeAnsweredInTimeRule(), new LeadNeedsARouteRule()];

    /// <param name="knowsFirstTouch">Whether it is known when somebody first did something about the lead.</param>
    public LeadDecision Decide(Lead lead, DateTimeOffset now, bool knowsFirstTouch = true)
    {
        var asked = new LeadCase(lead, policy, now, knowsFirstTouch);
        var findings = new List<Finding>();
        var notRun = new List<string>();
        foreach (var rule in All)
        {
            if (policy.SeverityOf(rule.Id, rule.Severity) is not { } severity)
                continue;
            var outcome = rule.Apply(asked);
            if (outcome.IsNotRun)
                notRun.Add(rule.Id);
            if (outcome.Finding is { } finding)
                findings.Add(finding.With(severity));
        }

        return new LeadDecision(lead, [.. findings.OrderByDescending(finding => finding.Severity)], notRun, Wish(asked));
    }

    /// <summary>A lead that somebody has taken is theirs: only what waits in a queue is assigned.</summary>
    private static LeadWish Wish(LeadCase lead) => lead switch
    {
        { Lead.IsInQueue: false } or { CanBeRouted: false } => LeadWish.None,
        { Route: null } => lead.Settings.DefaultOwner is null ? LeadWish.None : LeadWish.DefaultOwner,
        { Route: { } route } when route.IsWorked() && lead.Settings.RoundRobin.Count > 0 => LeadWish.NextInTurn,
        _ => LeadWish.None,
    };
}

/// <summary>Who is to own a lead.</summary>
public enum LeadWish
{
    /// <summary>Whoever owns it now.</summary>
    None,

    /// <summary>The policy's default owner: nothing routes it.</summary>
    DefaultOwner,

    /// <summary>The next of those who take turns.</summary>
    NextInTurn,
}

/// <summary>What the rules say of one lead.</summary>
/// <param name="Findings">Highest severity first.</param>
/// <param name="NotRun">The rules that lacked a field or context.</param>
public sealed record LeadDecision(Lead Lead, IReadOnlyList<Finding> Findings, IReadOnlyList<string> NotRun, LeadWish Wish);
