using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Writes users, accounts and contacts.</summary>
internal sealed class PeopleRecords(IRecordSink sink, SampleCalendar calendar, Chance chance)
{
    private const string OwnDomain = "tideline.example";

    public void Write(Employee employee)
    {
        var address = $"{Letters(employee.FirstName)}.{Letters(employee.LastName)}";
        var hired = calendar.Moment(calendar.Day(-chance.Between(400, 2_000)), chance);
        sink.Add("User", new Dictionary<string, object?>
        {
            ["Id"] = employee.Id,
            ["Username"] = $"{address}@{OwnDomain}",
            ["Email"] = $"{address}@{OwnDomain}",
            ["FirstName"] = employee.FirstName,
            ["LastName"] = employee.LastName,
            ["Name"] = employee.Name,
            ["Alias"] = address[..Math.Min(8, address.Length)],
            ["Title"] = employee.Title,
            ["Department"] = employee.Department,
            ["IsActive"] = employee.IsActive,
            ["ManagerId"] = employee.Manager?.Id,
        }.Stamp(employee.Manager?.Id ?? employee.Id, hired));
    }

    public void Write(Customer customer)
    {
        var since = calendar.Moment(customer.Since, chance);
        sink.Add("Account", new Dictionary<string, object?>
        {
            ["Id"] = customer.Id,
            ["Name"] = customer.Name,
            ["Type"] = customer.HasBought ? "Customer - Direct" : "Prospect",
            ["Industry"] = customer.Industry,
            ["BillingCity"] = customer.City,
            ["BillingCountry"] = customer.Country,
            ["Website"] = $"https://{customer.Domain}",
            ["NumberOfEmployees"] = (decimal)customer.Employees,
            ["AnnualRevenue"] = customer.AnnualRevenue,
            ["OwnerId"] = customer.Owner.Id,
        }.Stamp(customer.Owner.Id, since));
        foreach (var person in customer.People)
            Write(person, customer, since);
    }

    private void Write(ContactPerson person, Customer customer, DateTimeOffset since) =>
        sink.Add("Contact", new Dictionary<string, object?>
        {
            ["Id"] = person.Id,
            ["AccountId"] = customer.Id,
            ["FirstName"] = person.FirstName,
            ["LastName"] = person.LastName,
            ["Name"] = person.Name,
            ["Title"] = person.Title,
            ["Department"] = person.Department,
            ["Email"] = $"{Letters(person.FirstName)}.{Letters(person.LastName)}@{customer.Domain}",
            ["OwnerId"] = customer.Owner.Id,
        }.Stamp(customer.Owner.Id, since));

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant));
}
