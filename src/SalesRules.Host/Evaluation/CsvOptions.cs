using System.Text;

namespace SalesRules.Host.Evaluation;

/// <summary>Which part of a local date comes first.</summary>
internal enum DateOrder
{
    /// <summary>2026-03-31 only; local dates are refused.</summary>
    Iso,

    /// <summary>31.03.2026, as well as ISO.</summary>
    Dmy,

    /// <summary>3/31/2026, as well as ISO.</summary>
    Mdy,
}

/// <summary>What separates the decimals of a number.</summary>
internal enum DecimalMark
{
    /// <summary>1,234.56.</summary>
    Point,

    /// <summary>1.234,56.</summary>
    Comma,
}

/// <summary>How the person who made an input file writes. Nothing of this is guessed from the values.</summary>
internal sealed record CsvOptions
{
    public static CsvOptions Default { get; } = new();

    public DateOrder Dates { get; init; }

    public DecimalMark Decimals { get; init; }

    /// <summary>Null: by the byte order mark, else UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Where a date and time without an offset was written down.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
