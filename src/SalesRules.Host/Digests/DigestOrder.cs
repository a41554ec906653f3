using SalesRules.Digests;
using SalesRules.Host.Digests.Forms;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests;

/// <summary>What a person, or a schedule, asked for.</summary>
/// <param name="Since">The day of the last review; null: the usual one.</param>
/// <param name="Fortnight">Only in the week of this day and every other one from it; null: in every week.</param>
internal sealed record DigestOrder(DigestKind Kind, DateOnly? Since, SalesforceId? Team, DateOnly? Fortnight, bool Send, DigestForm? Form, string? Out)
{
    private const int DealReviewDays = 14;

    /// <summary>Whether it is printed or written to a file.</summary>
    public bool PrintsElsewhere => Form is not null || Out is not null;

    public DigestRequest On(DateOnly today) => new(Kind, today, Since ?? UsualReview(today), Team);

    /// <summary>Deal reviews are bi-weekly, the others weekly (P).</summary>
    private DateOnly UsualReview(DateOnly today) => Kind == DigestKind.Deals ? today.AddDays(-DealReviewDays) : PortfolioScope.UsualReview(today);
}
