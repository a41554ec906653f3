using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// What became of each deal, from where it stood whenever it was seen. Knows no rule and no decision. Sightings come in any order; of two
/// of one day the later given counts.
/// </summary>
public sealed class OutcomeBook(FiscalCalendar fiscal)
{
    private readonly Dictionary<SalesforceId, Seen> seen = [];

    /// <summary>The last day of which anything is known; null: nothing is.</summary>
    public DateOnly? LastDay { get; private set; }

    public IReadOnlyCollection<SalesforceId> Deals => seen.Keys;

    /// <summary>Days on which the data was complete although nothing new was seen: a deal that was open is known to have been open then.</summary>
    public void KnownUntil(DateOnly day) => LastDay = LastDay > day ? LastDay : day;

    public void Add(Sighting sighting)
    {
        KnownUntil(sighting.SeenOn);
        if (!seen.TryGetValue(sighting.Deal, out var deal))
            seen[sighting.Deal] = deal = new Seen();
        deal.Add(sighting);
    }

    /// <summary>Null: the deal was never seen open, so that nobody could have been warned of it.</summary>
    public DealOutcome? Of(SalesforceId deal) => seen.TryGetValue(deal, out var all) ? all.Outcome(fiscal, LastDay!.Value) : null;

    private sealed class Seen
    {
        private readonly List<DateOnly> closed = [];
        private Sighting? firstOpen;
        private Sighting? lastOpen;
        private Sighting? last;

        public void Add(Sighting sighting)
        {
            last = Later(last, sighting);
            if (sighting.Status == DealStatus.Open)
            {
                firstOpen = firstOpen is null || sighting.SeenOn < firstOpen.SeenOn ? sighting : firstOpen;
                lastOpen = Later(lastOpen, sighting);
            }
            else if (sighting.Status is DealStatus.Won or DealStatus.Lost)
            {
                closed.Add(sighting.SeenOn);
            }
        }

        public DealOutcome? Outcome(FiscalCalendar fiscal, DateOnly lastDay)
        {
            if (firstOpen is null)
                return null;
            DateOnly? due = firstOpen.CloseDate is { } planned ? fiscal.QuarterEnd(planned > firstOpen.SeenOn ? planned : firstOpen.SeenOn) : null;
            return last!.Status switch
            {
                DealStatus.Lost => new DealOutcome(last.Name, OutcomeKind.Lost, firstOpen.SeenOn, due, Earlier(due, ClosedOn)),
                DealStatus.Won when WonOn > due => new DealOutcome(last.Name, OutcomeKind.Slipped, firstOpen.SeenOn, due, due.Value),
                DealStatus.Won => new DealOutcome(last.Name, OutcomeKind.Won, firstOpen.SeenOn, due, WonOn),
                _ when lastDay > due => new DealOutcome(last.Name, OutcomeKind.Slipped, firstOpen.SeenOn, due, due.Value),
                _ => new DealOutcome(last.Name, OutcomeKind.Open, firstOpen.SeenOn, due, lastDay),
            };
        }

        /// <summary>The first day on which it was seen closed for good.</summary>
        private DateOnly ClosedOn => closed.Where(day => day >= lastOpen!.SeenOn).DefaultIfEmpty(last!.SeenOn).Min();

        /// <summary>Salesforce sets the close date of a deal that is won: it tells the day between two snapshots.</summary>
        private DateOnly WonOn => last!.CloseDate is { } day && day < ClosedOn && day >= lastOpen!.SeenOn ? day : ClosedOn;

        private static Sighting Later(Sighting? known, Sighting sighting) => known is null || sighting.SeenOn >= known.SeenOn ? sighting : known;

        private static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
    }
}
