using SalesRules.Sandbox.Generation.Customers;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>The MEDDPICC fields of a deal; null for what is not known yet.</summary>
internal sealed record Meddpicc
{
    public string? Baseline { get; init; }
    public string? Target { get; init; }
    public string? SuccessCriterion { get; init; }
    public ContactPerson? EconomicBuyer { get; init; }
    public DateOnly? EconomicBuyerMetOn { get; init; }
    public string? DecisionCriteria { get; init; }
    public int? ScorecardWins { get; init; }
    public string? DecisionProcess { get; init; }
    public DateOnly? DecisionExpectedOn { get; init; }
    public string? PaperProcess { get; init; }
    public DateOnly? MsaSentOn { get; init; }
    public string? LegalStatus { get; init; }
    public DateOnly? SignatureExpectedOn { get; init; }
    public ContactPerson? ProcurementOwner { get; init; }
    public string? Pain { get; init; }
    public int? PainScore { get; init; }
    public ContactPerson? Champion { get; init; }
    public DateOnly? ChampionConfirmedOn { get; init; }
    public string? Competition { get; init; }
    public decimal? Budget { get; init; }
}
