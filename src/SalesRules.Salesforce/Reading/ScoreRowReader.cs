using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads the score histories that stand in the org: the rows of MIQL_Score__c.</summary>
public sealed class ScoreRowReader
{
    /// <summary>The object's API name.</summary>
    public const string ObjectName = "MIQL_Score__c";

    /// <summary>The external id of the rows.</summary>
    public const string KeyField = "Key__c";

    private const string Deal = "Opportunity__c";
    private const string Inherited = "Inherited";

    private readonly KeysetReader reader;

    internal ScoreRowReader(KeysetReader reader) => this.reader = reader;

    internal static IReadOnlyList<string> Fields { get; } =
        [Deal, KeyField, .. Pillars.All.SelectMany(pillar => new[] { $"{pillar}__c", $"{pillar}_Evidence__c" }), "Total__c", "Scored_On__c", "Scored_By__c", "Stage__c", "Category__c", "Source__c"];

    /// <summary>The rows of these deals, each deal's oldest first; a deal without any is absent. Some hundred deals a call.</summary>
    public async Task<IReadOnlyDictionary<SalesforceId, IReadOnlyList<ScoreRow>>> ReadAsync(IEnumerable<SalesforceId> deals, CancellationToken cancellationToken = default)
    {
        var rows = new Dictionary<SalesforceId, List<ScoreRow>>();
        await foreach (var record in ReadAsync(Deal, deals.Distinct().Select(SoqlLiteral.Of), cancellationToken))
        {
            var (deal, row) = record.As(ObjectName, json => (json.Id(Deal)!.Value, Row(json)));
            if (rows.TryGetValue(deal, out var known))
                known.Add(row);
            else
                rows[deal] = [row];
        }

        // Ids are given out in the order of creation; our own rows are numbered.
        return rows.ToDictionary(pair => pair.Key, pair => KnownScores.Sharpened([.. pair.Value.OrderBy(row => row.Number)]));
    }

    /// <summary>Those of the keys that the org holds.</summary>
    public async Task<IReadOnlySet<string>> FindAsync(IEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in ReadAsync(KeyField, keys.Distinct(StringComparer.Ordinal).Select(SoqlLiteral.Of), cancellationToken))
            found.Add(record.Text(KeyField) ?? "");
        return found;
    }

    /// <summary>What a row holds beside its key.</summary>
    public static IReadOnlyDictionary<string, FieldValue> Values(SalesforceId deal, ScoreRow row)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal)
        {
            [Deal] = FieldValue.Of(deal),
            ["Total__c"] = FieldValue.Of((decimal?)row.Scores.Total),
            ["Scored_On__c"] = FieldValue.Of(row.ScoredOn),
            ["Scored_By__c"] = FieldValue.Of(row.ScoredBy),
            ["Stage__c"] = FieldValue.Of(row.Stage),
            ["Category__c"] = FieldValue.Of(row.Category),
            ["Source__c"] = FieldValue.Of(row.IsInherited ? Inherited : "Scored"),
        };
        foreach (var pillar in Pillars.All)
        {
            values[$"{pillar}__c"] = FieldValue.Of((decimal?)row.Scores[pillar]);
            values[$"{pillar}_Evidence__c"] = FieldValue.Of(row.Evidence[(int)pillar]);
        }

        return values;
    }

    private static ScoreRow Row(JsonElement json)
    {
        var scores = new MiqlScores(Points(json, Pillar.Outcome), Points(json, Pillar.Maps), Points(json, Pillar.Insight), Points(json, Pillar.Quantify), Points(json, Pillar.Leadership));
        return new ScoreRow
        {
            Key = json.Text(KeyField) ?? json.Id("Id")!.Value.Value,
            Scores = scores,
            Evidence = [.. Pillars.All.Select(pillar => json.Text($"{pillar}_Evidence__c"))],
            ScoredOn = json.Date("Scored_On__c"),
            ScoredBy = json.Id("Scored_By__c"),
            Stage = json.Text("Stage__c"),
            Category = json.Text("Category__c"),
            Inherited = json.Text("Source__c") == Inherited ? PillarSet.Where(pillar => scores[pillar] is not null) : PillarSet.Empty,
        };
    }

    private static int? Points(JsonElement json, Pillar pillar) => json.Number($"{pillar}__c") is { } number ? PillarScore.From(number).Points : null;

    private async IAsyncEnumerable<JsonElement> ReadAsync(string field, IEnumerable<SoqlLiteral> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in QueryLength.Split(values, new SoqlQuery(ObjectName, Fields), field))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record;
        }
    }
}
