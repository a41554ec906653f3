using SalesRules.Sandbox.Loading.Maps;
using SalesRules.Sandbox.Loading.Sources;
using SalesRules.Sandbox.Loading.Values;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Records;

/// <summary>
/// Gives a loaded opportunity a history that ends where the opportunity stands. Without history in the map, or with none for this row,
/// it is one row: created as it is.
/// </summary>
internal sealed class StageHistoryLoader(OrgTransaction transaction, LoadScope scope)
{
    /// <summary>The stages of a row with their moments; also dates the record itself by them where the map does not.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Stage)> Read(RecordMap map, SourceRow row, Dictionary<string, object?> values)
    {
        if (map.Type.Name != "Opportunity")
            return [];
        var entries = map.History.Select(entry => Entry(entry, row)).OfType<(DateTimeOffset At, string Stage)>().ToList();
        var stage = values.GetValueOrDefault("StageName") as string ?? throw new BrokenRowException("The stage is empty.");
        if (entries.Count > 0 && entries[^1].Stage != stage)
            throw new BrokenRowException($"The history ends in {entries[^1].Stage}, the opportunity is in {stage}.");
        if (!entries.Select(entry => entry.At).SequenceEqual(entries.Select(entry => entry.At).Order()))
            throw new BrokenRowException("The dates of the history are not in order.");
        if (entries.Count == 0)
            entries.Add((values.GetValueOrDefault("CreatedDate") as DateTimeOffset? ?? transaction.Stamp, stage));
        Date(values, "CreatedDate", entries[0].At);
        Date(values, "LastModifiedDate", entries[^1].At);
        if (entries.Count > 1)
            Date(values, "LastStageChangeDate", entries[^1].At);
        return entries;
    }

    /// <summary>Writes the rows; the last one shows the opportunity as it is, those before their stage's defaults.</summary>
    public void Write(string opportunityId, IReadOnlyList<(DateTimeOffset At, string Stage)> entries)
    {
        if (entries.Count == 0)
            return;
        var saved = transaction.Store["Opportunity"].Find(opportunityId)!;
        for (var index = 0; index < entries.Count; index++)
        {
            var isLast = index == entries.Count - 1;
            var stage = transaction.Org.FindStage(entries[index].Stage);
            transaction.Load("OpportunityHistory", new Dictionary<string, object?>
            {
                ["OpportunityId"] = opportunityId,
                ["StageName"] = entries[index].Stage,
                ["Amount"] = saved["Amount"],
                ["CloseDate"] = saved["CloseDate"],
                ["Probability"] = isLast ? saved["Probability"] : (decimal)(stage?.DefaultProbability ?? 0),
                ["ExpectedRevenue"] = isLast ? saved["ExpectedRevenue"] : null,
                ["ForecastCategory"] = isLast ? saved["ForecastCategory"] : ForecastCategory.ValueOf(stage?.ForecastCategoryName ?? "Pipeline"),
                ["CreatedById"] = saved["OwnerId"],
                ["CreatedDate"] = entries[index].At,
                ["SystemModstamp"] = entries[index].At,
            });
        }
    }

    private (DateTimeOffset At, string Stage)? Entry(HistoryMap entry, SourceRow row)
    {
        if (entry.On.Of(row, scope) is not { } text)
            return null;
        var date = row.Table.ParseDate(text) ?? throw new BrokenRowException($"The history has \"{text}\" for a date; {row.Table.DateFormat} was expected.");
        var stage = entry.Stage.Of(row, scope) ?? throw new BrokenRowException("The history has a date without a stage.");
        return (new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), stage);
    }

    private static void Date(Dictionary<string, object?> values, string field, DateTimeOffset at)
    {
        if (values.GetValueOrDefault(field) is null)
            values[field] = at;
    }
}
