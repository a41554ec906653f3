using SalesRules.Notifications.Channels;

namespace SalesRules.Notifications.Deliveries;

/// <summary>A try to deliver that was made: through which channel, when it ended and how.</summary>
public sealed record Attempt(string Channel, DateTimeOffset At, Verdict Verdict);
