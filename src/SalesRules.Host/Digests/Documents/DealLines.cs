using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Digests;
using SalesRules.Host.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests.Documents;

/// <summary>Makes the lines of deals: this is where findings are put into words.</summary>
internal sealed class DealLines(DigestReading reading, DigestVoice voice)
{
    private const int MostReasons = 3;

    /// <summary>The list as a block, or the sentence that it is empty.</summary>
    /// <param name="factsOf">What this list alone says of a deal.</param>
    public DocumentBlock Of(string key, DealList list, bool isFull, Func<DigestDeal, IEnumerable<DealFact>>? factsOf = null) => list.Total.Deals == 0
        ? new DocumentNote(voice.Empty(key))
        : new DocumentDeals(list, [.. list.Deals.Select(deal => Line(deal, isFull, factsOf))], More(list), isFull);

    /// <summary>A section that is a list.</summary>
    public DocumentSection Section(string key, DealList list, int limit, bool isFull, Func<DigestDeal, IEnumerable<DealFact>>? factsOf = null, string? group = null) => new(
        key,
        voice.Heading(key, list.Total, limit),
        list.Total.Deals == 0 ? null : voice.SectionIntro(key, list.Total, limit),
        [Of(key, list, isFull, factsOf)],
        group);

    public Uri LinkTo(SalesforceId id) => new(reading.InstanceUrl, id.Value);

    private string? More(DealList list) =>
        list.NotListed == 0 ? null : voice.Word("more", ("deals", DigestVoice.Number(list.NotListed)), ("money", voice.Of(list.NotListedMoney)));

    private DealLine Line(DigestDeal deal, bool isFull, Func<DigestDeal, IEnumerable<DealFact>>? factsOf)
    {
        var record = deal.Record;
        var line = new DealLine(deal.Id.Value, LinkTo(deal.Id), string.IsNullOrWhiteSpace(record.Name) ? voice.Word("no-name") : record.Name)
        {
            Account = record.AccountName,
            Owner = record.OwnerName ?? reading.Digest.Scope.NameOf(record.OwnerId),
            Amount = Cell.Money(record.Amount),
            Stage = record.StageName,
            Forecast = record.ForecastCategoryName,
            Closes = record.CloseDate,
            Risk = deal.Decision.Risk.Level,
            Scores = deal.Scores,
            Motion = deal.Deal.Motion,
            Facts = [.. factsOf?.Invoke(deal) ?? []],
        };
        return isFull ? Full(line, deal) : line;
    }

    private DealLine Full(DealLine line, DigestDeal deal) => line with
    {
        Gaps = deal.MissingLetters,
        Why = [.. deal.Reasons(MostReasons).Select(finding => (finding.Rule, finding.Message))],
        Fix = [.. deal.SmallestFix.Select(fix => FixOf(fix, deal))],
        NextStep = NextStep(deal.Record),
        Trend = reading.Trends.GetValueOrDefault(deal.Id) is { IsHistory: true } trend ? trend : null,
    };

    private string FixOf(Fix fix, DigestDeal deal)
    {
        var field = deal.Deal.Policy.Fields.Find(fix.Field);
        var pillar = Pillars.All.Where(pillar => pillar.ScoreField() == field?.ApiName).Select(pillar => (Pillar?)pillar).FirstOrDefault();
        var name = pillar?.Label(deal.Deal.Motion) ?? field?.Label ?? fix.Field;
        // Any score will do: "to 0" would be no advice.
        if (fix.To.AsNumber == 0 && pillar is { } asked && deal.Record.Score(asked).Raw.IsNull)
            return $"{name} {voice.Word("scored")}";
        return fix.To.IsNull ? $"{name} {voice.Word("emptied")}" : string.Create(CultureInfo.InvariantCulture, $"{name} to {fix.To}");
    }

    private static string? NextStep(Opportunity record) => (record.NextStep, record.NextStepDate) switch
    {
        (null, null) => null,
        (var what, { } day) => $"{what ?? "?"} ({DigestVoice.Day(day)})",
        (var what, _) => what,
    };
}
