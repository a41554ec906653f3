namespace SalesRules.Host.Alerts;

/// <summary>What became of alerts that were looked at.</summary>
/// <param name="Alerts">How many were routed.</param>
/// <param name="Messages">How many messages tell them.</param>
/// <param name="Unfilled">Why some that should be told are not, and of how many alerts: sentences without customers' values.</param>
internal sealed record DispatchTally(int Alerts, int Messages, IReadOnlyList<string> Unfilled)
{
    public static DispatchTally None { get; } = new(0, 0, []);

    public static DispatchTally operator +(DispatchTally one, DispatchTally other) =>
        new(one.Alerts + other.Alerts, one.Messages + other.Messages, other.Unfilled.Count == 0 ? one.Unfilled : [.. one.Unfilled.Union(other.Unfilled)]);
}
