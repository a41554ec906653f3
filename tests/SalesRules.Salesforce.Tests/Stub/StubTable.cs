using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesRules.Salesforce.Tests.Stub;

/// <summary>Rows behind the query endpoint that understand keyset conditions and cursors, and can drop a cursor.</summary>
internal sealed partial class StubTable(IEnumerable<(DateTimeOffset Stamp, string Id)> rows, int pageSize)
{
    private readonly List<(DateTimeOffset Stamp, string Id)> sorted = [.. rows.OrderBy(r => r.Stamp).ThenBy(r => r.Id, StringComparer.Ordinal)];
    private readonly Dictionary<string, (List<(DateTimeOffset Stamp, string Id)> Result, int From)> cursors = [];
    private int calls;

    /// <summary>Which calls, counted from 1, find their cursor dropped.</summary>
    public Func<int, bool> DropsCursor { get; init; } = _ => false;

    /// <summary>Rows that Salesforce announces but never sends.</summary>
    public int Withheld { get; init; }

    public StubReply Answer(StubCall call)
    {
        calls++;
        var locator = call.Path.Split('/')[^1];
        if (locator == "query")
            return Page(Select(call.Soql), 0);
        return DropsCursor(calls)
            ? StubReply.Error(400, "INVALID_QUERY_LOCATOR", "invalid query locator")
            : Page(cursors[locator].Result, cursors[locator].From);
    }

    private List<(DateTimeOffset Stamp, string Id)> Select(string soql)
    {
        var limit = int.Parse(Limit().Match(soql).Groups[1].Value, CultureInfo.InvariantCulture);
        var key = Key().Match(soql);
        if (!key.Success)
            return [.. sorted.Take(limit)];
        var (stamp, id) = (DateTimeOffset.Parse(key.Groups[1].Value, CultureInfo.InvariantCulture), key.Groups[2].Value);
        Assert.That(soql, Does.Contain($"OR (SystemModstamp > {key.Groups[1].Value})"));
        return [.. sorted.Where(r => r.Stamp > stamp || (r.Stamp == stamp && string.CompareOrdinal(r.Id, id) > 0)).Take(limit)];
    }

    private StubReply Page(List<(DateTimeOffset Stamp, string Id)> result, int from)
    {
        var page = result.Skip(from).Take(pageSize).ToList();
        var done = from + page.Count == result.Count;
        var locator = $"0r8xx{calls}-{from + page.Count}";
        if (!done)
            cursors[locator] = (result, from + page.Count);
        var records = page.Select(r => new { Id = r.Id, SystemModstamp = r.Stamp.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture) });
        object body = done
            ? new { totalSize = result.Count + Withheld, done, records }
            : new { totalSize = result.Count + Withheld, done, nextRecordsUrl = $"/services/data/v64.0/query/{locator}", records };
        return StubReply.Json(JsonSerializer.Serialize(body));
    }

    [GeneratedRegex(@"LIMIT (\d+)$")]
    private static partial Regex Limit();

    [GeneratedRegex(@"\(SystemModstamp = ([^)]+)\) AND \(Id > '(\w+)'\)")]
    private static partial Regex Key();
}
