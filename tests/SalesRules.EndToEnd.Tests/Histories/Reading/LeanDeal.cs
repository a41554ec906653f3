namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>A deal as queries see it: saved now, seen from then on.</summary>
internal sealed class LeanDeal(string id)
{
    private readonly List<Version> versions = [];

    public string Id => id;

    public Version Latest => versions[^1];

    public void Save(DateTimeOffset stamp, DateTimeOffset seenFrom, bool isClosed) => versions.Add(new Version(stamp, seenFrom, isClosed));

    /// <summary>Null: no save of it is seen yet.</summary>
    public Version? Seen(DateTimeOffset now) => versions.FindLast(version => version.SeenFrom <= now);

    /// <summary>One save.</summary>
    internal sealed record Version(DateTimeOffset Stamp, DateTimeOffset SeenFrom, bool IsClosed);
}
