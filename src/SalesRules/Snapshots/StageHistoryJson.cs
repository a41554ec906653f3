using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>
/// Reads the child subquery OpportunityHistories, where a record brings it, into <see cref="Opportunity.StageHistory"/> and
/// <see cref="Opportunity.States"/>.
/// </summary>
internal static class StageHistoryJson
{
    private static readonly Action<Opportunity, IReadOnlyList<StageEntry>?> SetHistory =
        typeof(Opportunity).GetProperty(nameof(Opportunity.StageHistory))!.SetMethod!.CreateDelegate<Action<Opportunity, IReadOnlyList<StageEntry>?>>();

    private static readonly Action<Opportunity, IReadOnlyList<DealState>?> SetStates =
        typeof(Opportunity).GetProperty(nameof(Opportunity.States))!.SetMethod!.CreateDelegate<Action<Opportunity, IReadOnlyList<DealState>?>>();

    /// <summary>
    /// Reads {"records":[{"StageName","CreatedDate","CreatedById","Amount","Probability","CloseDate","ForecastCategory"}]}, of which the
    /// first two are required; null (no children) is an empty history, which is known.
    /// </summary>
    /// <exception cref="SnapshotFormatException">A row lacks its stage or date, or a value has a wrong type.</exception>
    public static void ReadInto(ref Utf8JsonReader reader, Opportunity target)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Null)
        {
            Set(target, []);
            return;
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("records", out var records) || records.ValueKind != JsonValueKind.Array)
            throw new SnapshotFormatException("OpportunityHistories: expected an object with a list 'records'");
        Set(target, [.. records.EnumerateArray().Select(Row).OrderBy(state => state.At)]);
    }

    private static void Set(Opportunity target, IReadOnlyList<DealState> states)
    {
        SetStates(target, states);
        SetHistory(target, StageHistories.FromStates(states));
    }

    private static DealState Row(JsonElement row)
    {
        if (row.ValueKind != JsonValueKind.Object
            || !row.TryGetProperty("StageName", out var stage) || stage.ValueKind != JsonValueKind.String
            || !row.TryGetProperty("CreatedDate", out var created) || created.ValueKind != JsonValueKind.String || created.ValueEquals(""))
            throw new SnapshotFormatException("OpportunityHistories: expected rows with StageName and CreatedDate");
        try
        {
            return new DealState(FieldCodecs.For<DateTimeOffset?>().FromText(created.GetString()!)!.Value, stage.GetString()!)
            {
                Amount = Number(row, "Amount"),
                Probability = Number(row, "Probability"),
                CloseDate = Text(row, "CloseDate") is { } date ? FieldCodecs.For<DateOnly?>().FromText(date) : null,
                Category = Text(row, "ForecastCategory") is { } category ? ForecastCategories.ParseValue(category) ?? ForecastCategories.Parse(category) : null,
                By = Text(row, "CreatedById") is { } who ? FieldCodecs.For<SalesforceId?>().FromText(who) : null,
            };
        }
        catch (SnapshotFormatException problem)
        {
            throw problem.In("OpportunityHistories");
        }
    }

    private static string? Text(JsonElement row, string field) =>
        row.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static decimal? Number(JsonElement row, string field)
    {
        if (!row.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            ? FieldValue.Normalised(number)
            : throw SnapshotFormatException.Expected($"{field} to be a number of at most 28 digits", "something else");
    }
}
