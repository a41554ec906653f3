namespace SalesRules.Rules;

/// <summary>Some of the rules of a book, by their places: a bit each, and a list for those beyond the bits, which only a policy with many rules of its own has.</summary>
internal readonly struct RuleSet : IEquatable<RuleSet>
{
    private const int Bits = 128;

    private readonly UInt128 bits;
    private readonly int[]? beyond;

    private RuleSet(UInt128 bits, int[]? beyond)
    {
        this.bits = bits;
        this.beyond = beyond;
    }

    public bool IsEmpty => bits == UInt128.Zero && beyond is null;

    public RuleSet With(int place) =>
        place < Bits ? new RuleSet(bits | (UInt128.One << place), beyond)
        : Contains(place) ? this
        : new RuleSet(bits, [.. (beyond ?? []).Append(place).Order()]);

    public bool Contains(int place) => place < Bits ? (bits & (UInt128.One << place)) != UInt128.Zero : beyond is not null && beyond.Contains(place);

    public bool Equals(RuleSet other) => bits == other.bits && (beyond ?? []).AsSpan().SequenceEqual(other.beyond ?? []);

    public override bool Equals(object? obj) => obj is RuleSet other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(bits, beyond is null ? 0 : beyond.Length);
}
