using System.Text.RegularExpressions;

namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>Checks names of objects and fields before they enter a query: only what a name can be, so nothing can be smuggled in.</summary>
internal static partial class SoqlName
{
    /// <summary>The name of an object, such as <c>Opportunity</c> or <c>MIQL_Score__c</c>.</summary>
    /// <exception cref="ArgumentException">It is not a name.</exception>
    public static string Object(string name) => Name().IsMatch(name)
        ? name
        : throw new ArgumentException($"'{name}' is not the API name of an object: expected letters, digits and underscores.", nameof(name));

    /// <summary>A field, also of a parent up to five steps away, such as <c>Owner.ManagerId</c>.</summary>
    /// <exception cref="ArgumentException">It is not a field path.</exception>
    public static string Field(string path) => Path().IsMatch(path)
        ? path
        : throw new ArgumentException(
            $"'{path}' is not the API name of a field: expected names of letters, digits and underscores, joined by dots.", nameof(path));

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]{0,79}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9_]{0,79}(\.[A-Za-z][A-Za-z0-9_]{0,79}){0,5}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();
}
