using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Host.Portfolio;

/// <summary>What a number is of, which says how a person sees it.</summary>
internal enum Unit
{
    Text,
    Count,
    Money,

    /// <summary>0 to 1; people see per cent.</summary>
    Share,
    Days,

    /// <summary>How many times: 1.69x.</summary>
    Times,
}

/// <summary>One value of a figure. Unknown is a value of its own, and so is what does not apply.</summary>
internal readonly record struct Cell
{
    /// <summary>Beyond these digits a quotient says nothing.</summary>
    private const int Digits = 6;

    private Cell(Unit unit, decimal? number, string? text, bool isUnknown)
    {
        Unit = unit;
        Number = number is { } known ? FieldValue.Normalised(decimal.Round(known, Digits)) : null;
        Text = text;
        IsUnknown = isUnknown;
    }

    public Unit Unit { get; }

    /// <summary>Null for texts, for what is unknown and for what does not apply.</summary>
    public decimal? Number { get; }

    public string? Text { get; }

    public bool IsUnknown { get; }

    /// <summary>Does not apply: there is nothing to know.</summary>
    public static Cell None => default;

    public static Cell Of(string? text) => new(Unit.Text, null, text, false);

    public static Cell Count(int? number) => Of(Unit.Count, number);

    public static Cell Money(decimal? number) => Of(Unit.Money, number);

    public static Cell Share(decimal? number) => Of(Unit.Share, number);

    public static Cell Days(decimal? number) => Of(Unit.Days, number);

    public static Cell Times(decimal? number) => Of(Unit.Times, number);

    /// <summary>Per cent of the policy as a share; null does not apply.</summary>
    public static Cell Percent(decimal? number) => number is { } percent ? Share(percent / 100) : None;

    /// <summary>A number that may not apply, rather than be unknown.</summary>
    public Cell OrNone => IsUnknown ? None : this;

    /// <summary>For a table.</summary>
    public override string ToString() => (IsUnknown, Number, Unit) switch
    {
        (true, _, _) => "unknown",
        (_, null, _) => Text ?? "-",
        (_, { } number, Unit.Share) => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.0} %"),
        (_, { } number, Unit.Days) => string.Create(CultureInfo.InvariantCulture, $"{number:0.#}"),
        (_, { } number, Unit.Times) => string.Create(CultureInfo.InvariantCulture, $"{number:0.00}x"),
        (_, { } number, _) => string.Create(CultureInfo.InvariantCulture, $"{number:N0}"),
    };

    private static Cell Of(Unit unit, decimal? number) => new(unit, number, null, number is null);
}
