using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Rules;

namespace SalesRules.Alerts;

/// <summary>A word in braces in the text of an alert, and what it stands for.</summary>
/// <param name="IsOfDeal">Whether only alerts about a deal have it.</param>
/// <param name="In">What it stands for, for a reader; never empty.</param>
internal sealed record AlertPlaceholder(string Name, bool IsOfDeal, Func<Alert, string> In)
{
    private static readonly AlertPlaceholder[] Placeholders =
    [
        OfDeal("Name", deal => deal.Name),
        OfDeal("Amount", deal => deal.Amount is { } amount ? amount.ToString("#,##0.##", CultureInfo.InvariantCulture) : "no amount"),
        OfDeal("Stage", deal => deal.Stage ?? "no stage"),
        OfDeal("Category", deal => deal.Category ?? "no category"),
        OfDeal("CloseDate", deal => deal.CloseDate is { } date ? Sentences.Date(date) : "no close date"),
        OfDeal("Motion", deal => deal.Motion),
        OfDeal("Segment", deal => deal.Segment ?? "no segment"),
        new("risk", IsOfDeal: true, alert => alert.Risk == RiskLevel.None ? "no" : alert.Risk.Name()),
        new("reason", IsOfDeal: false, alert => alert.Reasons[0]),
        new("date", IsOfDeal: false, alert => Sentences.Date(alert.On)),
    ];

    /// <summary>Those that the text of such an alert may have.</summary>
    public static IReadOnlyList<AlertPlaceholder> Of(AlertKind kind) => [.. Placeholders.Where(one => kind.IsOfDeal() || !one.IsOfDeal)];

    private static AlertPlaceholder OfDeal(string name, Func<AlertDeal, string> of) => new(name, IsOfDeal: true, alert => alert.Deal is { } deal ? of(deal) : "");
}
