using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>A deal as the figures see it: the record, what the policy makes of it, and its history up to the end of today.</summary>
public sealed class PortfolioDeal
{
    public PortfolioDeal(Opportunity record, PortfolioScope scope)
    {
        Record = record;
        Stage = scope.Policy.Stages.Find(record.StageName);
        Segment = scope.Policy.Segments.Of(record.Segment);
        Status = StatusOf(record.IsClosed, record.IsWon, Stage);
        CreatedOn = record.CreatedDate?.DayIn(scope.Policy.TimeZone);
        States = PortfolioHistory.StatesOf(record, scope);
        Entries = PortfolioHistory.EntriesOf(record, States, scope);
    }

    public Opportunity Record { get; }

    /// <summary>Null for a stage that the policy does not map.</summary>
    public Stage? Stage { get; }

    /// <summary>As the policy maps it; null: unknown.</summary>
    public string? Segment { get; }

    public DealStatus Status { get; }

    public bool IsOpen => Status == DealStatus.Open;

    public bool IsWon => Status == DealStatus.Won;

    public DateOnly? CreatedOn { get; }

    /// <summary>What happened to it up to the end of today, oldest first; null when its history is not known or tells of stages alone.</summary>
    public IReadOnlyList<DealState>? States { get; }

    /// <summary>The stages that it entered, oldest first; null when its history is not known.</summary>
    public IReadOnlyList<StageEntry>? Entries { get; }

    /// <summary>Open or closed by a stage's name alone, as history has it; a stage that is not mapped counts as open.</summary>
    public static DealStatus StatusIn(string stageName, StageMap stages) => stages.Find(stageName)?.Type switch
    {
        StageType.ClosedWon => DealStatus.Won,
        StageType.ClosedLost => DealStatus.Lost,
        _ => DealStatus.Open,
    };

    /// <summary>The days since it entered its present stage; null when its history is not known.</summary>
    public int? DaysInStage(PortfolioScope scope) =>
        Entries is [.., var last] ? scope.Today.DayNumber - last.EnteredAt.DayIn(scope.Policy.TimeZone).DayNumber : null;

    /// <summary>The sum with this deal.</summary>
    public Money AddedTo(Money money) => money.Plus(Record.Amount, Record.CurrencyIsoCode);

    /// <inheritdoc cref="Status"/>
    public static DealStatus StatusOf(Opportunity record, StageMap stages) => StatusOf(record.IsClosed, record.IsWon, stages.Find(record.StageName));

    /// <summary>What the record says goes first; where it does not say, the stage does.</summary>
    private static DealStatus StatusOf(bool? isClosed, bool? isWon, Stage? stage) => (isClosed ?? stage?.IsClosed, isWon ?? StageSays(stage)) switch
    {
        (false, _) => DealStatus.Open,
        (true, true) => DealStatus.Won,
        (true, false) => DealStatus.Lost,
        _ => DealStatus.Unknown,
    };

    private static bool? StageSays(Stage? stage) => stage?.Type switch
    {
        StageType.ClosedWon => true,
        StageType.ClosedLost => false,
        _ => null,
    };
}
