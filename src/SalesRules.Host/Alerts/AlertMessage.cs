using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Host.Feedback;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>One alert as a message: what happened, why, the smallest fix, the record, and whether it was useful.</summary>
internal static class AlertMessage
{
    public static Message Of(AlertPage page, string recipient, FeedbackLinks feedback, string orgId) => new()
    {
        Key = LetterKey.Of(page.Alert.Key, recipient),
        Title = page.Text.Title,
        Summary = page.Text.Sentence,
        Level = AlertLevels.Of(page.Alert),
        Sections = [.. Sections(page)],
        Actions = [.. Record(page), .. feedback.Actions(orgId, page.Alert.Key, recipient, page.RaisedAt)],
    };

    private static IEnumerable<Section> Sections(AlertPage page)
    {
        yield return new Section(null, new Paragraph(page.Text.Sentence));
        yield return new Section("Why", new BulletList([.. page.Alert.Reasons.Select(reason => new Inline(reason))]));
        if (page.Alert.SmallestFix is { } fix)
            yield return new Section("Smallest fix", new Paragraph(fix));
        if (page.Alert.Deal is { } deal)
            yield return new Section("Deal", new Facts([.. Facts(deal, page.Record)]));
    }

    private static IEnumerable<Fact> Facts(AlertDeal deal, Uri? record)
    {
        yield return new Fact("Opportunity", new Inline(deal.Name, record));
        if (deal.Amount is { } amount)
            yield return new Fact("Amount", amount.ToString("#,##0.##", CultureInfo.InvariantCulture));
        if (deal.Stage is { } stage)
            yield return new Fact("Stage", stage);
        if (deal.Category is { } category)
            yield return new Fact("Forecast category", category);
        if (deal.CloseDate is { } date)
            yield return new Fact("Close date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<LinkAction> Record(AlertPage page) => page.Record is { } record ? [new LinkAction("Open in Salesforce", record) { IsPrimary = true }] : [];
}
