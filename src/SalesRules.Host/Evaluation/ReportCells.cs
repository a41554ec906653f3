using System.Collections.Frozen;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Turns the cells of a row, as people's reports write them, into the forms of Salesforce's API.</summary>
internal sealed class ReportCells(CsvOptions options)
{
    /// <summary>No date, number or amount is longer: what is goes on as it is, and no pattern is tried on it.</summary>
    private const int LongestForm = 100;

    private static readonly FrozenSet<OpportunityField> Scores = Pillars.All.Select(OpportunityFields.ScoreOf).ToFrozenSet();

    private readonly LocalDates dates = new(options);
    private readonly LocalNumbers numbers = new(options.Decimals);

    /// <summary>The code that stood beside the last amount read; null for none.</summary>
    public string? CurrencyCode { get; private set; }

    /// <summary>The cell in the API's form; null with the reason when it cannot be read. What is of no form known here is given back as it is.</summary>
    public string? Translate(OpportunityField field, string cell, out string reason)
    {
        reason = "";
        CurrencyCode = null;
        if (field.Type is SalesforceFieldType.Text or SalesforceFieldType.LongText or SalesforceFieldType.Picklist or SalesforceFieldType.Url || cell.Length == 0)
            return cell;
        var text = cell.Trim();
        return field.Type switch
        {
            SalesforceFieldType.Date or SalesforceFieldType.DateTime or SalesforceFieldType.Number or SalesforceFieldType.Percent or SalesforceFieldType.Currency
                when text.Length > LongestForm => text,
            SalesforceFieldType.Date => dates.ToDate(text, out reason),
            SalesforceFieldType.DateTime => dates.ToInstant(text, out reason),
            // What is no score is a finding of the rules, not a broken row.
            SalesforceFieldType.Number when Scores.Contains(field) => numbers.ToNumber(text, out _) ?? text,
            SalesforceFieldType.Number => numbers.ToNumber(text, out reason),
            SalesforceFieldType.Percent => numbers.ToNumber(text.EndsWith('%') ? text[..^1].TrimEnd() : text, out reason),
            SalesforceFieldType.Currency => Amount(text, out reason),
            SalesforceFieldType.Checkbox => Checkbox(text),
            SalesforceFieldType.MultiPicklist => string.Join(';', text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            SalesforceFieldType.Lookup => Lookup(text, out reason),
            _ => text,
        };
    }

    private string? Amount(string text, out string reason)
    {
        var number = numbers.ToNumber(LocalAmounts.ToNumber(text, out var code), out reason);
        CurrencyCode = code;
        return number;
    }

    private static string Checkbox(string text) => text switch
    {
        _ when text.Equals("Yes", StringComparison.OrdinalIgnoreCase) => "true",
        _ when text.Equals("No", StringComparison.OrdinalIgnoreCase) => "false",
        _ => text,
    };

    private static string? Lookup(string text, out string reason)
    {
        var isId = text.Length == 0 || SalesforceId.TryParse(text, out _);
        reason = isId ? "" : "expected a Salesforce id of 15 or 18 characters with a right checksum, found another text: reports show names here; add the column with the id, or leave this one out";
        return isId ? text : null;
    }
}
