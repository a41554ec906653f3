using System.Globalization;
using System.Text;

namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>A query over one object. Its text comes from checked parts only.</summary>
public sealed record SoqlQuery
{
    private readonly string[] fields;

    /// <summary>A query of these fields; a field named twice is asked for once.</summary>
    /// <exception cref="ArgumentException">A name is not one, or there are no fields.</exception>
    public SoqlQuery(string from, IEnumerable<string> fields)
    {
        From = SoqlName.Object(from);
        this.fields = [.. fields.Select(SoqlName.Field).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (this.fields.Length == 0)
            throw new ArgumentException("A query needs at least one field.", nameof(fields));
    }

    /// <summary>The object's API name.</summary>
    public string From { get; }

    /// <summary>The selected fields.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>Which rows; null is all of them.</summary>
    public SoqlCondition? Where { get; init; }

    /// <summary>Fields to sort by, ascending; empty is any order.</summary>
    public IReadOnlyList<string> OrderBy { get; init; } = [];

    /// <summary>The most rows; null is no limit.</summary>
    public int? Limit { get; init; }

    /// <summary>The same rows with one more condition.</summary>
    public SoqlQuery And(SoqlCondition? condition) => this with { Where = SoqlCondition.All(Where, condition) };

    /// <summary>The query that counts these rows.</summary>
    public string ToCount() => $"SELECT COUNT() FROM {From}{WhereClause()}";

    /// <summary>The query's text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("SELECT ").AppendJoin(",", fields).Append(" FROM ").Append(From).Append(WhereClause());
        if (OrderBy.Count > 0)
            text.Append(" ORDER BY ").AppendJoin(",", OrderBy.Select(SoqlName.Field));
        if (Limit is { } limit)
            text.Append(" LIMIT ").Append(limit.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private string WhereClause() => Where is null ? "" : $" WHERE {Where}";
}
