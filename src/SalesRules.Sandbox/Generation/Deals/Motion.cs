namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>What kind of sale a deal is.</summary>
internal enum Motion
{
    NewBusiness,
    Expansion,
    Renewal,
}
