using System.Text.Json;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Reading;

/// <summary>Turns a record of a reply into something of ours.</summary>
internal static class RecordShape
{
    /// <summary>Reads a record. One that is not what its object promises ends the read: a guessed value would be decided upon.</summary>
    /// <param name="objectName">For the message.</param>
    /// <exception cref="SalesforceException">A field is missing, or of another form than its type has.</exception>
    public static T As<T>(this JsonElement record, string objectName, Func<JsonElement, T> read)
    {
        try
        {
            return read(record);
        }
        catch (Exception problem) when (problem is FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new SalesforceException($"Query of {objectName}", new(LocalErrorCodes.UnexpectedReply, "", []), null);
        }
    }
}
