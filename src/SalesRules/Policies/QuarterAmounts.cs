namespace SalesRules.Policies;

/// <summary>Money for each of the four fiscal quarters. Null: not known, which is not nothing.</summary>
public sealed record QuarterAmounts(decimal? First, decimal? Second, decimal? Third, decimal? Fourth)
{
    public static QuarterAmounts Unknown { get; } = new(null, null, null, null);

    /// <summary>Of the whole year; null when a quarter is not known.</summary>
    public decimal? Year => First + Second + Third + Fourth;

    /// <summary>Of one quarter, 1 to 4.</summary>
    public decimal? Of(int quarter) => quarter switch
    {
        1 => First,
        2 => Second,
        3 => Third,
        4 => Fourth,
        _ => throw new ArgumentOutOfRangeException(nameof(quarter), quarter, "a year has four quarters"),
    };

    /// <summary>Both together; a quarter that one does not know is not known.</summary>
    public QuarterAmounts Plus(QuarterAmounts other) => new(First + other.First, Second + other.Second, Third + other.Third, Fourth + other.Fourth);
}
