using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>The refusals of a save, worded as Salesforce words them.</summary>
internal static class SaveErrors
{
    public static SaveError UnknownField(string name, SObjectType type) =>
        new("INVALID_FIELD", $"No such column '{name}' on sobject of type {type.Name}");

    public static SaveError IdInBody() => new("INVALID_FIELD", "The Id field should not be specified in the sobject data.");

    public static SaveError NotWritable(IReadOnlyList<string> fields) => new(
        "INVALID_FIELD_FOR_INSERT_UPDATE",
        $"Unable to create/update fields: {string.Join(", ", fields)}. Please check the security settings of this field and verify that "
        + "it is read/write for your profile or permission set.",
        fields);

    public static SaveError Required(IReadOnlyList<string> fields) =>
        new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{string.Join(", ", fields)}]", fields);

    public static SaveError RestrictedPicklist(SObjectField field, string value) => new(
        "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", $"{field.Label}: bad value for restricted picklist field: {value}", [field.Name]);

    public static SaveError TooLong(SObjectField field, string value) => new(
        "STRING_TOO_LONG", FormattableString.Invariant($"{field.Label}: data value too large: {value} (max length={field.Length})"), [field.Name]);

    public static SaveError OutsideRange(SObjectField field, string value) => new(
        "NUMBER_OUTSIDE_VALID_RANGE", $"{field.Label}: value outside of valid range on numeric field: {value}", [field.Name]);

    public static SaveError InvalidEmail(SObjectField field, string value) =>
        new("INVALID_EMAIL_ADDRESS", $"{field.Label}: invalid email address: {value}", [field.Name]);

    public static SaveError WrongIdType(SObjectField field, string value) =>
        new("MALFORMED_ID", $"{field.Label}: id value of incorrect type: {value}", [field.Name]);

    public static SaveError InvalidCrossReference() => new("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id");

    public static SaveError EntityIsDeleted() => new("ENTITY_IS_DELETED", "entity is deleted");

    public static SaveError MalformedId(string id) => new("MALFORMED_ID", $"malformed id {id}");

    public static SaveError DuplicateValue(SObjectField field, string otherId) => new(
        "DUPLICATE_VALUE", $"duplicate value found: {field.Name} duplicates value on record with id: {otherId[..15]}");

    public static SaveError InactiveOwner(string userId, SObjectType type) => new(
        "INACTIVE_OWNER_OR_USER", $"operation performed with inactive user [{userId}] as owner of {type.Traits.Label.ToLowerInvariant()}");

    public static SaveError CategoryOfClosedStage(object category, StageDefinition stage) => new(
        "FIELD_INTEGRITY_EXCEPTION", $"Forecast Category: {category} is not valid for the closed stage {stage.Name}", ["ForecastCategoryName"]);

    public static SaveError NotFound() => new("NOT_FOUND", "The requested resource does not exist");

    public static SaveError NotSupported(string verb, SObjectType type) =>
        new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", $"entity type cannot be {verb}: {type.Traits.Label}");

    public static SaveError SeveralMatches(SObjectField field, string value) => new(
        "DUPLICATE_EXTERNAL_ID", $"{field.Name}: more than one record found for external id field: [{value}]", [field.Name]);

    public static SaveError DeleteRestricted(Record parent, Record child) => new(
        "DELETE_FAILED",
        $"Your attempt to delete {NameOf(parent)} could not be completed because it is associated with the following "
        + $"{child.Type.Traits.LabelPlural.ToLowerInvariant()}: {NameOf(child)}");

    /// <summary>A JSON value that is not of the field's type; it fails while the request is parsed, before any record is looked at.</summary>
    public static SaveError Unparsable(SObjectField field, string token, string value) => new(
        ParserErrorCode, $"Cannot deserialize instance of {field.Type.WireName()} from {token} value {value} or request may be missing a required field",
        [field.Name]);

    public const string ParserErrorCode = "JSON_PARSER_ERROR";

    private static object? NameOf(Record record) => record.Type.NameField is { } name ? record[name] : record.Id;
}
