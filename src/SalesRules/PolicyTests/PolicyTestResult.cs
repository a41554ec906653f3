namespace SalesRules.PolicyTests;

/// <summary>What became of a case.</summary>
/// <param name="Mismatches">In the order of the file; empty: the case holds.</param>
public sealed record PolicyTestResult(PolicyTest Test, IReadOnlyList<Mismatch> Mismatches)
{
    public bool Holds => Mismatches.Count == 0;
}

/// <summary>Something that was decided otherwise than expected.</summary>
/// <param name="Line">Where the expectation stands in its file.</param>
/// <param name="Key">The key of it, such as ceiling.</param>
public sealed record Mismatch(int Line, string Key, string Expected, string Found);
