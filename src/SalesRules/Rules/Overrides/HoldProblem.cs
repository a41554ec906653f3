namespace SalesRules.Rules.Overrides;

/// <summary>A condition that a hold breaks.</summary>
/// <param name="Field">The catalogue's name of the field where it is mended.</param>
/// <param name="Words">A part of a sentence: "it gives no reason".</param>
/// <param name="Needs">What the field lacks: "a reason".</param>
public sealed record HoldProblem(string Field, string Words, string Needs);
