using System.Globalization;
using SalesRules.Host.Feedback;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>Many alerts of one run for one recipient as one message: a row for each, with the same reason, fix and links.</summary>
internal static class AlertDigest
{
    public static Message Of(IReadOnlyList<AlertPage> pages, string recipient, FeedbackLinks feedback, string orgId)
    {
        // The heaviest first: where a channel takes no more, the lightest are left out.
        var ordered = pages.OrderByDescending(page => AlertLevels.Of(page.Alert)).ThenBy(page => page.Alert.Key, StringComparer.Ordinal).ToList();
        return new Message
        {
            Key = LetterKey.OfMany(pages.Select(page => page.Alert.Key), recipient),
            Title = ordered[0].Policy.Word("many", ("count", pages.Count.ToString(CultureInfo.InvariantCulture)), ("first", ordered[0].Text.Title)),
            Summary = ordered[0].Text.Sentence,
            Level = AlertLevels.Of(ordered[0].Alert),
            Sections = [new Section(null, Table(ordered, recipient, feedback, orgId))],
        };
    }

    private static Table Table(List<AlertPage> pages, string recipient, FeedbackLinks feedback, string orgId)
    {
        IEnumerable<string> keys = ["alert", "why", "fix", .. feedback.AreOn ? new[] { "useful-column", "not-useful-column" } : []];
        return new Table([.. keys.Select(key => new Column(pages[0].Policy.Word(key)))], [.. pages.Select(page => Row(page, feedback.Actions(orgId, page.Alert.Key, recipient, page.RaisedAt, page.Policy)))]);
    }

    private static IReadOnlyList<Inline> Row(AlertPage page, IEnumerable<LinkAction> answers) =>
    [
        new Inline(page.Text.Title, page.Record), string.Join(' ', page.Alert.Reasons), page.Alert.SmallestFix ?? "",
        .. answers.Select(answer => new Inline(answer.Label, answer.Link)),
    ];
}
