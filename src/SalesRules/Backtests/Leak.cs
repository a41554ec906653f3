using System.Globalization;

namespace SalesRules.Backtests;

/// <summary>Something in an observation that nobody could know then.</summary>
/// <param name="What">The field, or the part of the context.</param>
/// <param name="Sentence">What is wrong with it.</param>
public sealed record Leak(string What, string Sentence)
{
    internal static Leak Later(string what, DateTimeOffset at, DateTimeOffset knownUntil) =>
        new(what, string.Create(CultureInfo.InvariantCulture, $"{what} is of {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC, later than the snapshot, which ends before {knownUntil.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"));

    internal static Leak Early(string what, string why) => new(what, $"{what} tells the outcome early: {why}");

    public override string ToString() => Sentence;
}
