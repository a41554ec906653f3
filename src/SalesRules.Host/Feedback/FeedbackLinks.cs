using SalesRules.Notifications.Feedback;
using SalesRules.Notifications.Messages;
using SalesRules.Policies;

namespace SalesRules.Host.Feedback;

/// <summary>The two links under an alert, and what they say when somebody follows them. Where the settings have none, nothing.</summary>
internal sealed class FeedbackLinks
{
    private readonly SignedLinks? links;
    private readonly TimeSpan taken;

    private FeedbackLinks(SignedLinks? links, TimeSpan taken) => (this.links, this.taken) = (links, taken);

    public bool AreOn => links is not null;

    public static FeedbackLinks Of(FeedbackSettings? settings, TimeProvider time) => settings is null
        ? new FeedbackLinks(null, TimeSpan.Zero)
        : new FeedbackLinks(new SignedLinks(settings.Page, time, settings.Secrets), TimeSpan.FromDays(settings.Days));

    public IEnumerable<LinkAction> Actions(string orgId, string alertKey, string recipient, DateTimeOffset raisedAt, AlertPolicy policy)
    {
        if (links is null)
            return [];
        var claim = new FeedbackClaim(recipient, new AlertReference(orgId, alertKey).ToString(), FeedbackAnswer.Useful, raisedAt + taken);
        return
        [
            new LinkAction(policy.Word("useful"), links.LinkFor(claim)),
            new LinkAction(policy.Word("not-useful"), links.LinkFor(claim with { Answer = FeedbackAnswer.NotUseful })),
        ];
    }

    /// <summary>What a link says, without using it up.</summary>
    public FeedbackReading Read(string? token) => links?.Read(token) ?? new FeedbackReading.Forged();

    /// <summary>Takes a link's answer down.</summary>
    public Task<FeedbackReading> UseAsync(string? token, IAnswerBook answers, CancellationToken cancellationToken) =>
        links?.UseAsync(token, answers, cancellationToken) ?? Task.FromResult<FeedbackReading>(new FeedbackReading.Forged());
}
