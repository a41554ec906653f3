using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Alerts;

/// <summary>Finds those whom an alert goes to. Pure.</summary>
public static class AlertRouting
{
    /// <summary>Everybody whom a route names for it, each once, in the order of the routes. A person of the deal who is not known is left out.</summary>
    public static IReadOnlyList<AlertRecipient> Of(Alert alert, AlertPolicy policy, UserDirectory users)
    {
        var recipients = new List<AlertRecipient>();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var role in policy.Routes.Where(route => IsFor(route, alert, users)).SelectMany(route => route.To))
        {
            // An owner without a manager above them may manage themselves: one person is told once.
            if (Recipient(role, alert.Deal) is { } recipient && known.Add(recipient.User?.Value ?? recipient.Role))
                recipients.Add(recipient);
        }

        return recipients;
    }

    private static AlertRecipient? Recipient(string role, AlertDeal? deal) => role switch
    {
        AlertRoute.Owner => deal?.Owner is { } owner ? new AlertRecipient(role, owner) : null,
        AlertRoute.Manager => deal?.Manager is { } manager ? new AlertRecipient(role, manager) : null,
        _ => new AlertRecipient(role, null),
    };

    private static bool IsFor(AlertRoute route, Alert alert, UserDirectory users) =>
        route.On.Contains(alert.Kind) && (alert.Deal is { } deal ? IsFor(route, alert, deal, users) : !route.AsksOfDeal);

    private static bool IsFor(AlertRoute route, Alert alert, AlertDeal deal, UserDirectory users) =>
        (route.Motions.Count == 0 || route.Motions.Any(motion => motion.Name() == deal.Motion))
        && (route.Segments.Count == 0 || route.Segments.Contains(deal.Segment, StringComparer.OrdinalIgnoreCase))
        && (route.AmountFrom is not { } least || deal.Amount >= least)
        && (route.Risk.Count == 0 || route.Risk.Contains(alert.Risk))
        && (route.Teams.Count == 0 || Chain(deal, users).Any(route.Teams.Contains));

    /// <summary>The deal's owner and everybody above them.</summary>
    private static IEnumerable<SalesforceId> Chain(AlertDeal deal, UserDirectory users) =>
        new[] { deal.Owner, deal.Manager }.OfType<SalesforceId>().SelectMany(person => users.ManagersOf(person).Select(manager => manager.Id).Prepend(person));
}
