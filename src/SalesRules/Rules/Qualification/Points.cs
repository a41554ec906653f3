namespace SalesRules.Rules.Qualification;

/// <summary>Adding up points that people gave.</summary>
internal static class Points
{
    /// <summary>The sum; null while one is missing or none of 0 to the most.</summary>
    public static decimal? Sum(decimal most, params ReadOnlySpan<decimal?> points)
    {
        var sum = 0m;
        foreach (var given in points)
        {
            if (given is not { } point || point < 0 || point > most)
                return null;
            sum += point;
        }

        return sum;
    }
}
