using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Digests;
using SalesRules.Host.Portfolio;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests.Documents;

/// <summary>Says things in the words of the policy.</summary>
internal sealed class DigestVoice(DigestScope scope, DigestKind kind)
{
    private readonly DigestTexts texts = scope.Policy.Digests.Texts[kind];

    public string Title => texts.Title.With(Shown);

    public string Intro => texts.Intro.With(Shown);

    /// <summary>The digest's sections in the policy's order.</summary>
    public SectionTexts Section(string key) => texts.Sections[key];

    public string Heading(string key, Money all, int limit) => Section(key).Heading.With(name => Shown(name, all, limit));

    public string? SectionIntro(string key, Money all, int limit) => Section(key).Intro?.With(name => Shown(name, all, limit));

    public string Empty(string key) => Section(key).Empty.With(name => Shown(name, default, 0));

    public string Word(string key) => scope.Policy.Digests.Words[key].Text;

    /// <summary>A word that shows values.</summary>
    public string Word(string key, params (string Name, string Value)[] values) =>
        scope.Policy.Digests.Words[key].With(name => values.First(value => value.Name == name).Value);

    public string Of(RiskLevel level) => Word($"level-{level.ToString().ToLowerInvariant()}");

    public string Of(Money money) => Of(Cell.Money(money.Amount));

    public string Of(Cell cell) => cell.IsUnknown ? Word("unknown") : cell.ToString();

    public string Of(DateOnly? day) => day is { } known ? Day(known) : Word("unknown");

    public string Of(int? points) => points?.ToString(CultureInfo.InvariantCulture) ?? Word("unscored");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>"Leadership 0, Maps 1"; "Outcome unscored"; null where every pillar is at 2.</summary>
    public string? Lowest(MiqlScores scores, Motion motion) =>
        scores.Lowest.Count == 0 ? null : string.Join(", ", scores.Lowest.Select(pillar => $"{pillar.Label(motion)} {Of(scores[pillar])}"));

    /// <summary>"O2 M1 I2 Q- L0, 7 of 10": the pillars in their order and the total where there is one.</summary>
    public string Scores(MiqlScores scores) =>
        $"{string.Join(' ', Pillars.All.Select(pillar => $"{pillar.Letter()}{scores[pillar]?.ToString(CultureInfo.InvariantCulture) ?? "-"}"))}, {(scores.Total is { } total ? $"{total.ToString(CultureInfo.InvariantCulture)}/10" : Word("unscored"))}";

    private string Shown(string name, Money all, int limit) => name switch
    {
        "deals" => Number(all.Deals),
        "money" => Of(all),
        "limit" => Number(limit),
        _ => Shown(name),
    };

    private string Shown(string name) => name switch
    {
        "date" => Day(scope.Today),
        "since" => Day(scope.Since),
        "quarter" => scope.Quarter.ToString(),
        "week" => Number(ISOWeek.GetWeekOfYear(scope.Today.ToDateTime(default))),
        _ => scope.Team is null ? "" : scope.NameOf(scope.Team) ?? Word("no-name"),
    };
}
