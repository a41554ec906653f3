using System.Net;
using System.Text.Json;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Connection;

/// <summary>A complete, successful reply.</summary>
/// <param name="Operation">What was asked, for messages.</param>
/// <param name="Status">The status, 200 to 299.</param>
/// <param name="Body">All of the body; empty where the call answers nothing.</param>
internal sealed record SalesforceReply(string Operation, HttpStatusCode Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The body as JSON of the expected kind. It stays valid as long as someone holds it.</summary>
    public JsonElement Json(JsonValueKind expected)
    {
        try
        {
            // Not disposed on purpose: records outlive the page they came with, and what is not pooled needs no return.
            var root = JsonDocument.Parse(Body).RootElement;
            return root.ValueKind == expected ? root : throw Unexpected();
        }
        catch (JsonException)
        {
            throw Unexpected();
        }
    }

    /// <summary>For a reply that is JSON but not what the call promises. A write may have been carried out all the same.</summary>
    public SalesforceException Unexpected() =>
        new(Operation, new(LocalErrorCodes.UnexpectedReply, "", []), (int)Status) { MayHaveBeenCarriedOut = true };
}
