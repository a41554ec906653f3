using System.Collections.Frozen;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// Finds the field behind each heading of a report. Beside API names and labels these are the names that reports of other types and of
/// organisations with several currencies give; they count only where no column has the field under its own name.
/// </summary>
internal static class ReportHeadings
{
    private const string OtherReportTypes = "Opportunity: ";
    private const string Converted = "Amount (converted)";
    private const string ConvertedCurrency = "Amount (converted) Currency";

    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>
    {
        ["Probability"] = "Probability",
        ["Amount Currency"] = "CurrencyIsoCode",
        ["Opportunity Owner: Full Name"] = "Owner.Name",
        ["Opportunity Owner: Email"] = "Owner.Email",
        ["Opportunity Owner: User ID"] = "OwnerId",
        ["Opportunity Owner ID"] = "OwnerId",
        ["Account Name: Account Name"] = "Account.Name",
        ["Account Name: Account ID"] = "AccountId",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The field of each heading; null for a heading that means nothing to us.</summary>
    public static OpportunityField?[] Find(IReadOnlyList<string> headings, FieldMap fields)
    {
        var names = headings.Select(heading => heading.Trim()).ToList();
        var found = names.Select(fields.FindHeading).ToArray();
        FillWhere(found, index => names[index].StartsWith(OtherReportTypes, StringComparison.OrdinalIgnoreCase) ? fields.FindHeading(names[index][OtherReportTypes.Length..]) : null);
        FillWhere(found, index => OtherNames.TryGetValue(names[index], out var name) ? Known(name, fields) : null);
        UseConverted(found, names, fields);
        return found;
    }

    /// <summary>Without the amount itself the converted one is taken; then the currency is the converted one's, and the record's own is not read.</summary>
    private static void UseConverted(OpportunityField?[] found, List<string> names, FieldMap fields)
    {
        var (amount, currency) = (Known("Amount", fields), Known("CurrencyIsoCode", fields));
        var converted = IndexOf(names, Converted);
        if (converted < 0 || amount is null || found.Contains(amount))
            return;
        found[converted] = amount;
        for (var index = 0; index < found.Length; index++)
        {
            if (found[index] is { } field && field == currency)
                found[index] = null;
        }

        if (IndexOf(names, ConvertedCurrency) is var place and >= 0)
            found[place] = currency;
    }

    private static void FillWhere(OpportunityField?[] found, Func<int, OpportunityField?> other)
    {
        for (var index = 0; index < found.Length; index++)
        {
            if (found[index] is null && other(index) is { } field && !found.Contains(field))
                found[index] = field;
        }
    }

    private static int IndexOf(List<string> names, string name) => names.FindIndex(heading => heading.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static OpportunityField? Known(string apiName, FieldMap fields) =>
        OpportunityFields.Get(apiName) is var field && fields.NameOf(field) is not null ? field : null;
}
