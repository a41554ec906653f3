namespace SalesRules.Notifications.Feedback;

/// <summary>Takes answers down: one a person and alert, whichever of the two links it came by. Kept by whoever keeps the alerts.</summary>
public interface IAnswerBook
{
    /// <summary>Takes an answer down, in one step that two callers cannot both win. False: this person has answered for this alert before.</summary>
    Task<bool> TryAnswerAsync(FeedbackClaim claim, CancellationToken cancellationToken);
}
