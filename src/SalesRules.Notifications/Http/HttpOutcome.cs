namespace SalesRules.Notifications.Http;

/// <summary>What came of one POST.</summary>
internal abstract record HttpOutcome;

/// <summary>The counterpart answered.</summary>
/// <param name="Body">Its first 16 KB. Never repeated in a reason: it may quote our address or token.</param>
/// <param name="RetryAfter">From the header; null: it has none.</param>
internal sealed record HttpReply(int Status, string Body, TimeSpan? RetryAfter) : HttpOutcome
{
    public bool IsSuccess => Status is >= 200 and < 300;
}

/// <summary>No answer, or not all of it: whether the message arrived is unclear.</summary>
internal sealed record NoReply(string Reason) : HttpOutcome;
