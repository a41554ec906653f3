namespace SalesRules.PolicyReview.FixedPoints;

/// <summary>Rules that move a deal on and on instead of leaving it alone once it is corrected.</summary>
/// <param name="Rules">Their ids, in alphabetical order.</param>
/// <param name="Example">The simplest deal that they move.</param>
/// <param name="Moves">What they did to it, round by round: "StageName POV -> Discovery (pov.stage-without-approval)".</param>
public sealed record Oscillation(IReadOnlyList<string> Rules, BoundaryDeal Example, IReadOnlyList<string> Moves);
