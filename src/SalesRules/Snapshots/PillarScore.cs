using System.Globalization;

namespace SalesRules.Snapshots;

/// <summary>
/// What stands in a pillar's field: 2, 1, 0, nothing (unscored, never 0), or something else (invalid: counts as unscored,
/// nothing is rounded or clamped; catalogue section 1).
/// </summary>
public readonly record struct PillarScore
{
    private enum State : byte
    {
        Unscored,
        Scored,
        Invalid,
    }

    private static readonly PillarScore Zero = new(State.Scored, 0, FieldValue.Of(0m));
    private static readonly PillarScore One = new(State.Scored, 1, FieldValue.Of(1m));
    private static readonly PillarScore Two = new(State.Scored, 2, FieldValue.Of(2m));

    private readonly State state;
    private readonly byte points;

    private PillarScore(State state, int points, FieldValue raw)
    {
        this.state = state;
        this.points = (byte)points;
        Raw = raw;
    }

    /// <summary>Null in the field.</summary>
    public static PillarScore Unscored => default;

    /// <summary>The value as it stands in the field, for evidence; null when unscored.</summary>
    public FieldValue Raw { get; }

    /// <summary>0, 1 or 2; null when unscored or invalid.</summary>
    public int? Points => state == State.Scored ? points : null;

    public bool IsInvalid => state == State.Invalid;

    /// <summary>A score from a number: 2, 1 and 0 (2.0 is 2); anything else is invalid.</summary>
    public static PillarScore From(decimal number) => number switch
    {
        0m => Zero,
        1m => One,
        2m => Two,
        _ => Invalid(FieldValue.Of(number)),
    };

    /// <summary>A score from a text cell: empty is unscored, a number as <see cref="From(decimal)"/>, other text is invalid.</summary>
    public static PillarScore FromText(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return Unscored;
        return decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? From(number)
            : Invalid(FieldValue.Of(text));
    }

    /// <summary>A value that is no score, kept as it is.</summary>
    public static PillarScore Invalid(FieldValue raw) => new(State.Invalid, 0, raw);
}
