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
        Actions = [.. Record(page), .. feedback.Actions(orgId, page.Alert.Key, recipient, page.RaisedAt, page.Policy)],
    };

    private static IEnumerable<Section> Sections(AlertPage page)
    {
        yield return new Section(null, new Paragraph(page.Text.Sentence));
        yield return new Section(page.Policy.Word("why"), new BulletList([.. page.Alert.Reasons.Select(reason => new Inline(reason))]));
        if (page.Alert.SmallestFix is { } fix)
            yield return new Section(page.Policy.Word("fix"), new Paragraph(fix));
        if (page.Alert.Deal is { } deal)
            yield return new Section(page.Policy.Word("deal"), new Facts([.. Facts(deal, page)]));
    }

    private static IEnumerable<Fact> Facts(AlertDeal deal, AlertPage page)
    {
        yield return new Fact(page.Policy.Word("opportunity"), new Inline(deal.Name, page.Record));
        if (deal.Amount is { } amount)
            yield return new Fact(page.Policy.Word("amount"), amount.ToString("#,##0.##", CultureInfo.InvariantCulture));
        if (deal.Stage is { } stage)
            yield return new Fact(page.Policy.Word("stage"), stage);
        if (deal.Category is { } category)
            yield return new Fact(page.Policy.Word("forecast"), category);
        if (deal.CloseDate is { } date)
            yield return new Fact(page.Policy.Word("closes"), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static IEnumerable<LinkAction> Record(AlertPage page) => page.Record is { } record ? [new LinkAction(page.Policy.Word("open-record"), record) { IsPrimary = true }] : [];
}
