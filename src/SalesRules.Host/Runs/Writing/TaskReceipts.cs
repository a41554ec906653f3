using SalesRules.Journal.Tasks;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.WriteBack;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs.Writing;

/// <summary>Turns what became of a task into the receipt for the journal.</summary>
internal static class TaskReceipts
{
    public static TaskReceipt Of(string key, RowOutcome outcome, Func<string, SalesforceId, TaskReceipt> confirmed) => outcome switch
    {
        RowOutcome.Confirmed done => confirmed(key, done.Id),
        RowOutcome.Refused refused => TaskReceipt.Refused(key, refused.Code, refused.Sentence),
        RowOutcome.Unclear unclear => TaskReceipt.Unclear(key, unclear.Sentence),
        _ => TaskReceipt.Unclear(key, "The task changed while it was being written."),
    };

    /// <summary>What the org holds under the key: open, closed by somebody, or nothing.</summary>
    public static TaskReceipt OfReadBack(string key, SalesforceTask? found) => found switch
    {
        null => TaskReceipt.Missing(key),
        { IsClosed: true } => TaskReceipt.ClosedByPerson(key, found.Id),
        _ => TaskReceipt.Created(key, found.Id),
    };

    /// <summary>The same of a task that was to be completed: closed by our own user, it was completed by a run that never heard so.</summary>
    public static TaskReceipt OfCompletion(string key, SalesforceTask? found, SalesforceId ourUser) =>
        found is { IsClosed: true } && found.LastModifiedById == ourUser ? TaskReceipt.Completed(key, found.Id) : OfReadBack(key, found);
}
