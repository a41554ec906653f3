using SalesRules.Alerts;
using SalesRules.Journal.Database;
using SalesRules.Journal.Runs;

namespace SalesRules.Journal.Alerts;

/// <summary>What an org lacks of its schema and somebody was told of.</summary>
internal static class ToldLosses
{
    /// <summary>What is found by use only is marked, and has healed when a whole day's runs have not found it: each day one of them looks at every open deal.</summary>
    private const string FoundByUse = "~";

    /// <summary>Takes the losses down.</summary>
    /// <returns>Those that are new.</returns>
    public static async Task<IReadOnlyList<SchemaLoss>> KeepAsync(JournalSession statements, string orgId, DateOnly asOf, IReadOnlyCollection<SchemaLoss> losses)
    {
        var known = await statements.QueryAsync<LossRow>("select * from told_losses where org_id = @orgId", new { orgId });
        foreach (var healed in known.Where(row => losses.All(loss => Name(loss) != row.Loss) && HasHealed(row, asOf)))
            await statements.ExecuteAsync("delete from told_losses where org_id = @orgId and loss = @Loss", new { orgId, healed.Loss });
        foreach (var loss in losses)
        {
            await statements.ExecuteAsync(
                """
                insert into told_losses (org_id, loss, seen_on) values (@orgId, @name, @seenOn)
                on conflict (org_id, loss) do update set seen_on = excluded.seen_on where excluded.seen_on > told_losses.seen_on
                """,
                new { orgId, name = Name(loss), seenOn = Stored.Text(asOf) });
        }

        return [.. losses.Where(loss => known.All(row => row.Loss != Name(loss)))];
    }

    public static Alert Alert(RunId run, DateOnly asOf, IReadOnlyList<SchemaLoss> news) => new()
    {
        Key = $"{AlertKind.SchemaDrift.Name()}/{run}",
        Kind = AlertKind.SchemaDrift,
        On = asOf,
        Reasons = [.. news.Select(loss => loss.Sentence)],
        Rules = [.. news.SelectMany(loss => loss.Rules).Distinct(StringComparer.Ordinal)],
        SmallestFix = string.Join(" ", news.Select(loss => loss.Fix).OfType<string>().Distinct(StringComparer.Ordinal)) is { Length: > 0 } fix ? fix : null,
    };

    private static string Name(SchemaLoss loss) => loss.IsFoundByUse ? $"{FoundByUse}{loss.Id}" : loss.Id;

    private static bool HasHealed(LossRow row, DateOnly asOf) =>
        !row.Loss.StartsWith(FoundByUse, StringComparison.Ordinal) || Stored.Date(row.SeenOn) < asOf.AddDays(-1);

    private sealed record LossRow
    {
        public string Loss { get; init; } = "";

        public string SeenOn { get; init; } = "";
    }
}
