namespace SalesRules.PolicyReview;

/// <summary>Something in a policy that is allowed and probably not meant, said to the person who wrote it.</summary>
/// <param name="Id">Stable, such as lint.unreachable-rule.</param>
/// <param name="Key">The path of the key, such as severities.pov.over-length or custom-rules[0].when.</param>
/// <param name="Line">From 1; where the key is left out, that of the nearest key above it that is there.</param>
/// <param name="Column">From 1.</param>
/// <param name="Sentence">What, why, and what to do.</param>
public sealed record PolicyWarning(string Id, string Key, int Line, int Column, string Sentence)
{
    /// <summary>policy.yaml:14:5: forecast.unscored-ceiling: ... (lint.follow-without-evidence)</summary>
    public string In(string file) => FormattableString.Invariant($"{file}:{Line}:{Column}: {Key}: {Sentence} ({Id})");
}
