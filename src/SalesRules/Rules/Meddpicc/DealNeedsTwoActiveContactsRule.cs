using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// By pov at least two contacts with a role in the deal have been active in the last 30 days. Source: B 5.2, 9.1; catalogue section 6.
/// </summary>
public sealed class DealNeedsTwoActiveContactsRule : IRuleOnSurroundings
{
    public string Id => "meddpicc.single-threaded";

    public string Condition => "fewer than {meddpicc.active-contacts} contacts with a role in the deal were active within {meddpicc.contact-activity-days} days";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.By(StageType.Pov);

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.active-contacts", "meddpicc.contact-activity-days"];

    public Surrounding RestsOn => Surrounding.Contacts;

    public bool AsksOf(Deal deal) => true;

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Context.Contacts is not { } contacts)
            return RuleOutcome.NotRun;
        return Active(deal, contacts) >= deal.Policy.Meddpicc.ActiveContacts ? RuleOutcome.Clear : new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var contacts = deal.Context.Contacts!;
        var active = Active(deal, contacts);
        return new Explanation
        {
            Message = $"Single-threaded: {(active == 0 ? "no contact" : $"only {FieldValue.Of(active)} contact")} of {FieldValue.Of(contacts.DistinctBy(contact => contact.Id).Count())} with a role was active "
                + $"within {FieldValue.Of(deal.Policy.Meddpicc.ContactActivityDays)} days.",
            Evidence = [new Evidence("OpportunityContactRole", FieldValue.Of(active), FieldValue.Of(deal.Policy.Meddpicc.ActiveContacts))],
        };
    }

    /// <summary>People, not roles: one person with two roles is one thread.</summary>
    private static int Active(Deal deal, IReadOnlyList<CustomerContact> contacts)
    {
        var since = deal.Today.Plus(-deal.Policy.Meddpicc.ContactActivityDays);
        var active = 0;
        for (var index = 0; index < contacts.Count; index++)
        {
            if (contacts[index].LastActivityOn >= since && !IsListedBefore(contacts, index, since))
                active++;
        }

        return active;
    }

    /// <summary>A deal has a handful of contacts.</summary>
    private static bool IsListedBefore(IReadOnlyList<CustomerContact> contacts, int index, DateOnly since)
    {
        for (var earlier = 0; earlier < index; earlier++)
        {
            if (contacts[earlier].Id == contacts[index].Id && contacts[earlier].LastActivityOn >= since)
                return true;
        }

        return false;
    }
}
