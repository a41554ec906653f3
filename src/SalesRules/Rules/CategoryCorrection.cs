using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>A correction of the category (alone or with the stage) that the service made.</summary>
/// <param name="To">The category that it set.</param>
/// <param name="Probability">The probability that stood on the record after it; null: not known, as while it is being planned.</param>
public sealed record CategoryCorrection(ForecastCategory To, decimal? Probability);
