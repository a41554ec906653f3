using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Writes one record on condition that nobody has changed it: Salesforce offers the condition only row by row.</summary>
public sealed class ConditionalWriter
{
    private readonly SalesforceConnection connection;

    internal ConditionalWriter(SalesforceConnection connection) => this.connection = connection;

    /// <summary>
    /// Updates a record unless it was changed after <paramref name="unmodifiedSince"/>. Salesforce compares whole seconds, so a
    /// change within the same second goes unnoticed.
    /// </summary>
    /// <exception cref="SalesforceException">The call was refused for a reason that is not this record's, or never arrived: nothing was written.</exception>
    public async Task<RowOutcome> UpdateAsync(
        string objectName, RecordUpdate row, DateTimeOffset unmodifiedSince, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var path = $"sobjects/{SoqlName.Object(objectName)}/{row.Id}";
        // Not idempotent: after a lost reply our own change would count as someone else's.
        var request = new SalesforceRequest(HttpMethod.Patch, path, CallKind.ConditionalUpdate, $"Update of one {objectName}")
        {
            Body = CollectionBody.OfValues(row.Values),
            IfUnmodifiedSince = unmodifiedSince,
        };
        try
        {
            await connection.SendAsync(request, CancellationToken.None);
            return new RowOutcome.Confirmed(row.Id, Created: false);
        }
        catch (SalesforceException e) when (e.HttpStatus == 412)
        {
            return new RowOutcome.Moved();
        }
        catch (SalesforceException e) when (e.MayHaveBeenCarriedOut)
        {
            return new RowOutcome.Unclear(e.ErrorCode, e.Message);
        }
        catch (SalesforceException e) when (e.Verdict == Verdict.RefuseRow || e.ErrorCode == "UNABLE_TO_LOCK_ROW")
        {
            return new RowOutcome.Refused(e.ErrorCode, e.Message, e.Fields, e.Verdict, e.ServerText);
        }
    }
}
