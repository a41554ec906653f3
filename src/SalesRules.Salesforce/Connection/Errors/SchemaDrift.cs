using System.Text.RegularExpressions;

namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>Names the missing field or object in a query error, whose text also quotes the query and so is not repeated.</summary>
internal static partial class SchemaDrift
{
    /// <summary>Such as <c>Legal_Status__c of Opportunity</c>; null when the text names nothing.</summary>
    public static string? MissingName(string text)
    {
        var column = Column().Match(text);
        if (column.Success)
            return $"{column.Groups["field"].Value} of {column.Groups["object"].Value}";
        var type = Type().Match(text);
        return type.Success ? type.Groups["object"].Value : null;
    }

    [GeneratedRegex(@"No such column '(?<field>\w{1,120})' on (?:entity|sobject of type) '?(?<object>\w{1,120})'?", RegexOptions.CultureInvariant)]
    private static partial Regex Column();

    [GeneratedRegex(@"sObject type '(?<object>\w{1,120})' is not supported", RegexOptions.CultureInvariant)]
    private static partial Regex Type();
}
