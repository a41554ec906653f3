using System.Globalization;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Tests.Soql.Syntax;

/// <summary>Writes a parsed query as text, so that reading it again can be compared. Every part of the tree shows.</summary>
internal static class SoqlPrinter
{
    public static string Print(Query query)
    {
        var parts = new List<string> { $"SELECT {Join(query.Select.Select(Print))} FROM {query.From}" };
        if (query.Alias is not null)
            parts.Add(query.Alias);
        if (query.Scope is { } scope)
            parts.Add($"USING SCOPE {scope}");
        if (query.Where is not null)
            parts.Add($"WHERE {Print(query.Where)}");
        if (query.GroupBy.Count > 0)
            parts.Add(query.Grouping == Grouping.None ? $"GROUP BY {Join(query.GroupBy)}" : $"GROUP BY {query.Grouping}({Join(query.GroupBy)})");
        if (query.Having is not null)
            parts.Add($"HAVING {Print(query.Having)}");
        if (query.OrderBy.Count > 0)
            parts.Add($"ORDER BY {Join(query.OrderBy.Select(Print))}");
        if (query.Limit is { } limit)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"LIMIT {limit}"));
        if (query.Offset > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"OFFSET {query.Offset}"));
        return string.Join(' ', parts);
    }

    private static string Print(SelectItem item) => item switch
    {
        SelectExpression select => select.Alias is null ? $"{select.Expression}" : $"{select.Expression} {select.Alias}",
        SelectSubquery subquery => $"({Print(subquery.Query)})",
        SelectTypeof choice => $"TYPEOF {choice.Relationship} {string.Join(' ', choice.Branches.Select(Print))} END",
        _ => throw new ArgumentOutOfRangeException(nameof(item)),
    };

    private static string Print(TypeofBranch branch) =>
        branch.ObjectName is null ? $"ELSE {Join(branch.Fields)}" : $"WHEN {branch.ObjectName} THEN {Join(branch.Fields)}";

    private static string Print(OrderItem item) =>
        $"{item.Expression} {(item.Descending ? "DESC" : "ASC")} NULLS {(item.NullsLast ? "LAST" : "FIRST")}";

    private static string Print(Condition condition) => condition switch
    {
        AndCondition and => string.Join(" AND ", and.Parts.Select(part => $"({Print(part)})")),
        OrCondition or => string.Join(" OR ", or.Parts.Select(part => $"({Print(part)})")),
        NotCondition not => $"NOT ({Print(not.Inner)})",
        ComparisonCondition comparison => $"{comparison.Left} {Print(comparison.Operator)} {Print(comparison.Right)}",
        ListCondition list => $"{list.Left} {(list.Negated ? "NOT IN" : "IN")} ({Join(list.Values.Select(Print))})",
        SubqueryCondition join => $"{join.Left} {(join.Negated ? "NOT IN" : "IN")} ({Print(join.Subquery)})",
        SelectionCondition selection => $"{selection.Left} {(selection.Excludes ? "EXCLUDES" : "INCLUDES")} ({Join(selection.Values.Select(Print))})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    private static string Print(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        _ => "LIKE",
    };

    private static string Print(Literal literal) => literal switch
    {
        NullLiteral => "null",
        BooleanLiteral boolean => boolean.Value ? "true" : "false",
        NumberLiteral number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextLiteral text => $"'{Escape(text.Value)}'",
        DateLiteral date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeLiteral dateTime => dateTime.Value.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture),
        PeriodLiteral period => period.Count is { } count ? string.Create(CultureInfo.InvariantCulture, $"{period.Name}:{count}") : period.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(literal)),
    };

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Join<T>(IEnumerable<T> items) => string.Join(", ", items);
}
