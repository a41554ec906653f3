namespace SalesRules.Portfolio;

/// <summary>
/// The amounts of some deals added up, with how many deals there are and how many of them have no amount. Amounts of several
/// currencies are never added: their sum is unknown.
/// </summary>
public readonly record struct Money
{
    /// <summary>The deals.</summary>
    public int Deals { get; private init; }

    /// <summary>Those without an amount, which the sum leaves out.</summary>
    public int WithoutAmount { get; private init; }

    /// <summary>The sum of the known amounts: 0 for no deals; null when no deal has an amount or they are in several currencies.</summary>
    public decimal? Amount => IsMixed || (Deals > 0 && WithoutAmount == Deals) ? null : Known;

    /// <summary>Whether the amounts are in several currencies.</summary>
    public bool IsMixed { get; private init; }

    /// <summary>Why <see cref="Amount"/> is null; null when it is not.</summary>
    public string? WhyUnknown => Amount is not null ? null : IsMixed ? "amounts in several currencies" : "no deal has an amount";

    /// <summary>The mean of the known amounts; null when there is none.</summary>
    public decimal? Average => Deals > WithoutAmount ? Amount / (Deals - WithoutAmount) : null;

    /// <summary>The sum of the known amounts whatever is missing: for books that have to balance, not for people.</summary>
    public decimal Known { get; private init; }

    private string? Currency { get; init; }

    /// <summary>With one more deal.</summary>
    /// <param name="amount">Null: it has none.</param>
    /// <param name="currency">Null in an org with one currency.</param>
    public Money Plus(decimal? amount, string? currency = null) =>
        this + new Money { Deals = 1, WithoutAmount = amount is null ? 1 : 0, Known = amount ?? 0, Currency = amount is null ? null : currency };

    public static Money operator +(Money one, Money other) => new()
    {
        Deals = one.Deals + other.Deals,
        WithoutAmount = one.WithoutAmount + other.WithoutAmount,
        Known = one.Known + other.Known,
        Currency = one.Currency ?? other.Currency,
        IsMixed = one.IsMixed || other.IsMixed || (one.Currency is { } own && other.Currency is { } its && own != its),
    };

    /// <summary>Without deals that it holds.</summary>
    public static Money operator -(Money all, Money part) => all with
    {
        Deals = all.Deals - part.Deals,
        WithoutAmount = all.WithoutAmount - part.WithoutAmount,
        Known = all.Known - part.Known,
    };
}
