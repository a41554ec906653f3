namespace SalesRules.Sandbox.Soql;

/// <summary>The error codes a query can be refused with.</summary>
internal static class SoqlErrorCodes
{
    public const string InvalidField = "INVALID_FIELD";
    public const string InvalidType = "INVALID_TYPE";
    public const string InvalidQueryFilterOperator = "INVALID_QUERY_FILTER_OPERATOR";
    public const string InvalidQueryLocator = "INVALID_QUERY_LOCATOR";
    public const string MalformedQuery = "MALFORMED_QUERY";
    public const string NumberOutsideValidRange = "NUMBER_OUTSIDE_VALID_RANGE";
}
