using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>Reads the child subquery OpportunityHistories, where a record brings it, into <see cref="Opportunity.StageHistory"/>.</summary>
internal static class StageHistoryJson
{
    private static readonly Action<Opportunity, IReadOnlyList<StageEntry>?> SetHistory =
        typeof(Opportunity).GetProperty(nameof(Opportunity.StageHistory))!.SetMethod!.CreateDelegate<Action<Opportunity, IReadOnlyList<StageEntry>?>>();

    /// <summary>Reads {"records":[{"StageName","CreatedDate","CreatedById"}]}; null (no children) is an empty history, which is known.</summary>
    /// <exception cref="SnapshotFormatException">A row lacks its stage or date.</exception>
    public static void ReadInto(ref Utf8JsonReader reader, Opportunity target)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Null)
        {
            SetHistory(target, []);
            return;
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
            throw new SnapshotFormatException("OpportunityHistories: expected an object with a list 'records'");
        SetHistory(target, StageHistories.FromRows([.. records.EnumerateArray().Select(Row)]));
    }

    private static StageEntry Row(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object
            || !row.TryGetProperty("StageName", out var stage) || stage.ValueKind != JsonValueKind.String
            || !row.TryGetProperty("CreatedDate", out var created) || created.ValueKind != JsonValueKind.String || created.ValueEquals(""))
            throw new SnapshotFormatException("OpportunityHistories: expected rows with StageName and CreatedDate");
        try
        {
            var enteredAt = FieldCodecs.For<DateTimeOffset?>().FromText(created.GetString()!)!.Value;
            var by = row.TryGetProperty("CreatedById", out var who) && who.ValueKind == JsonValueKind.String
                ? FieldCodecs.For<SalesforceId?>().FromText(who.GetString()!)
                : null;
            return new StageEntry(stage.GetString()!, enteredAt, by);
        }
        catch (SnapshotFormatException problem)
        {
            throw problem.In("OpportunityHistories");
        }
    }
}
