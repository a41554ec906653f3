using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>
/// Keeps queries within what an address may hold: Salesforce refuses a call whose address and headers together are longer
/// than about 16,000 bytes.
/// </summary>
internal static class QueryLength
{
    private const int WholeRequest = 16_000;

    // Host, path and headers; the token is the largest part, and some orgs issue tokens of over a thousand characters.
    private const int EverythingElse = 3_000;

    /// <summary>The most bytes of an escaped query.</summary>
    public const int MaxEscaped = WholeRequest - EverythingElse;

    /// <summary>The query, escaped for an address.</summary>
    /// <exception cref="SalesforceException">It is too long.</exception>
    public static string Escape(string soql, string operation)
    {
        var escaped = Uri.EscapeDataString(soql);
        return escaped.Length <= MaxEscaped ? escaped : throw new SalesforceException(operation, new(LocalErrorCodes.QueryTooLong, "", []), null);
    }

    /// <summary>Splits values into as few groups as fit into one query each.</summary>
    /// <param name="values">The values of the IN list.</param>
    /// <param name="query">The query without the list.</param>
    /// <param name="field">The field that the list is for.</param>
    public static IEnumerable<SoqlQuery> Split(IEnumerable<SoqlLiteral> values, SoqlQuery query, string field)
    {
        // What keyset paging may add: two conditions and an order.
        const int room = 500;
        var left = MaxEscaped - room - Uri.EscapeDataString(query.And(SoqlCondition.In(field, [SoqlLiteral.Null])).ToString()).Length;
        var group = new List<SoqlLiteral>();
        var length = 0;
        foreach (var value in values)
        {
            var more = Uri.EscapeDataString($"{value},").Length;
            if (group.Count > 0 && length + more > left)
            {
                yield return query.And(SoqlCondition.In(field, group));
                group = [];
                length = 0;
            }
            group.Add(value);
            length += more;
        }
        if (group.Count > 0)
            yield return query.And(SoqlCondition.In(field, group));
    }
}
