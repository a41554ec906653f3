namespace SalesRules.Sandbox.Generation.People;

/// <summary>A user of the sample org. Only the head of the company has no manager.</summary>
internal sealed record Employee(
    string Id, string FirstName, string LastName, string Title, string Department, Employee? Manager, bool IsActive = true)
{
    public string Name => FirstName.Length == 0 ? LastName : $"{FirstName} {LastName}";
}
