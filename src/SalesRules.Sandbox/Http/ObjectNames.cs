using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http;

/// <summary>Resolves the names in a path; what the org does not have is 404.</summary>
internal static class ObjectNames
{
    /// <summary>The object that the route's <c>{object}</c> names.</summary>
    public static SObjectType ObjectOf(this Org org, ApiRequest request) => org.Schema.Find(request.Route["object"]) ?? throw ApiException.NotFound();

    /// <summary>A field of that object, or 400 INVALID_FIELD in the words of a query.</summary>
    public static SObjectField FieldOf(this SObjectType type, string name) => type.FindField(name) ?? throw ApiException.BadRequest(
        "INVALID_FIELD",
        $"No such column '{name}' on entity '{type.Name}'. If you are attempting to use a custom field, be sure to append the '__c' after "
        + "the custom field name. Please reference your WSDL or the describe call for the appropriate names.");
}
