using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>How a deal came to stand where it stands: its states in order, each with the moment it began.</summary>
internal sealed class DealHistory
{
    private static readonly Dictionary<string, StageDefinition> StageDefaults = StageLists.Policy.ToDictionary(stage => stage.Name);

    private DealHistory(IReadOnlyList<(DateTimeOffset At, ForecastState State)> states) => States = states;

    public IReadOnlyList<(DateTimeOffset At, ForecastState State)> States { get; }

    public DateTimeOffset CreatedAt => States[0].At;
    public DateTimeOffset LastChangeAt => States[^1].At;
    public ForecastState Current => States[^1].State;

    /// <summary>When the stage changed last; the moment of creation when it never did.</summary>
    public DateTimeOffset StageChangedAt => States.First(entry => entry.State.Stage == Current.Stage).At;

    public static DealHistory Of(Deal deal, SampleCalendar calendar, Chance chance)
    {
        var changes = Changes(deal, calendar, chance).OrderBy(change => change.On).ToArray();
        // Moments in order, so that two changes on one day keep theirs.
        var moments = changes.Select(change => calendar.Moment(change.On, chance)).Order().ToArray();
        var state = Opening(deal);
        var states = new List<(DateTimeOffset, ForecastState)>(changes.Length);
        for (var index = 0; index < changes.Length; index++)
        {
            state = changes[index].Apply(state);
            states.Add((moments[index], state));
        }
        return new DealHistory(states);
    }

    private static ForecastState Opening(Deal deal) => new(
        deal.Stages[0].Stage, deal.FormerAmount ?? deal.Amount, 0, deal.CloseDate.AddMonths(-deal.Pushes), Categories.Pipeline);

    private static IEnumerable<(DateOnly On, Func<ForecastState, ForecastState> Apply)> Changes(Deal deal, SampleCalendar calendar, Chance chance)
    {
        foreach (var entry in deal.Stages)
            yield return (entry.On, state => Entered(deal, entry, state));

        var days = (deal.ClosedOn ?? calendar.Today).DayNumber - 1 - deal.CreatedOn.DayNumber;
        for (var push = 1; push <= deal.Pushes; push++)
        {
            var closeDate = deal.CloseDate.AddMonths(push - deal.Pushes);
            yield return (deal.CreatedOn.AddDays(days * push / (deal.Pushes + 1)), state => state with { CloseDate = closeDate });
        }
        if (deal.FormerAmount is not null)
            yield return (deal.CreatedOn.AddDays(chance.Between(0, Math.Max(days, 0))), state => state with { Amount = deal.Amount });
    }

    /// <summary>Passing a stage takes its defaults; in the current one the deal has its own category and probability.</summary>
    private static ForecastState Entered(Deal deal, StageEntry entry, ForecastState state)
    {
        if (entry == deal.Stages[^1])
            return state with { Stage = entry.Stage, Category = deal.Category, Probability = deal.Probability };
        var defaults = StageDefaults[entry.Stage];
        return state with { Stage = entry.Stage, Category = defaults.ForecastCategoryName, Probability = defaults.DefaultProbability };
    }
}
