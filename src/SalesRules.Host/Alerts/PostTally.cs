using System.Globalization;

namespace SalesRules.Host.Alerts;

/// <summary>What became of messages whose time had come.</summary>
/// <param name="Failed">Tries that failed and are repeated, or go on by the next channel. The last one of a message that is given up is not counted here as well.</param>
/// <param name="GivenUp">Messages that no channel takes.</param>
internal sealed record PostTally(int Delivered, int Failed, int GivenUp)
{
    public static PostTally None { get; } = new(0, 0, 0);

    public static PostTally operator +(PostTally one, PostTally other) => new(one.Delivered + other.Delivered, one.Failed + other.Failed, one.GivenUp + other.GivenUp);

    /// <summary>"2 messages delivered, 1 try failed for now, 0 messages given up".</summary>
    public override string ToString() => $"{Counted(Delivered, "message", "messages")} delivered, {Counted(Failed, "try", "tries")} failed for now, {Counted(GivenUp, "message", "messages")} given up";

    public static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
