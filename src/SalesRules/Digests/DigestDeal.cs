using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Digests;

/// <summary>
/// A decided deal as digests see it. What it says (reasons, fixes) is put into words when a digest that lists the deal is written: most
/// deals are only counted.
/// </summary>
/// <param name="Movement">What happened to it since the last review; null: nothing, or its history is not known.</param>
public sealed record DigestDeal(Deal Deal, Decision Decision, DealMovement? Movement = null)
{
    public Opportunity Record => Deal.Opportunity;

    public SalesforceId Id => Record.Id;

    /// <summary>Whether record or stage say that it is open; a deal of which nobody says so is in no list.</summary>
    public bool IsOpen { get; } = PortfolioDeal.StatusOf(Deal.Opportunity, Deal.Policy.Stages) == DealStatus.Open;

    /// <summary>The scores that count: inherited ones are unscored.</summary>
    public MiqlScores Scores => Deal.Scores;

    /// <summary>Whether pillars lack a score, as far as the organisation has their fields: where it has not, nobody can say.</summary>
    public bool IsUnscored => !Scores.IsComplete && AreScoresKnown(Deal.Policy);

    /// <summary>"No score, no review": a category by Best Case on an open deal whose pillars are not all scored.</summary>
    public bool IsNotReviewable => IsInReview && IsUnscored;

    /// <summary>Whether it stands in a category that reviews look at.</summary>
    public bool IsInReview => IsOpen && Deal.Category is ForecastCategory.BestCase or ForecastCategory.MostLikely or ForecastCategory.Commit;

    /// <summary>The points of the lowest pillar; -1 while one is unscored: that opens the review.</summary>
    public int LowestPoints => Scores.IsComplete ? Pillars.All.Min(pillar => Scores[pillar]!.Value) : -1;

    /// <summary>The MEDDPICC letters that are not filled, in the policy's order; null: the organisation has the fields of none.</summary>
    public IReadOnlyList<string>? MissingLetters
    {
        get
        {
            var known = Deal.Policy.Meddpicc.Letters.Select(letter => (letter.Name, IsDone: letter.IsDone(Record, Deal.Policy.Fields))).Where(letter => letter.IsDone is not null).ToList();
            return known.Count == 0 ? null : [.. known.Where(letter => letter.IsDone == false).Select(letter => letter.Name)];
        }
    }

    /// <summary>The heaviest findings, those that make the risk first; infos are left to the deal's card.</summary>
    public IReadOnlyList<Finding> Reasons(int most) =>
    [
        .. Decision.Findings.Where(finding => finding.Severity > Severity.Info)
            .OrderByDescending(finding => finding.Severity).ThenByDescending(finding => Decision.Risk.Rules.Contains(finding.Rule)).Take(most),
    ];

    /// <summary>The smallest change that clears the heaviest finding which has one; empty: no rule can compute any.</summary>
    public IReadOnlyList<Fix> SmallestFix => Decision.Findings.Where(finding => finding.Severity > Severity.Info).Select(finding => finding.Fix).FirstOrDefault(fix => fix.Count > 0) ?? [];

    /// <summary>Whether the organisation has, and shows us, the fields of all five pillars.</summary>
    public static bool AreScoresKnown(Policy policy) => Pillars.ScoreFields.All(policy.Fields.Has);

    public bool Has(string rule) => Decision.Findings.Any(finding => finding.Rule == rule);

    public bool HasAny(params IReadOnlyList<string> rules) => Decision.Findings.Any(finding => rules.Contains(finding.Rule));

    public bool Moved(MovementKind kind) => Movement?.Moves.Any(move => move.Kind == kind) == true;

    /// <summary>Whether it closes later than it did at the last review; a close date that went and came back slips nothing.</summary>
    public bool IsPushed => Moved(MovementKind.Pushed)
        && Movement!.Moves.First(move => move.Kind is MovementKind.Pushed or MovementKind.PulledIn).From is var before
        && string.CompareOrdinal(before, FieldValue.Of(Record.CloseDate).AsText) < 0;

    /// <summary>The sum with this deal.</summary>
    internal Money AddedTo(Money money) => money.Plus(Record.Amount, Record.CurrencyIsoCode);
}
