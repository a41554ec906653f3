using System.Globalization;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>Everything that an org holds, a line a record: every field of every object, history rows and tasks included.</summary>
internal static class OrgState
{
    /// <summary>
    /// The lines, sorted. Instants are told by presence: no two orgs are made in the same second. So are the ids of what the service
    /// brings about, because they are given out in the order of its calls.
    /// </summary>
    public static IReadOnlyList<string> Of(Org org) => org.Read<IReadOnlyList<string>>(store =>
    [
        .. org.Schema.Types.Where(type => type.Name != "Organization")
            .SelectMany(type => store[type].Scan(includeDeleted: true).Select(record => Line(type, record)))
            .Order(StringComparer.Ordinal),
    ]);

    private static string Line(SObjectType type, Record record) =>
        $"{type.Name}: {string.Join(", ", type.Fields.Where(field => !IsGivenOut(type, field)).Select(field => $"{field.Name}={Text(record[field])}"))}";

    private static bool IsGivenOut(SObjectType type, SObjectField field) =>
        (type.Name == "MIQL_Score__c" && field.Name == "Name") || (field == type.Id && (type.Name is "Task" or "MIQL_Score__c" || type.Name.EndsWith("History", StringComparison.Ordinal)));

    private static string Text(object? value) => value switch
    {
        null => "null",
        DateTimeOffset => "set",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
