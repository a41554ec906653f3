namespace SalesRules.Sandbox.Generation.Customers;

/// <summary>Somebody who works for a customer; the level is the one that Economic_Buyer_Level__c names.</summary>
internal sealed record ContactPerson(string Id, string FirstName, string LastName, string Title, string Department, string Level)
{
    public string Name => $"{FirstName} {LastName}";
}
