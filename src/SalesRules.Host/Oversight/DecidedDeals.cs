using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Rebuilds;
using SalesRules.Journal;
using SalesRules.Journal.History;
using SalesRules.Oversight;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Oversight;

/// <summary>Reads what the journal keeps of each living deal, one deal in memory at a time.</summary>
internal sealed class DecidedDeals(RunJournal journal)
{
    private readonly DecisionArchive archive = new(journal);

    /// <summary>The org that was worked on last: a journal that was pointed at several keeps their deals apart.</summary>
    /// <exception cref="CommandException">The journal has seen none.</exception>
    public async Task<string> OrgAsync(CancellationToken cancellationToken) =>
        await journal.LastOrgAsync(cancellationToken) ?? throw CommandException.WrongInput("The journal knows no run yet: `salesrules run` makes the first decisions.");

    /// <summary>The decisions of each deal of that org, the oldest first.</summary>
    /// <exception cref="SalesRules.Rebuilds.UnreadableSourceException">A policy or a record of the journal cannot be read.</exception>
    public async IAsyncEnumerable<IReadOnlyList<DecidedVersion>> ReadAsync(string orgId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var versions = new List<DecidedVersion>();
        await foreach (var stored in journal.StoredDecisionsAsync(new DecisionFilter(OrgId: orgId, OnlyLiving: true), cancellationToken))
        {
            if (versions.Count > 0 && versions[0].Record.Id != stored.OpportunityId)
            {
                yield return versions;
                versions = [];
            }

            versions.Add(await VersionOfAsync(stored, cancellationToken));
        }

        if (versions.Count > 0)
            yield return versions;
    }

    private async Task<DecidedVersion> VersionOfAsync(StoredDecision stored, CancellationToken cancellationToken)
    {
        var policy = (await archive.RulesOfAsync(stored, cancellationToken)).Policy;
        var record = new OpportunityJsonReader(policy.Fields).Read(Encoding.UTF8.GetBytes(stored.Snapshot));
        return DecidedVersion.Of(record, stored.DecidedAt, policy, stored.Standing, stored.Decision) with { Users = UsersOf(stored) };
    }

    /// <summary>The users around the deal as they were kept; null: it was decided before they were.</summary>
    private static UserDirectory? UsersOf(StoredDecision stored)
    {
        if (stored.Context is null)
            return null;
        using var context = JsonDocument.Parse(stored.Context);
        return DealContextJson.Read(context.RootElement, stored.OpportunityId, aging: null).Users;
    }
}
