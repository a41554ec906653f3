using SalesRules.Portfolio;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>The figures of an org, and what could not be read for them.</summary>
/// <param name="Problems">Records, and histories, that could not be read.</param>
internal sealed record PortfolioReading(PortfolioReport Report, IReadOnlyList<string> Problems, IReadOnlyList<DriftNote> Drift);

/// <summary>
/// Adds the org's deals up, a page at a time, and writes nothing. Beside the deals it reads the users, once, and the page's
/// histories: ceil(rows / 2,000) calls, and no fewer than the ids need that fit into one query.
/// </summary>
internal sealed class PortfolioRun(OrgSessions orgs, SnapshotReader snapshots, OpportunityHistoryReader histories, UserReader users)
{
    /// <param name="seen">Told how many deals were read so far.</param>
    /// <exception cref="SalesforceException">The read failed.</exception>
    public async Task<PortfolioReading> ReadAsync(DateOnly today, DateOnly since, Slicing? by, Action<int> seen, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = new PortfolioScope(org.Policy, today, since, org.Identity.UserId);
        var builder = new PortfolioBuilder(scope, by, await users.ReadDirectoryAsync(cancellationToken));
        var problems = new List<string>();
        var hasHistory = true;
        await foreach (var page in snapshots.ReadOnceAsync(org, Condition(scope), cancellationToken))
        {
            problems.AddRange(page.Unreadable.Select(row => $"{row.Id?.Value ?? "a row without a readable Id"}: {row.Problem}"));
            var states = hasHistory ? await ReadStatesAsync(page.Opportunities, cancellationToken) : null;
            if (hasHistory && states is null)
                problems.Add("OpportunityHistory: our user cannot read it; the figures that rest on it are unknown");
            hasHistory = states is not null;
            foreach (var deal in page.Opportunities)
                builder.Add(states is null ? deal : deal with { States = states[deal.Id] });
            seen(builder.Count);
        }

        return new PortfolioReading(builder.Build(), problems, org.Drift);
    }

    /// <summary>Open deals, and closed ones that any window of the figures can hold; null: all, where the org has no close date to ask for.</summary>
    public static SoqlCondition? Condition(PortfolioScope scope)
    {
        if (scope.Policy.Fields.NameOf(OpportunityFields.Get("CloseDate")) is not { } closeDate)
            return null;
        var from = new[] { scope.WindowStart, scope.LastQuarter.Start, scope.Quarter.YearStart, scope.Since }.Min();

        // A lost deal can keep a close date of long ago: what was changed within the window belongs to it as well.
        var changed = new DateTimeOffset(from.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero);
        return SoqlCondition.Any(
            OpportunityScope.OpenOrChangedSince(changed),
            SoqlCondition.Compare(closeDate, SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(from)));
    }

    /// <summary>The states of each deal of the page; null when the org does not let us read histories.</summary>
    private async Task<Dictionary<SalesforceId, List<DealState>>?> ReadStatesAsync(IReadOnlyList<Opportunity> page, CancellationToken cancellationToken)
    {
        var states = page.ToDictionary(deal => deal.Id, _ => new List<DealState>());
        if (page.Count == 0)
            return states;
        try
        {
            await foreach (var row in histories.ReadAsync(states.Keys, cancellationToken))
                states[row.OpportunityId].Add(row.ToState());
        }
        catch (SalesforceException problem) when (problem.IsSchemaDrift)
        {
            return null;
        }

        return states;
    }
}
