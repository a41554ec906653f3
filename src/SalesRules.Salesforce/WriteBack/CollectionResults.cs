using System.Text.Json;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.WriteBack;

/// <summary>Reads the reply of an sObject Collections write: one result per row, in the order of the request.</summary>
internal static class CollectionResults
{
    /// <exception cref="SalesforceException">The reply does not tell the outcome of every row.</exception>
    public static IReadOnlyList<RowOutcome> Read(SalesforceReply reply, int rows)
    {
        var results = reply.Json(JsonValueKind.Array);
        // A result too few or too many: nobody can tell which row each belongs to.
        return results.GetArrayLength() == rows ? [.. results.EnumerateArray().Select(result => Outcome(reply, result))] : throw reply.Unexpected();
    }

    private static RowOutcome Outcome(SalesforceReply reply, JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Object || result.Flag("success") is not { } success)
            throw reply.Unexpected();
        if (!success)
            return Refused(Errors(result));
        return SalesforceId.TryParse(result.Text("id"), out var id)
            ? new RowOutcome.Confirmed(id, result.Flag("created") ?? false)
            : throw reply.Unexpected();
    }

    private static RowOutcome.Refused Refused(IReadOnlyList<ServerError> errors)
    {
        var first = errors is [var e, ..] ? e : new ServerError("UNKNOWN", "", []);
        var rule = ErrorTable.Find(first.Code, first.Message, status: null);
        var all = first with { Fields = [.. errors.SelectMany(error => error.Fields).Distinct(StringComparer.Ordinal)] };
        return new(all.Code, ErrorSentence.For(all, rule), all.Fields, rule.Verdict, all.Message.Length == 0 ? null : all.Message);
    }

    private static IReadOnlyList<ServerError> Errors(JsonElement result) =>
        result.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array
            ? [.. errors.EnumerateArray().Select(ServerError.Parse).OfType<ServerError>()]
            : [];
}
