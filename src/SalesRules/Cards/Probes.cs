using System.Globalization;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>
/// Every way to change one thing about a deal by one step: a score or number by one, a date by a day, a past close date to today, an amount by five per cent, the
/// category or stage to its neighbour short of closing the deal, a checkbox, an empty field filled in, and up to seven days of waiting. To empty a field is no step: it takes knowledge away, and nobody is to be told to. Needs no knowledge of
/// any rule: whoever decides each of them again sees which rules are one step away.
/// </summary>
public static class Probes
{
    /// <summary>How far ahead days are tried.</summary>
    public const int Days = 7;

    private const decimal AmountStep = 0.05m;

    /// <summary>Salesforce stores no larger numbers.</summary>
    private const decimal LargestNumber = 1_000_000_000_000_000_000m;

    private const string FilledIn = "filled in";

    private static readonly HashSet<string> NotTried = new(StringComparer.Ordinal)
    {
        "Id", "Name", "AccountId", "CreatedDate", "LastModifiedDate", "SystemModstamp", "IsClosed", "IsWon", "CurrencyIsoCode", "LastActivityDate",
    };

    /// <summary>Scores first, then category and stage, other fields in the catalogue's order, and days last.</summary>
    public static IEnumerable<Probe> Of(Opportunity opportunity, DealContext context, Policy policy)
    {
        foreach (var field in policy.Fields.Fields.Where(IsTried).OrderBy(Rank))
        {
            foreach (var text in Steps(field, opportunity, context, policy).Distinct(StringComparer.Ordinal))
                yield return Of(field, text, opportunity, context, policy);
        }

        for (var days = 1; days <= Days && context.Today <= DateOnly.MaxValue.AddDays(-Days); days++)
            yield return new Probe(days == 1 ? "in 1 day" : string.Create(CultureInfo.InvariantCulture, $"in {days} days"), null, default, days, false, opportunity, context with { Today = context.Today.AddDays(days) });
    }

    private static bool IsTried(OpportunityField field) =>
        field.Access != FieldAccess.Owned && !field.ApiName.Contains('.', StringComparison.Ordinal) && !NotTried.Contains(field.ApiName);

    private static int Rank(OpportunityField field) => field switch
    {
        _ when Pillars.All.Any(pillar => OpportunityFields.ScoreOf(pillar) == field) => 0,
        { ApiName: "ForecastCategoryName" } => 1,
        { ApiName: "StageName" } => 2,
        _ => 3,
    };

    private static Probe Of(OpportunityField field, string text, Opportunity opportunity, DealContext context, Policy policy)
    {
        var changed = opportunity with { };
        field.ReadText(text, changed);

        // A move to another stage ends what the histories say of the present one.
        if (field.ApiName == "StageName")
            changed = changed with { StageHistory = null, LastStageChangeDate = null };

        // Who scores a pillar anew has not inherited it.
        if (Rank(field) == 0)
            context = context with { InheritedPillars = context.InheritedPillars.Where(pillar => OpportunityFields.ScoreOf(pillar) != field).ToHashSet() };
        var name = policy.Fields.NameOf(field)!;
        var isStandIn = IsAnyText(field);
        var words = isStandIn ? $"{name} {FilledIn}" : $"{name} = {field.ValueOf(changed)}";
        return new Probe(words, name, field.ValueOf(changed), 0, isStandIn, changed, context);
    }

    /// <summary>The texts of the values one step away.</summary>
    private static IEnumerable<string> Steps(OpportunityField field, Opportunity opportunity, DealContext context, Policy policy)
    {
        var value = field.ValueOf(opportunity);
        return field switch
        {
            _ when Rank(field) == 0 => Scores(value),
            { ApiName: "ForecastCategoryName" } => Neighbours([.. ForecastCategories.AllNames.Where(name => name != ForecastCategory.Closed.Name())], value.AsText),
            { ApiName: "StageName" } => Neighbours([.. policy.Stages.All.Where(stage => stage is { Active: true, IsClosed: false }).Select(stage => stage.Name)], value.AsText),
            _ when value.IsNull => [First(field, opportunity, context)],
            _ when value.AsNumber is > LargestNumber or < -LargestNumber => [],
            { Type: SalesforceFieldType.Currency } when value.AsNumber == 0 => ["1"],
            { Type: SalesforceFieldType.Currency } => [Text(value.AsNumber!.Value * (1 - AmountStep)), Text(value.AsNumber.Value * (1 + AmountStep))],
            { Type: SalesforceFieldType.Number or SalesforceFieldType.Percent } => [Text(value.AsNumber!.Value - 1), Text(value.AsNumber.Value + 1)],
            { Type: SalesforceFieldType.Checkbox } => [value.ToString() == "true" ? "false" : "true"],
            // Salesforce saves no opportunity without one.
            { ApiName: "CloseDate" } => opportunity.CloseDate < context.Today ? [.. DaysAround(value.AsText!), FieldValue.Of(context.Today).ToString()] : DaysAround(value.AsText!),
            { Type: SalesforceFieldType.Date } => DaysAround(value.AsText!),
            _ => [],
        };
    }

    private static IEnumerable<string> Scores(FieldValue value) => value.AsNumber switch
    {
        0 => ["1"],
        1 => ["2", "0"],
        2 => ["1"],
        _ => ["1"],
    };

    private static IEnumerable<string> Neighbours(IReadOnlyList<string> names, string? name)
    {
        var known = names.Index().Where(other => other.Item.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(other => (int?)other.Index).FirstOrDefault();
        if (known is not { } place)
            yield break;
        if (place > 0)
            yield return names[place - 1];
        if (place < names.Count - 1)
            yield return names[place + 1];
    }

    private static IEnumerable<string> DaysAround(string text)
    {
        var day = DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
        if (day > DateOnly.MinValue)
            yield return FieldValue.Of(day.AddDays(-1)).ToString();
        if (day < DateOnly.MaxValue)
            yield return FieldValue.Of(day.AddDays(1)).ToString();
    }

    /// <summary>What an empty field would first hold.</summary>
    private static string First(OpportunityField field, Opportunity opportunity, DealContext context) => field.Type switch
    {
        SalesforceFieldType.Number or SalesforceFieldType.Percent or SalesforceFieldType.Currency => "1",
        SalesforceFieldType.Checkbox => "true",
        SalesforceFieldType.Date => FieldValue.Of(context.Today).ToString(),
        SalesforceFieldType.DateTime => FieldValue.Of(context.Today).ToString() + "T12:00:00Z",
        SalesforceFieldType.Lookup or SalesforceFieldType.Id => (opportunity.OwnerId ?? opportunity.Id).Value,
        SalesforceFieldType.Url => "https://example.com/filled-in",
        _ => FilledIn,
    };

    private static bool IsAnyText(OpportunityField field) =>
        field.ApiName is not ("ForecastCategoryName" or "StageName") && field.Type is SalesforceFieldType.Text or SalesforceFieldType.LongText or SalesforceFieldType.Picklist
            or SalesforceFieldType.MultiPicklist or SalesforceFieldType.Url or SalesforceFieldType.Lookup;

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
