using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesRules.Policies;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads leads that are not converted, and when somebody first did something about them.</summary>
public sealed class LeadReader
{
    private const string Lead = "Lead";

    private readonly KeysetReader reader;

    internal LeadReader(KeysetReader reader) => this.reader = reader;

    /// <summary>What is read of every lead, whatever the policy maps.</summary>
    internal static IReadOnlyList<string> Standard { get; } = ["OwnerId", "CreatedDate", "Status", "LeadSource", "LastActivityDate"];

    /// <summary>The leads created since then that are not converted. The calls are the rows divided by 2,000, rounded up.</summary>
    /// <returns>Each lead, and whether something was done about it that only its activities tell.</returns>
    public async IAsyncEnumerable<(Lead Lead, bool HasActivity)> ReadAsync(
        LeadFields fields, DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(Lead, [.. Standard, .. fields.Mapped])
        {
            Where = SoqlCondition.All(
                SoqlCondition.Compare("IsConverted", SoqlComparison.Equal, SoqlLiteral.Of(false)),
                SoqlCondition.Compare("CreatedDate", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(since))),
        };
        await foreach (var record in reader.ReadAsync(query, Keyset.ById, cancellationToken))
            yield return record.As(Lead, row => (Of(row, fields), row.Date("LastActivityDate") is not null));
    }

    /// <summary>When somebody first completed a task about these leads or put an event down; a lead without either is absent.</summary>
    public async Task<IReadOnlyDictionary<SalesforceId, DateTimeOffset>> FirstTouchesAsync(IReadOnlyCollection<SalesforceId> leads, CancellationToken cancellationToken = default)
    {
        var touches = new Dictionary<SalesforceId, DateTimeOffset>();
        var done = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(true));
        foreach (var query in new[] { new SoqlQuery("Task", ["WhoId", "CreatedDate"]) { Where = done }, new SoqlQuery("Event", ["WhoId", "CreatedDate"]) })
        {
            foreach (var part in QueryLength.Split(leads.Select(SoqlLiteral.Of), query, "WhoId"))
            {
                await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                {
                    var (lead, at) = record.As(query.From, row => (row.Id("WhoId")!.Value, row.Instant("CreatedDate")!.Value));
                    touches[lead] = touches.TryGetValue(lead, out var known) && known < at ? known : at;
                }
            }
        }

        return touches;
    }

    private static Lead Of(JsonElement row, LeadFields fields) => new()
    {
        Id = row.Id("Id")!.Value,
        OwnerId = row.Id("OwnerId")!.Value,
        CreatedAt = row.Instant("CreatedDate")!.Value,
        Status = row.Text("Status"),
        Source = row.Text("LeadSource"),
        Fit = fields.Fit is { } fit ? row.Number(fit) : null,
        Intent = fields.Intent is { } intent ? row.Number(intent) : null,
        FirstTouchAt = fields.FirstTouch is { } firstTouch ? row.Instant(firstTouch) : null,
        HandedOverOn = fields.HandedOverOn is { } handedOverOn ? row.Date(handedOverOn) : null,
        Attempts = fields.Attempts is { } attempts ? (int?)row.Number(attempts) : null,
        NoReplyReason = fields.NoReplyReason is { } reason ? row.Text(reason) : null,
    };
}
