namespace SalesRules.Notifications.Feedback;

/// <summary>What became of a link that was followed.</summary>
public abstract record FeedbackReading
{
    private FeedbackReading()
    {
    }

    /// <summary>Ours, in time, and not used before (as far as it was asked).</summary>
    public sealed record Valid(FeedbackClaim Claim) : FeedbackReading;

    /// <summary>Ours, but too late.</summary>
    public sealed record Expired(FeedbackClaim Claim) : FeedbackReading;

    /// <summary>Ours, but this person has answered for this alert already.</summary>
    public sealed record Used(FeedbackClaim Claim) : FeedbackReading;

    /// <summary>Not ours, or changed.</summary>
    public sealed record Forged : FeedbackReading;
}
