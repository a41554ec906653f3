namespace SalesRules.Portfolio;

/// <summary>
/// The 95 % score interval of Wilson (1927) for a share: unlike the usual plus-or-minus it stays within 0 and 1 and is honest
/// about few deals.
/// </summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
public readonly record struct WilsonInterval(decimal Low, decimal High)
{
    /// <summary>The normal quantile that leaves 2.5 % on each side.</summary>
    private const decimal Z = 1.959963984540054m;

    /// <param name="hits">0 to <paramref name="of"/>.</param>
    /// <param name="of">At least 1.</param>
    public static WilsonInterval Of(int hits, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        decimal n = of;
        var share = hits / n;
        var zSquared = Z * Z;
        var scale = 1 + (zSquared / n);
        var centre = (share + (zSquared / (2 * n))) / scale;
        var half = Z * SquareRoot((share * (1 - share) / n) + (zSquared / (4 * n * n))) / scale;

        // At the ends the interval touches 0 or 1 exactly; the square root may miss that in its last digit.
        return new WilsonInterval(hits == 0 ? 0 : centre - half, hits == of ? 1 : centre + half);
    }

    public bool Contains(decimal share) => share >= Low && share <= High;

    /// <summary>Newton's method, all in decimal: each step doubles the right digits, and the last ones change nothing.</summary>
    private static decimal SquareRoot(decimal value)
    {
        var root = value > 1 ? value : 1m;
        while (true)
        {
            var next = (root + (value / root)) / 2;
            if (next >= root)
                return root;
            root = next;
        }
    }
}
