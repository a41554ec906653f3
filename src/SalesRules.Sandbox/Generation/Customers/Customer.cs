using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Customers;

/// <summary>
/// An account with its people. Its domain is reserved for examples, so no mail ever reaches anybody; who has not bought is a prospect.
/// </summary>
internal sealed record Customer(
    string Id, string Name, string Industry, string City, string Country, string Domain, int Employees, decimal AnnualRevenue,
    Employee Owner, DateOnly Since, bool HasBought, IReadOnlyList<ContactPerson> People)
{
    /// <summary>The person of this level, else the highest there is.</summary>
    public ContactPerson AtLevel(string level) => People.FirstOrDefault(person => person.Level == level) ?? People[0];
}
