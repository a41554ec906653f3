namespace SalesRules.Portfolio;

/// <summary>A share of some deals, with its counts.</summary>
/// <param name="Hits">Those that did.</param>
/// <param name="Of">All of them.</param>
public readonly record struct Rate(int Hits, int Of)
{
    /// <summary>0 to 1; null of none, which is not 0.</summary>
    public decimal? Share => Of == 0 ? null : (decimal)Hits / Of;

    /// <summary>Where the true share lies with 95 % confidence; null of none.</summary>
    public WilsonInterval? Interval => Of == 0 ? null : WilsonInterval.Of(Hits, Of);

    /// <summary>With one more deal.</summary>
    public Rate Plus(bool hit) => new(Hits + (hit ? 1 : 0), Of + 1);
}
