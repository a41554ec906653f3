using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>An opportunity while it is being made up; recipes change it before it is written down.</summary>
internal sealed class Deal
{
    public required string Id { get; init; }
    public required Motion Motion { get; init; }
    public required Customer Customer { get; init; }
    public required Employee Owner { get; set; }
    public required string Name { get; init; }

    /// <summary>The value of Type, which may be null or one that nobody has mapped.</summary>
    public required string? Type { get; set; }

    public required bool IsEnterprise { get; init; }
    public required decimal Amount { get; init; }

    /// <summary>The stages passed so far, the current one last.</summary>
    public required List<StageEntry> Stages { get; init; }

    public required string Category { get; set; }
    public required int Probability { get; set; }
    public required DateOnly CloseDate { get; set; }

    /// <summary>How often the close date has moved to a later month.</summary>
    public int Pushes { get; set; }

    /// <summary>The amount before it was changed once; null when it never was.</summary>
    public decimal? FormerAmount { get; set; }

    /// <summary>The scoring in force; null when the deal was never scored.</summary>
    public Scoring? Scoring { get; set; }

    /// <summary>Scorings before the one in force, oldest first.</summary>
    public IReadOnlyList<Scoring> EarlierScorings { get; set; } = [];

    public PovPlan Pov { get; set; } = new();
    public ForecastHold? Hold { get; set; }
    public Meddpicc Meddpicc { get; set; } = new();

    /// <summary>The day of the last call or meeting.</summary>
    public DateOnly LastActivityOn { get; set; }

    public DateOnly NextStepOn { get; set; }

    /// <summary>The won deal that this one renews.</summary>
    public Deal? RenewalOf { get; init; }

    public string Stage => Stages[^1].Stage;
    public DateOnly CreatedOn => Stages[0].On;
    public bool IsClosed => SampleStages.IsClosed(Stage);
    public bool IsWon => Stage == SampleStages.ClosedWon;

    /// <summary>The day on which the deal closed; null while it is open.</summary>
    public DateOnly? ClosedOn => IsClosed ? Stages[^1].On : null;

    /// <summary>The stage on a day since the deal was made.</summary>
    public string StageOn(DateOnly day) => Stages.Last(entry => entry.On <= day).Stage;

    /// <summary>Replaces the scores in force and leaves the evidence as it is.</summary>
    public void Rescore(Scores scores) => Scoring = Scoring! with { Scores = scores };
}
