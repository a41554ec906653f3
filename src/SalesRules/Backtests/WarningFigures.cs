using SalesRules.Portfolio;

namespace SalesRules.Backtests;

/// <summary>How well one warning told loss and slip.</summary>
/// <param name="Warned">The deals that were warned of in time, by what became of them.</param>
/// <param name="Precision">Of those whose outcome is known, the ones that were lost or slipped.</param>
/// <param name="Recall">Of all deals that were lost or slipped, the ones that were warned of in time.</param>
public sealed record WarningFigures(Warning Warning, OutcomeCounts Warned, Rate Precision, Rate Recall);
