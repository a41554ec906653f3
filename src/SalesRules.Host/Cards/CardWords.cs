using System.Globalization;
using SalesRules.Cards;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Host.Cards;

/// <summary>How a card says times, values and ages.</summary>
internal static class CardWords
{
    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "-";

    public static string Shown(FieldValue value) => value.IsNull ? "(empty)" : value.ToString();

    public static string Changes(IEnumerable<Fix> fixes) => string.Join(", ", fixes.Select(fix => $"{fix.Field} = {Shown(fix.To)}"));

    /// <summary>", last changed …" behind a value; nothing where the value itself is a moment.</summary>
    public static string Age(SeenValue value) => value switch
    {
        { IsMoment: true } => "",
        { ChangedAt: { } at } => $", last changed {Time(at)}",
        { UnchangedSince: { } since } => $", not seen to change since {Time(since)}",
        _ => ", not known when it last changed",
    };
}
