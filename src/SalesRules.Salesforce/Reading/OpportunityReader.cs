using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads opportunities as a stream of records in REST shape.</summary>
/// <remarks>
/// A record may be kept, but it keeps its page in memory: turn it into a snapshot and let it go. A row that changes during a
/// read can come twice, the newer state later.
/// </remarks>
public sealed class OpportunityReader
{
    private const string Opportunity = "Opportunity";

    private readonly SalesforceConnection connection;
    private readonly QueryReader queries;
    private readonly KeysetReader reader;
    private readonly ServerClock clock;
    private readonly SalesforceOptions options;

    internal OpportunityReader(
        SalesforceConnection connection, QueryReader queries, KeysetReader reader, ServerClock clock, IOptions<SalesforceOptions> options)
    {
        this.connection = connection;
        this.queries = queries;
        this.reader = reader;
        this.clock = clock;
        this.options = options.Value;
    }

    /// <summary>The window that follows a watermark, by the server's clock and the options; null gives that of a first read.</summary>
    public async Task<ReadWindow> WindowAfterAsync(DateTimeOffset? watermark, CancellationToken cancellationToken)
    {
        // Signing in is what tells the server's time when nothing was asked yet.
        await connection.IdentityAsync(cancellationToken);
        return ReadWindow.After(watermark, clock.Now, options.ReadOverlap, options.ReadLag);
    }

    /// <summary>The opportunities that changed within a window, oldest change first. Deleted ones do not appear.</summary>
    /// <param name="fields">API names, also of parents; Id and SystemModstamp are added.</param>
    /// <param name="window">From <see cref="WindowAfterAsync"/>.</param>
    /// <param name="condition">A further condition; null is none.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="SalesforceException">The read failed; what was yielded before is then not all.</exception>
    public IAsyncEnumerable<JsonElement> ReadAsync(
        IEnumerable<string> fields, ReadWindow window, SoqlCondition? condition = null, CancellationToken cancellationToken = default) =>
        reader.ReadAsync(new SoqlQuery(Opportunity, fields).And(window.Condition).And(condition), Keyset.ByStampAndId, cancellationToken);

    /// <summary>
    /// The opportunities that meet a condition, each once whatever changes meanwhile: in the order of their ids a record keeps its place.
    /// </summary>
    /// <param name="condition">Null: all of them.</param>
    /// <exception cref="SalesforceException">The read failed; what was yielded before is then not all.</exception>
    public IAsyncEnumerable<JsonElement> ReadOnceAsync(IEnumerable<string> fields, SoqlCondition? condition, CancellationToken cancellationToken = default) =>
        reader.ReadAsync(new SoqlQuery(Opportunity, fields).And(condition), Keyset.ById, cancellationToken);

    /// <summary>The open opportunities, owner by owner.</summary>
    /// <param name="fields">API names.</param>
    /// <exception cref="SalesforceException">The read failed; what was yielded before is then not all.</exception>
    public IAsyncEnumerable<JsonElement> ReadOpenByOwnerAsync(IEnumerable<string> fields, CancellationToken cancellationToken = default) =>
        reader.ReadAsync(new SoqlQuery(Opportunity, fields) { Where = OpportunityScope.Open }, Keyset.ByParent("OwnerId"), cancellationToken);

    /// <summary>The opportunities of these ids that still exist, in no order that means anything.</summary>
    /// <exception cref="SalesforceException">The read failed; what was yielded before is then not all.</exception>
    public async IAsyncEnumerable<JsonElement> ReadByIdsAsync(
        IEnumerable<string> fields, IEnumerable<SalesforceId> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(Opportunity, fields.Append("Id"));
        foreach (var part in QueryLength.Split(ids.Distinct().Select(SoqlLiteral.Of), query, "Id"))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record;
        }
    }

    /// <summary>How many opportunities there are, for the count of a reconciliation; null counts all of them.</summary>
    public Task<long> CountAsync(SoqlCondition? condition, CancellationToken cancellationToken) =>
        queries.CountAsync(new SoqlQuery(Opportunity, ["Id"]) { Where = condition }, cancellationToken);
}
