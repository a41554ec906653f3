using SalesRules.Digests;
using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests;

/// <summary>
/// Reads the org for one digest and decides its deals in memory, a page at a time: neither Salesforce nor the journal's decisions change.
/// The pipeline's reads closed deals and histories as well, for the portfolio's figures; the others read open deals only.
/// </summary>
internal sealed class DigestRun(
    OrgSessions orgs, SnapshotReader snapshots, DealContexts contexts, OpportunityHistoryReader histories, UserReader users, TaskReader tasks, RunJournal journal)
{
    /// <param name="seen">Told how many deals were read so far.</param>
    /// <exception cref="SalesforceException">The read failed.</exception>
    public async Task<DigestReading> ReadAsync(DigestRequest request, Action<int> seen, CancellationToken cancellationToken)
    {
        var org = await orgs.OpenAsync(cancellationToken);
        var scope = new DigestScope(org.Policy, request.Today, request.Since, await users.ReadDirectoryAsync(cancellationToken), request.Team);
        var problems = new RunNotes();
        var actions = await ReadActionsAsync(org, scope, request.Kind, problems, cancellationToken);
        var portfolio = new PortfolioScope(org.Policy, request.Today, request.Since, org.Identity.UserId);
        var pipeline = request.Kind == DigestKind.Pipeline ? new PipelinePreRead.Builder(scope, portfolio) : null;
        var builder = (DigestBuilder?)pipeline ?? DigestBuilder.Of(request.Kind, scope);
        var pages = new Pages(org, scope, problems, seen);
        await foreach (var page in snapshots.ReadOnceAsync(org, pipeline is null ? OpportunityScope.Open : PortfolioRun.Condition(portfolio), cancellationToken))
        {
            var deals = pages.Take(page, actions);
            if (pipeline is null)
                await DecideAsync(pages, [.. deals.Select(deal => (deal, (DealMovement?)null))], builder, cancellationToken);
            else
                await DecideAsync(pages, await CountAsync(pages, deals, pipeline, cancellationToken), builder, cancellationToken);
        }

        var digest = builder.Build(actions?.Build() ?? OpenActions.Unknown("our user cannot read the tasks of SalesRules"));
        return new DigestReading(digest, org.Id, org.Identity.InstanceUrl, await ReadTrendsAsync(org, digest, cancellationToken), Problems(problems), org.Drift);
    }

    /// <summary>Into the figures with the page's histories; what is decided are open deals and those that moved.</summary>
    private async Task<IReadOnlyList<(Opportunity Deal, DealMovement? Movement)>> CountAsync(
        Pages pages, IReadOnlyList<Opportunity> deals, PipelinePreRead.Builder pipeline, CancellationToken cancellationToken)
    {
        var states = await ReadStatesAsync(pages, deals, cancellationToken);
        var decided = new List<(Opportunity, DealMovement?)>();
        foreach (var deal in deals)
        {
            var known = states is null ? deal : deal with { States = states[deal.Id] };
            var movement = pipeline.Count(known);
            if (PortfolioDeal.StatusOf(deal, pages.Org.Policy.Stages) == DealStatus.Open || movement is not null)
                decided.Add((states is null ? deal : deal with { StageHistory = StageHistories.FromStates(states[deal.Id]) }, movement));
        }

        return decided;
    }

    private async Task DecideAsync(Pages pages, IReadOnlyList<(Opportunity Deal, DealMovement? Movement)> deals, DigestBuilder builder, CancellationToken cancellationToken)
    {
        if (deals.Count == 0)
            return;
        var org = pages.Org;
        var known = await contexts.OfAsync(org, [.. deals.Select(deal => deal.Deal)], pages.Scope.Today, cancellationToken);
        foreach (var (deal, around) in deals.Zip(known))
            builder.Add(new DigestDeal(new Deal(deal.Deal, around.Context, org.Policy), org.Rules.Decide(deal.Deal, around.Context), deal.Movement));
    }

    /// <summary>The states of each deal of the page; null when the org does not let us read histories: that is asked once.</summary>
    private async Task<Dictionary<SalesforceId, List<DealState>>?> ReadStatesAsync(Pages pages, IReadOnlyList<Opportunity> page, CancellationToken cancellationToken)
    {
        if (!pages.HasHistory)
            return null;
        var states = page.ToDictionary(deal => deal.Id, _ => new List<DealState>());
        try
        {
            if (page.Count > 0)
            {
                await foreach (var row in histories.ReadAsync(states.Keys, cancellationToken))
                    states[row.OpportunityId].Add(row.ToState());
            }

            return states;
        }
        catch (SalesforceException problem) when (problem.IsSchemaDrift)
        {
            pages.LoseHistory();
            return null;
        }
    }

    /// <summary>The service's open tasks; null where nobody may read them, or the digest does not name them.</summary>
    private async Task<OpenActions.Builder?> ReadActionsAsync(OrgSession org, DigestScope scope, DigestKind kind, RunNotes problems, CancellationToken cancellationToken)
    {
        var builder = new OpenActions.Builder(scope);
        if (kind is DigestKind.Renewals or DigestKind.Pov)
            return builder;
        if (org.Policy.Drift.Tasks is not null)
            return null;
        try
        {
            await foreach (var task in tasks.ReadOpenAsync(cancellationToken))
                builder.Add(task.Key, task.OwnerId, task.Subject, task.Due, task.OpportunityId);
            return builder;
        }
        catch (SalesforceException problem) when (problem.IsSchemaDrift)
        {
            problems.Add("Task: our user cannot read it; open actions are unknown");
            return null;
        }
    }

    /// <summary>Of the deals that a reader looks at closely: no call, the journal has watched them.</summary>
    private async Task<IReadOnlyDictionary<SalesforceId, ScoreTrend>> ReadTrendsAsync(OrgSession org, Digest digest, CancellationToken cancellationToken)
    {
        IEnumerable<DigestDeal> close = digest switch
        {
            PipelinePreRead pipeline => pipeline.Top.Deals,
            DealReviewPack pack => pack.Agenda.Deals,
            PovQueueDigest pov => pov.Deferred.Deals.Concat(pov.Waiting.Deals).Concat(pov.Dropped.Deals),
            _ => [],
        };
        var trends = new Dictionary<SalesforceId, ScoreTrend>();
        foreach (var id in close.Select(deal => deal.Id).Distinct())
            trends[id] = ScoreTrend.Of((await journal.DealHistoryAsync(org.Id, id, cancellationToken)).Scores, org.Policy);
        return trends;
    }

    private static IReadOnlyList<string> Problems(RunNotes notes) =>
        notes.NotListed == 0 ? notes.Lines : [.. notes.Lines, FormattableString.Invariant($"and {notes.NotListed:N0} more records that cannot be read")];

    /// <summary>What all pages of one digest have in common.</summary>
    private sealed class Pages(OrgSession org, DigestScope scope, RunNotes problems, Action<int> seen)
    {
        private int read;

        public OrgSession Org => org;

        public DigestScope Scope => scope;

        public bool HasHistory { get; private set; } = true;

        public void LoseHistory()
        {
            HasHistory = false;
            problems.Add("OpportunityHistory: our user cannot read it; wins, movement and what was built are unknown");
        }

        /// <summary>The page's deals that the digest is about.</summary>
        public IReadOnlyList<Opportunity> Take(SnapshotPage page, OpenActions.Builder? actions)
        {
            foreach (var row in page.Unreadable)
                problems.Add($"{row.Id?.Value ?? "a row without a readable Id"}: {row.Problem}");
            read += page.Opportunities.Count;
            seen(read);
            foreach (var deal in page.Opportunities)
                actions?.See(deal);
            return [.. page.Opportunities.Where(scope.Covers)];
        }
    }
}
