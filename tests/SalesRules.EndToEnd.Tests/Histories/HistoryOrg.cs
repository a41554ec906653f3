using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Store;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>The org of a history, and the person who works in it beside the service.</summary>
internal sealed class HistoryOrg(SandboxServer server)
{
    private readonly List<string> deals = [];
    private readonly string person = server.Org.Write(transaction => transaction.Insert("User", new Dictionary<string, object?>
    {
        ["Username"] = "rep@sandbox.example",
        ["LastName"] = "Rep",
        ["Email"] = "rep@sandbox.example",
        ["IsActive"] = true,
    })).Id!;

    public string Id => server.Org.Id;

    /// <summary>Every deal that is open, as the org's store has it: no query stands between.</summary>
    public IReadOnlyList<Record> Open => server.Org.Read(store =>
        store["Opportunity"].Scan().Where(record => record["IsClosed"] is false).ToList());

    /// <summary>Every deal there ever was, those in the recycle bin too.</summary>
    public IReadOnlyList<Record> All => server.Org.Read(store => store["Opportunity"].Scan(includeDeleted: true).ToList());

    /// <summary>The changes of a tracked field that our own user made, without those that a flow set back in the same transaction.</summary>
    public IReadOnlyList<(SalesforceId Deal, string? From, string? To)> OwnChangesOf(string field) => server.Org.Read(store =>
    {
        var rows = store["OpportunityFieldHistory"].Scan()
            .Where(row => (string?)row["Field"] == field && (string?)row["CreatedById"] == server.Org.AdminUserId)
            .Select(row => (Deal: (string)row["OpportunityId"]!, At: row["CreatedDate"], From: (string?)row["OldValue"], To: (string?)row["NewValue"]))
            .ToList();
        var setBack = rows.Where(row => rows.Contains((row.Deal, row.At, row.To, row.From))).ToHashSet();
        return rows.Except(setBack).Select(row => (SalesforceId.Parse(row.Deal), row.From, row.To)).ToList();
    });

    /// <summary>The keys of our tasks, deleted ones too.</summary>
    public IReadOnlyList<string> TaskKeys => server.Org.Read(store =>
        store["Task"].Scan(includeDeleted: true).Select(task => task["SalesRules_Key__c"]).OfType<string>().ToList());

    /// <summary>A deal in Commit without Leadership, with evidence and an edit of it: the ceiling is Best Case.</summary>
    public void Create(int edit)
    {
        var values = new Dictionary<string, object?>(Edits.Of(edit));
        foreach (var (field, value) in CommitDeal.Values(server.Org.Today(), "Discovery", server.Org.AdminUserId))
            values.TryAdd(field, value);
        var saved = server.Org.Write(transaction => transaction.Insert("Opportunity", values), person);
        if (saved.Success)
            deals.Add(saved.Id!);
    }

    public void Edit(int which, int edit) => Save(which, (transaction, id) => transaction.Update("Opportunity", id, Edits.Of(edit)));

    public void Delete(int which) => Save(which, (transaction, id) => transaction.Delete("Opportunity", id));

    public string Arm(Fault fault) => server.Faults.Add(fault);

    private void Save(int which, Func<OrgTransaction, string, SaveResult> save)
    {
        if (deals.Count > 0)
            server.Org.Write(transaction => save(transaction, deals[which % deals.Count]), person);
    }
}
