using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// A deal as it was known at one time: all that the deciding part of a backtest is handed. What became of the deal is no part of it and
/// is gathered elsewhere, by <see cref="OutcomeBook"/>.
/// </summary>
/// <param name="SeenOn">The business date for which it is decided.</param>
/// <param name="KnownUntil">Nothing that happened at or after this instant can be part of it; see <see cref="LeakCheck"/>.</param>
/// <param name="Context">What was known around it.</param>
/// <param name="IsExported">Whether people put it together, rather than a run that decided of it there and then.</param>
public sealed record Observation(DateOnly SeenOn, DateTimeOffset KnownUntil, Opportunity Opportunity, DealContext Context, bool IsExported = false);
