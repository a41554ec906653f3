namespace SalesRules.Journal.Messages;

/// <summary>How many messages of an org stand where.</summary>
/// <param name="OldestWaiting">When the oldest of those that wait was made; null: none waits.</param>
/// <param name="NextAt">When the next try may be made; null: none waits.</param>
/// <param name="Late">Those that were made more than a day ago and could have gone out since: not what waits for a morning or a Monday.</param>
/// <param name="LastGivenUpAt">When the last one was given up; null: none was.</param>
public sealed record MessageCounts(int Waiting, int Delivered, int GivenUp, int Late, DateTimeOffset? OldestWaiting, DateTimeOffset? NextAt, DateTimeOffset? LastGivenUpAt);
