using SalesRules.Decisions;
using SalesRules.Journal.Deals;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>
/// Reads what stands around the deals of a page, each thing only for the deals that a rule in force asks it of. What no rule asks for costs
/// no call; what our user cannot read stays unknown, and the run says so.
/// </summary>
internal sealed class Surroundings(RelatedReader related, OpportunityReader opportunities)
{
    private static readonly string[] SiblingFields = ["AccountId", "Name", "Amount", "Type"];
    private static readonly string[] OriginalFields = ["IsClosed", "IsWon", "Type", "CloseDate", .. Pillars.ScoreFields];

    /// <summary>The contexts of the page's deals with what stands around them.</summary>
    public async Task<IReadOnlyList<DealContext>> AddAsync(
        OrgSession org, IReadOnlyList<(Opportunity Opportunity, DealMemory Memory)> page, IReadOnlyList<DealContext> contexts, CancellationToken cancellationToken)
    {
        var deals = page.Zip(contexts, (seen, context) => new Deal(seen.Opportunity, context, org.Policy)).ToList();
        List<Deal> Asked(Surrounding what) => [.. deals.Where(deal => org.AsksFor(what, deal))];
        var resting = deals.Where((deal, index) => IsOurOwnActivity(deal, page[index].Memory));

        var contacts = await ReadAsync(org, Surrounding.Contacts, Asked(Surrounding.Contacts), asked => ContactsAsync(asked, cancellationToken));
        var activities = await ReadAsync(org, Surrounding.Activity, [.. Asked(Surrounding.Activity).Union(resting)], asked => ActivitiesAsync(asked, cancellationToken));
        var champions = await ReadAsync(org, Surrounding.ChampionAccount, Asked(Surrounding.ChampionAccount), asked => ChampionAccountsAsync(asked, cancellationToken));
        var siblings = await ReadAsync(org, Surrounding.Siblings, Asked(Surrounding.Siblings), asked => SiblingsAsync(org, asked, cancellationToken));
        var originals = await ReadAsync(org, Surrounding.OriginalSale, Asked(Surrounding.OriginalSale), asked => OriginalsAsync(org, asked, cancellationToken));
        return
        [
            .. deals.Select(deal => deal.Context with
            {
                Contacts = contacts.GetValueOrDefault(deal.Opportunity.Id),
                Activity = activities.GetValueOrDefault(deal.Opportunity.Id),
                ChampionAccount = champions.GetValueOrDefault(deal.Opportunity.Id),
                Siblings = siblings.GetValueOrDefault(deal.Opportunity.Id),
                Original = originals.GetValueOrDefault(deal.Opportunity.Id),
            }),
        ];
    }

    /// <summary>The deal's last activity may be a task that we completed ourselves.</summary>
    private static bool IsOurOwnActivity(Deal deal, DealMemory memory) => deal.IsOpen && deal.Opportunity.LastActivityDate is { } last && memory.OwnActivityDays.Contains(last);

    /// <summary>Reads it for these deals, by their ids; nothing for any of them where our user may not: then no rule asks for it any more.</summary>
    private static async Task<IReadOnlyDictionary<SalesforceId, T>> ReadAsync<T>(
        OrgSession org, Surrounding what, List<Deal> asked, Func<IReadOnlyList<Deal>, Task<IReadOnlyDictionary<SalesforceId, T>>> readAsync)
    {
        if (asked.Count > 0 && org.CanRead(what))
        {
            try
            {
                return await readAsync(asked);
            }
            catch (SalesforceException problem) when (problem.IsSchemaDrift)
            {
                org.Lose(what);
            }
        }

        return new Dictionary<SalesforceId, T>();
    }

    private async Task<IReadOnlyDictionary<SalesforceId, IReadOnlyList<CustomerContact>>> ContactsAsync(IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var contacts = deals.ToDictionary(deal => deal.Opportunity.Id, _ => new List<CustomerContact>());
        await foreach (var (opportunity, contact) in related.ContactRolesAsync(contacts.Keys, cancellationToken))
            contacts[opportunity].Add(contact);
        return contacts.ToDictionary(of => of.Key, IReadOnlyList<CustomerContact> (of) => [.. of.Value.OrderBy(contact => contact.Id)]);
    }

    private Task<IReadOnlyDictionary<SalesforceId, DealActivity>> ActivitiesAsync(IReadOnlyList<Deal> deals, CancellationToken cancellationToken) =>
        related.ActivitiesAsync([.. deals.Select(deal => deal.Opportunity.Id)], deals[0].Today, cancellationToken);

