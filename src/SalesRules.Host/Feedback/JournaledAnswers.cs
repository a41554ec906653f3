using SalesRules.Journal;
using SalesRules.Notifications.Feedback;

namespace SalesRules.Host.Feedback;

/// <summary>Answers as the journal keeps them.</summary>
internal sealed class JournaledAnswers(RunJournal journal) : IAnswerBook
{
    public async Task<bool> TryAnswerAsync(FeedbackClaim claim, CancellationToken cancellationToken) =>
        AlertReference.Parse(claim.Alert) is { } alert
        && await journal.TryAnswerAsync(alert.OrgId, alert.Key, claim.Who, claim.Answer == FeedbackAnswer.Useful, cancellationToken);

    public async Task<bool> HasAnsweredAsync(FeedbackClaim claim, CancellationToken cancellationToken) =>
        AlertReference.Parse(claim.Alert) is { } alert && await journal.HasAnsweredAsync(alert.OrgId, alert.Key, claim.Who, cancellationToken);
}
