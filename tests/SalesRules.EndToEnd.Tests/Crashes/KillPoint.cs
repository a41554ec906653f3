using System.Globalization;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>A point at which a process can be killed.</summary>
/// <param name="Number">Its place among its like, the first being 1.</param>
/// <param name="AtReply">
/// Whether it is the reply to a call: the org has carried it out, the process has not heard of it. Otherwise the process itself passes it.
/// </param>
/// <param name="Name">What is going on there.</param>
internal sealed record KillPoint(int Number, bool AtReply, string Name)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtReply ? "reply" : "point")} {Number} ({Name})");
}
