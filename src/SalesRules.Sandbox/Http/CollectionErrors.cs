using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>The refusals that only collections know.</summary>
internal static class CollectionErrors
{
    public static SaveError IdMissing() => new("MISSING_ARGUMENT", "Id not specified in an update call", ["Id"]);

    public static SaveError KeyMissing(SObjectField key) => new("MISSING_ARGUMENT", $"{key.Name} not specified");

    public static SaveError SameIdTwice() => new("DUPLICATE_VALUE", "Cannot specify same ID more than once");

    public static SaveError RolledBack() => new(
        "ALL_OR_NONE_OPERATION_ROLLED_BACK", "Record rolled back because not all records were valid and the request was using AllOrNone header");

    public static ApiException TooMany(int most) => ApiException.BadRequest(
        "EXCEEDED_ID_LIMIT", FormattableString.Invariant($"record limit reached. cannot submit more than {most} records in this call"));

    public static ApiException TooManyChunks(int most) => ApiException.BadRequest(
        "LIMIT_EXCEEDED",
        FormattableString.Invariant($"Cannot have more than {most} chunks in a single operation. Please rearrange the data to reduce chunking."));

    /// <summary>What goes wrong while the body is parsed fails all of it, and the transaction with it.</summary>
    public static void ThrowIfWholeRequestFails(SaveResult result, ApiRequest request, Org org)
    {
        SavedRows.ThrowIfUnparsable(result, request);
        if (org.Options.Behaviors.UnknownFieldFailsCollection && result.Errors.Any(error => error.StatusCode == "INVALID_FIELD"))
            throw ApiException.From(result.Errors);
    }
}
