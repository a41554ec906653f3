using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>A deal's state after one change of amount, probability, stage or close date; the first row is its creation.</summary>
public sealed record OpportunityHistoryRow(
    SalesforceId OpportunityId,
    string StageName,
    decimal? Amount,
    decimal? Probability,
    DateOnly? CloseDate,
    string? ForecastCategory,
    DateTimeOffset CreatedDate,
    SalesforceId? CreatedById)
{
    internal static IReadOnlyList<string> Fields { get; } =
        ["Id", "OpportunityId", "StageName", "Amount", "Probability", "CloseDate", "ForecastCategory", "CreatedDate", "CreatedById"];

    /// <summary>The row as a snapshot has it.</summary>
    public DealState ToState() => new(CreatedDate, StageName)
    {
        Amount = Amount,
        Probability = Probability,
        CloseDate = CloseDate,
        Category = ForecastCategories.ParseValue(ForecastCategory),
        By = CreatedById,
    };

    internal static OpportunityHistoryRow From(JsonElement record) => new(
        record.Id("OpportunityId")!.Value,
        record.Text("StageName") ?? "",
        record.Number("Amount"),
        record.Number("Probability"),
        record.Date("CloseDate"),
        record.Text("ForecastCategory"),
        record.Instant("CreatedDate")!.Value,
        record.Id("CreatedById"));
}
