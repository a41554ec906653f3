using System.Text.RegularExpressions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Conventions;

/// <summary>docs/field-catalogue.md, read as people read it: its lists and tables of Opportunity.</summary>
internal static partial class FieldCatalogueDocument
{
    internal static readonly string Text = File.ReadAllText(Repository.PathOf("docs", "field-catalogue.md"));

    /// <summary>The standard fields, up to the full stop that ends their sentence: after it come other objects.</summary>
    public static IReadOnlyList<string> StandardFields { get; } =
        [.. Parentheses().Replace(Section("## Opportunity: standard fields read").Split(" only where")[0], "").Split([',', ';']).Select(name => name.Trim())];

    /// <summary>The custom fields of the two tables; the formula that is for people only is not among them.</summary>
    public static IReadOnlyList<CataloguedField> CustomFields { get; } =
    [
        .. Rows("## Opportunity: custom fields that people fill in", FieldAccess.Read),
        .. Rows("## Opportunity: fields the service owns", FieldAccess.Owned),
    ];

    /// <summary>"Owned by people, corrected by rule: A, B (C only when the policy says so)."</summary>
    public static IReadOnlyList<string> Corrected =>
        [.. Identifier().Matches(Text.Split("corrected by rule:")[1].Split('.')[0].Replace("only when the policy says so", "")).Select(match => match.Value)];

    private static string Section(string heading) => Text.Split(heading)[1].Split("\n## ")[0];

    private static IEnumerable<CataloguedField> Rows(string heading, FieldAccess access)
    {
        foreach (var line in Section(heading).Split('\n').Where(line => line.StartsWith('|') && line.Contains("__c", StringComparison.Ordinal)))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var names = cells[1].Split(',', StringSplitOptions.TrimEntries);
            var types = CommasOutsideParentheses().Split(cells[2]).Select(type => type.Trim()).ToList();
            for (var n = 0; n < names.Length; n++)
                yield return new CataloguedField(names[n], TypeOf(types.Count == 1 ? types[0] : types[n]), Corrected.Contains(names[n]) ? FieldAccess.Corrected : access);
        }
    }

    private static SalesforceFieldType TypeOf(string words) => words.Split([' ', '('])[0] switch
    {
        "Text" => SalesforceFieldType.Text,
        "Long" => SalesforceFieldType.LongText,
        "Url" => SalesforceFieldType.Url,
        "Picklist" => SalesforceFieldType.Picklist,
        "Multi-select" => SalesforceFieldType.MultiPicklist,
        "Lookup" => SalesforceFieldType.Lookup,
        "Number" => SalesforceFieldType.Number,
        "Currency" => SalesforceFieldType.Currency,
        "Date" => SalesforceFieldType.Date,
        "DateTime" => SalesforceFieldType.DateTime,
        var other => throw new FormatException($"docs/field-catalogue.md uses a type '{other}' that this test does not know"),
    };

    [GeneratedRegex(@"\([^)]*\)")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex CommasOutsideParentheses();

    [GeneratedRegex(@"[A-Z]\w+")]
    private static partial Regex Identifier();
}
