using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.FixedPoints;

/// <summary>
/// Whether decisions come to rest: a deal is decided, the decision's own changes are made, it is decided again, and so on. After five
/// rounds nothing more may be proposed.
/// </summary>
public static class FixedPointCheck
{
    public const int Rounds = 5;

    /// <summary>The rules that would move some deal back and forth under the policy; each set of rules once.</summary>
    public static IReadOnlyList<Oscillation> Of(Policy policy) =>
        Of(new RuleBook(policy).Decide, BoundaryDeals.Of(policy), policy.Fields);

    /// <summary>The same for any way of deciding.</summary>
    public static IReadOnlyList<Oscillation> Of(Func<Opportunity, DealContext, Decision> decide, IEnumerable<BoundaryDeal> deals, FieldMap fields)
    {
        var found = new Dictionary<string, Oscillation>(StringComparer.Ordinal);
        foreach (var deal in deals)
        {
            if (Follow(decide, deal, fields) is { } oscillation)
                found.TryAdd(string.Join(' ', oscillation.Rules), oscillation);
        }

        return [.. found.Values];
    }

    /// <summary>Null: the deal comes to rest.</summary>
    private static Oscillation? Follow(Func<Opportunity, DealContext, Decision> decide, BoundaryDeal deal, FieldMap fields)
    {
        var (opportunity, context) = (deal.Opportunity, deal.Context);
        var decision = decide(opportunity, context);
        if (decision.Changes.Count == 0)
            return null;
        var changes = new List<FieldChange>();
        for (var round = 1; round <= Rounds; round++)
        {
            changes.AddRange(decision.Changes);
            (opportunity, context) = After(opportunity, context, decision, fields);
            decision = decide(opportunity, context);
            if (decision.Changes.Count == 0)
                return null;
        }

        // The first rounds may have done something else that came to rest.
        var last = changes.Skip(changes.Count / 2).Concat(decision.Changes).ToList();
        return new Oscillation(
            [.. last.Select(change => change.Rule).Distinct().Order(StringComparer.Ordinal)],
            deal,
            [.. last.Select(change => $"{change.Field} {change.From} -> {change.To} ({change.Rule})").Distinct()]);
    }

    /// <summary>The record once everything that the decision wants is written, its approval too.</summary>
    private static (Opportunity Opportunity, DealContext Context) After(Opportunity opportunity, DealContext context, Decision decision, FieldMap fields)
    {
        var now = new DateTimeOffset(context.Today, new TimeOnly(12, 0), TimeSpan.Zero);
        var (corrected, afterwards) = StandingDecision.After(opportunity, context, decision, fields, now);
        return (decision.Pov is { IsGranted: true } ? corrected with { PovApprovedOn = now } : corrected, afterwards);
    }
}
