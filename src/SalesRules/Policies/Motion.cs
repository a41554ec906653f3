namespace SalesRules.Policies;

/// <summary>The kind of sale (catalogue section 1).</summary>
public enum Motion
{
    NewBusiness,
    Expansion,
    Renewal,
}
