namespace SalesRules.Notifications.Feedback;

/// <summary>Remembers which links were used: one answer a person and alert. Kept by whoever keeps the alerts.</summary>
public interface IUsedLinks
{
    /// <summary>
    /// Marks an id as used, in one step that two callers cannot both win. False: it was used before. It may be forgotten after the expiry,
    /// when the link itself is refused.
    /// </summary>
    Task<bool> TryUseAsync(string id, DateTimeOffset expires, CancellationToken cancellationToken);
}
