using System.Globalization;

namespace SalesRules.Host.Alerts;

/// <summary>What became of messages whose time had come.</summary>
/// <param name="Failed">Tries that failed and are repeated, or go on by the next channel.</param>
/// <param name="GivenUp">Messages that no channel takes.</param>
internal sealed record PostTally(int Delivered, int Failed, int GivenUp)
{
    public static PostTally None { get; } = new(0, 0, 0);

    public static PostTally operator +(PostTally one, PostTally other) => new(one.Delivered + other.Delivered, one.Failed + other.Failed, one.GivenUp + other.GivenUp);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Delivered:N0} messages delivered, {Failed:N0} tries failed for now, {GivenUp:N0} messages given up");
}
