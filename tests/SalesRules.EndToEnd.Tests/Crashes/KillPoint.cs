using System.Globalization;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>A point at which a process can be killed.</summary>
/// <param name="Number">Its place among its like, the first being 1.</param>
/// <param name="AtReply">
/// Whether it is the reply to a call: the org has carried it out, the process has not heard of it. Otherwise the process itself passes it.
/// </param>
/// <param name="Name">What its process calls it.</param>
/// <param name="Call">The call that goes on there, such as "PATCH /services/data/..."; null: none.</param>
internal sealed record KillPoint(int Number, bool AtReply, string Name, string? Call)
{
    private const string HttpCall = "System.Net.Http.HttpRequestOut";

    /// <summary>Whether the journal or the org is being written there; at all others a death leaves what the one before has left.</summary>
    public bool IsWrite => Call is null ? !Name.EndsWith("journal.read", StringComparison.Ordinal) : Call.StartsWith("PATCH", StringComparison.Ordinal);

    /// <summary>All points of a process: those that it has passed, and the replies to its calls, one after the other.</summary>
    public static IReadOnlyList<KillPoint> Of(IReadOnlyList<string> passed, IReadOnlyList<string> calls)
    {
        var begun = 0;
        return
        [
            .. passed.Select((name, index) => new KillPoint(index + 1, AtReply: false, name, CallAt(name))),
            .. calls.Select((call, index) => new KillPoint(index + 1, AtReply: true, "reply to", call)),
        ];

        string? CallAt(string name)
        {
            if (!name.EndsWith(HttpCall, StringComparison.Ordinal))
                return null;
            if (name.StartsWith("before", StringComparison.Ordinal))
                begun++;
            return calls[begun - 1];
        }
    }

    public override string ToString() =>
        $"{Number.ToString(CultureInfo.InvariantCulture)}. {Name.Replace(HttpCall, "", StringComparison.Ordinal)} {Call}".TrimEnd();
}
