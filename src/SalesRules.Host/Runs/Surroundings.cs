using SalesRules.Decisions;
using SalesRules.Journal.Deals;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Rules.Renewals;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Reads what stands around the deals of a page, each thing only for the deals that a rule in force asks it of: contacts, activities, the
/// account's other deals, the sale that a renewal renews. What no rule asks for costs no call.
/// </summary>
internal sealed class Surroundings(RelatedReader related, OpportunityReader opportunities)
{
    /// <summary>The contexts of the page's deals with what stands around them.</summary>
    public async Task<IReadOnlyList<DealContext>> AddAsync(
        OrgSession org, IReadOnlyList<(Opportunity Opportunity, DealMemory Memory)> page, IReadOnlyList<DealContext> contexts, CancellationToken cancellationToken)
    {
        var deals = page.Zip(contexts, (seen, context) => new Deal(seen.Opportunity, context, org.Policy)).ToList();
        var asked = new AskedOf(org.Rules);
        var contacts = await ContactsAsync(deals.Where(asked.Contacts), cancellationToken);
        var activities = await ActivitiesAsync([.. deals.Where((deal, index) => asked.Activity(deal, page[index].Memory))], cancellationToken);
        var champions = await related.AccountsOfContactsAsync([.. deals.Where(asked.Champion).Select(deal => deal.Opportunity.Champion!.Value)], cancellationToken);
        var siblings = await SiblingsAsync(org, [.. deals.Where(asked.Siblings)], cancellationToken);
        var originals = await OriginalsAsync(org, [.. deals.Where(asked.Original)], cancellationToken);
        return
        [
            .. deals.Select(deal => deal.Context with
            {
                Contacts = contacts.GetValueOrDefault(deal.Opportunity.Id),
                Activity = activities.GetValueOrDefault(deal.Opportunity.Id),
                ChampionAccount = deal.Opportunity.Champion is { } champion ? champions.GetValueOrDefault(champion) : null,
                Siblings = siblings.GetValueOrDefault(deal.Opportunity.Id),
                Original = deal.Opportunity.RenewalOf is { } original ? originals.GetValueOrDefault(original) : null,
            }),
        ];
    }

    private async Task<Dictionary<SalesforceId, List<CustomerContact>>> ContactsAsync(IEnumerable<Deal> deals, CancellationToken cancellationToken)
    {
        var contacts = deals.ToDictionary(deal => deal.Opportunity.Id, _ => new List<CustomerContact>());
        await foreach (var (opportunity, contact) in related.ContactRolesAsync(contacts.Keys, cancellationToken))
            contacts[opportunity].Add(contact);
        foreach (var of in contacts.Values)
            of.Sort((one, other) => one.Id.CompareTo(other.Id));
        return contacts;
    }

    private async Task<IReadOnlyDictionary<SalesforceId, DealActivity>> ActivitiesAsync(IReadOnlyList<Deal> deals, CancellationToken cancellationToken) => deals.Count == 0
        ? new Dictionary<SalesforceId, DealActivity>()
        : await related.ActivitiesAsync([.. deals.Select(deal => deal.Opportunity.Id)], deals[0].Today, cancellationToken);

    private async Task<Dictionary<SalesforceId, IReadOnlyList<SiblingDeal>>> SiblingsAsync(OrgSession org, IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var policy = org.Policy;
        var open = new List<Opportunity>();
        var fields = SiblingFields.Where(policy.Fields.Has).Select(field => policy.Fields.NameOf(OpportunityFields.Get(field))!);
        await foreach (var row in related.OpenDealsAsync(fields, [.. deals.Select(deal => deal.Opportunity.AccountId!.Value)], cancellationToken).ToSnapshotsAsync(policy.Fields, cancellationToken))
        {
            // A row that cannot be read is reported where it is decided itself.
            if (row.Opportunity is { } opportunity)
                open.Add(opportunity);
        }

        var byAccount = open.ToLookup(opportunity => opportunity.AccountId);
        return deals.ToDictionary(
            deal => deal.Opportunity.Id,
            IReadOnlyList<SiblingDeal> (deal) =>
            [
                .. byAccount[deal.Opportunity.AccountId].Where(other => other.Id != deal.Opportunity.Id).OrderBy(other => other.Id)
                    .Select(other => new SiblingDeal(other.Id, other.Name, other.Amount, policy.Motions.Find(other.Type) ?? policy.Motions.Otherwise)),
            ]);
    }

    private async Task<Dictionary<SalesforceId, OriginalSale>> OriginalsAsync(OrgSession org, IReadOnlyList<Deal> renewals, CancellationToken cancellationToken)
    {
        var originals = new Dictionary<SalesforceId, OriginalSale>();
        var fields = OriginalFields.Where(org.Policy.Fields.Has).Select(field => org.Policy.Fields.NameOf(OpportunityFields.Get(field))!);
        var ids = renewals.Select(deal => deal.Opportunity.RenewalOf!.Value);
        await foreach (var row in opportunities.ReadByIdsAsync(fields, ids, cancellationToken).ToSnapshotsAsync(org.Policy.Fields, cancellationToken))
        {
            if (row.Opportunity is { IsClosed: true } sale)
                originals[sale.Id] = Original(org, sale);
        }

        return originals;
    }

    private static OriginalSale Original(OrgSession org, Opportunity sale)
    {
        var original = new OriginalSale(sale.Id, sale.Quantify.Points, sale.CloseDate);
        return sale.IsWon == true && (org.Policy.Motions.Find(sale.Type) ?? org.Policy.Motions.Otherwise) != Motion.Renewal
            ? original with { HandsOver = true, Scores = MiqlScores.Of(sale) }
            : original;
    }

    private static readonly string[] SiblingFields = ["AccountId", "Name", "Amount", "Type"];
    private static readonly string[] OriginalFields = ["IsClosed", "IsWon", "Type", "CloseDate", .. Pillars.ScoreFields];

    /// <summary>Which deals the rules in force ask these things of.</summary>
    private sealed class AskedOf(RuleBook rules)
    {
        private readonly HashSet<string> running = [.. RuleBook.InForce(rules.Policy).Select(rule => rule.Id).Except(rules.Stopped)];

        public bool Contacts(Deal deal) => IsAsked("meddpicc.single-threaded", deal) && deal.IsBy(StageType.Pov);

        /// <summary>Renewals without a recent meeting; and deals whose last activity may be a task that we completed ourselves.</summary>
        public bool Activity(Deal deal, DealMemory memory) =>
            (IsAsked("renewal.sponsor-unmet", deal) && deal.Motion == Motion.Renewal && RenewalWindow.Holds(deal) && !WasMet(deal))
            || (deal.IsOpen && deal.Opportunity.LastActivityDate is { } last && memory.OwnActivityDays.Contains(last));

        public bool Champion(Deal deal) => IsAsked("renewal.champion-lost", deal) && deal is { Motion: Motion.Renewal, Opportunity.Champion: not null };

        public bool Siblings(Deal deal) => IsAsked("hygiene.duplicate", deal) && deal.Opportunity.AccountId is not null;

        public bool Original(Deal deal) => (IsAsked("renewal.inherited-weak-quantify", deal) || IsAsked(SaleSeedsItsRenewalRule.RuleId, deal)) && deal is { Motion: Motion.Renewal, Opportunity.RenewalOf: not null };

        private bool IsAsked(string rule, Deal deal) => deal.IsOpen && running.Contains(rule);

        private static bool WasMet(Deal deal) => deal.Opportunity.EconomicBuyerMetOn >= deal.Today.AddDays(-deal.Policy.Renewals.SponsorDays);
    }
}
