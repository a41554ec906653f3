namespace SalesRules.Host.Portfolio;

/// <summary>Whom the figures are printed for.</summary>
internal enum PortfolioFormat
{
    Text,
    Json,
    Csv,
}
