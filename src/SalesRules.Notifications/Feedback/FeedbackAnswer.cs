namespace SalesRules.Notifications.Feedback;

/// <summary>What somebody thinks of an alert.</summary>
public enum FeedbackAnswer
{
    Useful,
    NotUseful,
}

/// <summary>What a link says when it is followed.</summary>
/// <param name="Who">Whom the alert was sent to. A forwarded link still says this: it is who was asked, not who clicked.</param>
/// <param name="Alert">The alert's id.</param>
/// <param name="Expires">In UTC, whole seconds.</param>
public sealed record FeedbackClaim(string Who, string Alert, FeedbackAnswer Answer, DateTimeOffset Expires);
