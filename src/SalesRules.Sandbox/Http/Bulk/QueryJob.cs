using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Soql.Results;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>A bulk query: its result is taken at once and then read page by page, as often as anyone likes.</summary>
internal sealed class QueryJob(BulkJobHeader header, string soql, SoqlEngine engine, Org org) : BulkJob(header, BulkJobState.UploadComplete, org)
{
    private volatile QueryTable? table;

    public override int RecordsProcessed => table?.Rows.Count ?? 0;

    /// <summary>The result as values; null until the job is complete.</summary>
    public QueryTable? Result => State == BulkJobState.JobComplete ? table : null;

    protected override void Work(Func<bool> isStopped)
    {
        try
        {
            table = engine.Tabulate(soql, includeDeleted: Header.Operation == "queryAll", Header.CreatedById);
        }
        catch (SoqlException refusal)
        {
            throw new BulkJobException($"{refusal.ErrorCode} : {refusal.Message}");
        }
    }
}
