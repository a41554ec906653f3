using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests;

/// <summary>
/// A deal for a test, built up in words: <c>ADeal.InStage("POV").Scored(2, 1, 2, 2, 1).Forecast("Commit")</c>. It starts as one that
/// no rule minds: see <see cref="SoundDeal"/>.
/// </summary>
public sealed record ADeal(Opportunity Opportunity, DealContext Context, Policy Policy)
{
    /// <summary>A Monday in the first quarter.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly SalesforceId Id = SalesforceId.Parse("006xx000003GYkJAAW");
    public static readonly SalesforceId Owner = SalesforceId.Parse("005xx000001Sv6A");
    public static readonly SalesforceId Manager = SalesforceId.Parse("005xx000001Sv6B");
    public static readonly SalesforceId Director = SalesforceId.Parse("005xx000001Sv6C");
    public static readonly SalesforceId Stranger = SalesforceId.Parse("005xx000001Sv6D");

    public static ADeal InStage(string? stage) => new(
        SoundDeal.InStage(stage),
        new DealContext { Today = Today, FieldHistory = new FieldHistory(Noon(Today.AddDays(-30)), new Dictionary<string, DateTimeOffset>()), Contacts = SoundDeal.Contacts, Siblings = [], Aging = StageAging.None, RepeatedTexts = new HashSet<string>() },
        TestPolicy.Default);

    /// <summary>An open renewal in discovery, fully scored, that closes in this quarter.</summary>
    public static ADeal Renewal => InStage("Discovery").OfType("Renewal").Scored(2, 2, 2, 2, 2);

    /// <summary>The deal's Type: "Renewal", "New Business", "Existing Business".</summary>
    public ADeal OfType(string? type) => With(deal => deal with { Type = type });

    public ADeal Scored(int? outcome, int? maps, int? insight, int? quantify, int? leadership) => With(deal => deal with
    {
        Outcome = Score(outcome),
        Maps = Score(maps),
        Insight = Score(insight),
        Quantify = Score(quantify),
        Leadership = Score(leadership),
    });

    public ADeal Scored(IReadOnlyList<int?> scores) => Scored(scores[0], scores[1], scores[2], scores[3], scores[4]);

    /// <summary>Forecasts the deal in that category, at a probability that fits it.</summary>
    public ADeal Forecast(string? category) => With(deal => deal with
    {
        ForecastCategoryName = category,
        Probability = category switch { "Closed" => 100, "Commit" => 90, "Most Likely" or "Best Case" => 70, "Pipeline" => 50, "Omitted" => 0, _ => null },
    });

    public ADeal With(Func<Opportunity, Opportunity> change) => this with { Opportunity = change(Opportunity) };

    public ADeal Knowing(Func<DealContext, DealContext> change) => this with { Context = change(Context) };

    public ADeal On(DateOnly today) => Knowing(context => context with { Today = today });

    /// <summary>The deal entered these stages, one a month, the last one a month before today.</summary>
    public ADeal WentThrough(params string[] stages)
    {
        IReadOnlyList<StageEntry> history =
            [.. stages.Select((stage, index) => new StageEntry(stage, Noon(Today.AddMonths(index - stages.Length)), Owner))];
        return Knowing(context => context with { StageHistory = history });
    }

    /// <summary>The journal has watched the deal since that day, and these fields of the catalogue last changed then.</summary>
    public ADeal Watched(DateOnly since, params (string Field, DateOnly On)[] changes) => Knowing(context => context with
    {
        FieldHistory = new FieldHistory(Noon(since), changes.ToDictionary(change => change.Field, change => Noon(change.On))),
    });

    public ADeal Under(Func<Policy, Policy> change) => this with { Policy = change(Policy) };

    public Deal Build() => new(Opportunity, Context, Policy);

    /// <summary>What one rule says of the deal, as the rule book asks it: not at all of a deal beyond its reach.</summary>
    public RuleOutcome Ask<TRule>()
        where TRule : IRule, new() => Ask(new TRule());

    /// <inheritdoc cref="Ask{TRule}"/>
    public RuleOutcome Ask(IRule rule)
    {
        var deal = Build();
        var kind = new DealKind(deal.Stage, deal.Motion, deal.IsOpen);
        if (rule.Reach.IsUnknownFor(kind))
            return RuleOutcome.NotRun;
        return rule.Reach.Covers(kind, Policy) ? rule.Apply(deal) : RuleOutcome.Clear;
    }

    /// <summary>The finding that one rule has to make.</summary>
    public Finding Finding<TRule>()
        where TRule : IRule, new()
    {
        var finding = Ask<TRule>().Finding;
        Assert.That(finding, Is.Not.Null, $"{typeof(TRule).Name} found nothing");
        return finding!;
    }

    /// <summary>What the whole rule book decides.</summary>
    public Decision Decide() => new RuleBook(Policy).Decide(Opportunity, Context);

    /// <summary>The decision as the line that <c>evaluate</c> prints.</summary>
    public string DecideToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            DecisionJson.Write(writer, Decide());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The record as it stands once the decision's changes are written and its approval, if it makes one.</summary>
    public ADeal Corrected(Decision decision)
    {
        var corrected = Opportunity;
        foreach (var change in decision.Changes)
        {
            corrected = change.Field switch
            {
                "ForecastCategoryName" => corrected with { ForecastCategoryName = change.To.AsText },
                "StageName" => corrected with { StageName = change.To.AsText },
                "Probability" => corrected with { Probability = change.To.AsNumber },
                _ => throw new AssertionException($"{change.Rule} changes {change.Field}, which the service may not correct"),
            };
        }

        return With(_ => decision.Pov?.IsGranted == true ? corrected with { PovApprovedOn = Noon(Context.Today) } : corrected);
    }

    public static DateTimeOffset Noon(DateOnly day) => new(day, new TimeOnly(12, 0), TimeSpan.Zero);

    private static PillarScore Score(int? points) => points is { } number ? PillarScore.From(number) : PillarScore.Unscored;
}
