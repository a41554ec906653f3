namespace SalesRules.Portfolio;

/// <summary>Where a deal stands.</summary>
public enum DealStatus
{
    /// <summary>The record says neither whether it is closed nor a stage that would tell.</summary>
    Unknown,
    Open,
    Won,
    Lost,
}
