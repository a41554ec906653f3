using System.Globalization;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Reads what <see cref="DealContextWriter"/> wrote.</summary>
internal static class DealContextReader
{
    public static DealContext Read(JsonElement json, SalesforceId opportunity, StageAging? aging) => new()
    {
        Today = Date(json, "today")!.Value,
        StageHistory = List(json, "stageHistory", entry => new StageEntry(entry.GetProperty("stage").GetString()!, Instant(entry, "at")!.Value, Id(entry, "by"))),
        Users = List(json, "users", user => new User(Id(user, "id")!.Value, user.GetProperty("name").GetString()!, user.GetProperty("active").GetBoolean(), Id(user, "manager"), Text(user, "role")))
            is { } users ? new UserDirectory(users) : null,
        ScoreHistory = json.TryGetProperty("scores", out var scores) ? ReadScores(scores) : null,
        DeferredSince = Date(json, "deferredSince"),
        LastCorrection = json.TryGetProperty("lastCorrection", out var correction)
            ? new CategoryCorrection(ForecastCategories.Parse(Text(correction, "to"))!.Value, Number(correction, "probability"))
            : null,
        Contested = List(json, "contested", field => new ContestedField(Text(field, "field")!, FieldValue.Read(field.GetProperty("to")), field.GetProperty("rounds").GetInt32(), Id(field, "by"))) ?? [],
        InheritedPillars = Names(json, "inherited") is { } inherited ? Pillars.All.Where(pillar => inherited.Contains(pillar.Name())).ToHashSet() : new HashSet<Pillar>(),
        NeverScored = Names(json, "neverScored") is { } never ? PillarSet.Where(pillar => never.Contains(pillar.Name())) : null,
        PovQueue = json.TryGetProperty("povQueue", out var queue) ? PovQueue.Of(opportunity, (int?)Number(queue, "place"), queue.GetProperty("length").GetInt32()) : null,
        Episodes = new TaskEpisodes((List(json, "episodes", episode => (Key: (Text(episode, "rule")!, Text(episode, "part") ?? ""), Number: episode.GetProperty("number").GetInt32())) ?? [])
            .ToDictionary(episode => episode.Key, episode => episode.Number)),
        ServiceUser = Id(json, "serviceUser"),
        FieldHistory = json.TryGetProperty("fields", out var fields)
            ? new FieldHistory(Instant(fields, "since")!.Value, fields.GetProperty("changed").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetDateTimeOffset(), StringComparer.Ordinal))
            : null,
        Contacts = List(json, "contacts", contact => new CustomerContact(Id(contact, "id")!.Value, Id(contact, "account"), Date(contact, "lastActivity"))),
        Activity = json.TryGetProperty("activity", out var activity) ? new DealActivity(Date(activity, "last"), Date(activity, "nextMeeting")) : null,
        ChampionAccount = Id(json, "championAccount"),
        Siblings = List(json, "siblings", sibling => new SiblingDeal(Id(sibling, "id")!.Value, Text(sibling, "name"), Number(sibling, "amount"), Enum.Parse<Motion>(Text(sibling, "motion")!))),
        RepeatedTexts = Names(json, "repeatedTexts")?.ToHashSet(StringComparer.Ordinal),
        Aging = json.TryGetProperty("aging", out _) ? aging ?? StageAging.None : null,
        Original = json.TryGetProperty("original", out var original) ? ReadOriginal(original) : null,
    };

    private static OriginalSale ReadOriginal(JsonElement json)
    {
        var sale = new OriginalSale(Id(json, "id")!.Value, (int?)Number(json, "quantify"), Date(json, "closed"));
        if (!json.TryGetProperty("handsOver", out var scores))
            return sale;
        int? Points(Pillar pillar) => (int?)Number(scores, pillar.Name());
        return sale with
        {
            HandsOver = true,
            Scores = new MiqlScores(Points(Pillar.Outcome), Points(Pillar.Maps), Points(Pillar.Insight), Points(Pillar.Quantify), Points(Pillar.Leadership)),
        };
    }

    private static ScoreHistory ReadScores(JsonElement scores) => new(
        Pillars.All.Where(pillar => scores.TryGetProperty(pillar.Name(), out _))
            .ToDictionary(pillar => pillar, pillar => scores.GetProperty(pillar.Name()) is var change ? new ScoreChange(Instant(change, "score"), Instant(change, "evidence")) : null!));

    private static List<T>? List<T>(JsonElement json, string property, Func<JsonElement, T> read) =>
        json.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(read)] : null;

    private static HashSet<string>? Names(JsonElement json, string property) =>
        json.TryGetProperty(property, out var list) ? [.. list.EnumerateArray().Select(name => name.GetString()!)] : null;

    private static string? Text(JsonElement json, string property) => json.TryGetProperty(property, out var text) ? text.GetString() : null;

    private static decimal? Number(JsonElement json, string property) => json.TryGetProperty(property, out var number) ? number.GetDecimal() : null;

    private static SalesforceId? Id(JsonElement json, string property) => Text(json, property) is { } id ? SalesforceId.Parse(id) : null;

    private static DateOnly? Date(JsonElement json, string property) =>
        Text(json, property) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null;

    private static DateTimeOffset? Instant(JsonElement json, string property) => json.TryGetProperty(property, out var at) ? at.GetDateTimeOffset() : null;
}
