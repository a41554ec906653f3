using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Digests;

namespace SalesRules.Policies;

/// <summary>Who hears of what, and in which words (catalogue section 14).</summary>
public sealed record AlertPolicy
{
    /// <summary>Who hears of what. An alert goes to everybody whom one of them names, once.</summary>
    public IReadOnlyList<AlertRoute> Routes { get; init; } =
    [
        new([AlertKind.RiskEntered, AlertKind.RiskRose, AlertKind.SponsorSilent], [AlertRoute.Owner, AlertRoute.Manager]),
        new([AlertKind.RiskEntered, AlertKind.RiskRose], ["vp-sales"]) { Risk = [RiskLevel.High], AmountFrom = 100_000 },
        new([AlertKind.RiskEntered, AlertKind.RiskRose, AlertKind.SponsorSilent, AlertKind.DealClosed], ["cs-lead"]) { Motions = [Motion.Renewal] },
        new([AlertKind.PovDeferred, AlertKind.PovCleared, AlertKind.PovEnding], [AlertRoute.Owner, "se-director"]),
        new([AlertKind.DealClosed], [AlertRoute.Manager, "vp-sales"]),
        new([AlertKind.PipelineChanged, AlertKind.Baseline], ["vp-sales"]),
        new([AlertKind.BudgetTripped, AlertKind.CanaryFailed, AlertKind.CertificateRed, AlertKind.SchemaDrift, AlertKind.RunMissing, AlertKind.Baseline], ["sales-ops"]),
    ];

    /// <summary>So many alerts of one run for one recipient go out one by one; more are one message.</summary>
    public int MostAtOnce { get; init; } = 5;

    public PipelineChangeLimits PipelineChange { get; init; } = new(10, null);

    /// <summary>The organisation's own words, by kind; kinds without any have <see cref="AlertTexts"/>' own.</summary>
    public IReadOnlyDictionary<AlertKind, AlertTemplates> Texts { get; init; } = new Dictionary<AlertKind, AlertTemplates>();

    /// <summary>The small words of every alert, by their keys.</summary>
    public IReadOnlyDictionary<string, DigestTemplate> Words { get; init; } = AlertWording.Words;

    /// <summary>A small word with what it shows.</summary>
    public string Word(string key, params IReadOnlyList<(string Name, string Value)> values) =>
        Words[key].With(name => values.First(value => value.Name == name).Value);
}

/// <summary>From which change of the open pipeline within a week people are told; either is enough, and null is no limit.</summary>
/// <param name="Percent">Of what it was a week ago.</param>
/// <param name="Amount">In the currency of Amount.</param>
public sealed record PipelineChangeLimits(decimal? Percent, decimal? Amount);