    private async Task<IReadOnlyDictionary<SalesforceId, SalesforceId?>> ChampionAccountsAsync(IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var accounts = await related.AccountsOfContactsAsync(deals.Select(deal => deal.Opportunity.Champion!.Value), cancellationToken);
        return deals.ToDictionary(deal => deal.Opportunity.Id, deal => accounts.GetValueOrDefault(deal.Opportunity.Champion!.Value));
    }

    private async Task<IReadOnlyDictionary<SalesforceId, IReadOnlyList<SiblingDeal>>> SiblingsAsync(OrgSession org, IReadOnlyList<Deal> deals, CancellationToken cancellationToken)
    {
        var motions = org.Policy.Motions;
        var open = new List<Opportunity>();
        var accounts = deals.Select(deal => deal.Opportunity.AccountId!.Value);
        await foreach (var row in related.OpenDealsAsync(Selected(org, SiblingFields), accounts, cancellationToken).ToSnapshotsAsync(org.Policy.Fields, cancellationToken))
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
                    .Select(other => new SiblingDeal(other.Id, other.Name, other.Amount, motions.Find(other.Type) ?? motions.Otherwise)),
            ]);
    }

    private async Task<IReadOnlyDictionary<SalesforceId, OriginalSale>> OriginalsAsync(OrgSession org, IReadOnlyList<Deal> renewals, CancellationToken cancellationToken)
    {
        var named = renewals.ToLookup(deal => deal.Opportunity.RenewalOf is not null);
        var originals = new Dictionary<SalesforceId, OriginalSale>();
        if (named[true].Any())
            await AddNamedAsync(org, [.. named[true]], originals, cancellationToken);
        if (named[false].Any())
            await AddByAccountAsync(org, [.. named[false]], originals, cancellationToken);
        return originals;
    }

    private async Task AddNamedAsync(OrgSession org, IReadOnlyList<Deal> renewals, Dictionary<SalesforceId, OriginalSale> originals, CancellationToken cancellationToken)
    {
        var ids = renewals.Select(deal => deal.Opportunity.RenewalOf!.Value);
        var sales = new Dictionary<SalesforceId, OriginalSale>();
        await foreach (var row in opportunities.ReadByIdsAsync(Selected(org, OriginalFields), ids, cancellationToken).ToSnapshotsAsync(org.Policy.Fields, cancellationToken))
        {
            if (row.Opportunity is { IsClosed: true } sale)
                sales[sale.Id] = Original(org, sale);
        }

        foreach (var renewal in renewals.Where(deal => sales.ContainsKey(deal.Opportunity.RenewalOf!.Value)))
            originals[renewal.Opportunity.Id] = sales[renewal.Opportunity.RenewalOf!.Value];
    }

    private async Task AddByAccountAsync(OrgSession org, IReadOnlyList<Deal> renewals, Dictionary<SalesforceId, OriginalSale> originals, CancellationToken cancellationToken)
    {
        var deals = new List<Opportunity>();
        var accounts = renewals.Select(deal => deal.Opportunity.AccountId!.Value);
        await foreach (var row in related.OpenAndWonDealsAsync(Selected(org, ["AccountId", .. OriginalFields]), accounts, cancellationToken).ToSnapshotsAsync(org.Policy.Fields, cancellationToken))
        {
            if (row.Opportunity is { } opportunity)
                deals.Add(opportunity);
        }

        var byAccount = deals.ToLookup(opportunity => opportunity.AccountId);
        foreach (var renewal in renewals)
        {
            if (SaleOfARenewal.Of(renewal.Opportunity, byAccount[renewal.Opportunity.AccountId], org.Policy.Motions) is { } sale)
                originals[renewal.Opportunity.Id] = Original(org, sale);
        }
    }

    private static OriginalSale Original(OrgSession org, Opportunity sale)
    {
        var original = new OriginalSale(sale.Id, sale.Quantify.Points, sale.CloseDate);
        return sale.IsWon == true && (org.Policy.Motions.Find(sale.Type) ?? org.Policy.Motions.Otherwise) != Motion.Renewal
            ? original with { HandsOver = true, Scores = MiqlScores.Of(sale) }
            : original;
    }

    /// <summary>The org's names of those of the fields that the policy maps.</summary>
    private static IEnumerable<string> Selected(OrgSession org, IEnumerable<string> fields) =>
        fields.Where(org.Policy.Fields.Has).Select(field => org.Policy.Fields.NameOf(OpportunityFields.Get(field))!);
}
