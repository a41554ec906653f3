using System.Globalization;
using SalesRules.Sandbox.Generation.People;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Customers;

/// <summary>Founds companies, each with somebody at every level that can buy and a few who use and purchase.</summary>
internal sealed class CustomerGenerator(Chance chance, SampleCalendar calendar, Func<string, string> newId)
{
    private readonly HashSet<string> names = [];

    public Customer Found(Employee owner, bool hasBought)
    {
        var (name, industry) = NewName();
        var place = chance.Pick(CompanyWords.Places);
        var employees = chance.Between(4, 900) * 20;
        return new Customer(
            newId("Account"), name, industry, place.City, place.Country, DomainOf(name), employees, employees * chance.Between(8, 40) * 10_000m,
            owner, calendar.Day(-chance.Between(500, 1_800)), hasBought, People());
    }

    /// <summary>A name that no other company has; large orgs number those that found none.</summary>
    private (string Name, string Industry) NewName()
    {
        for (var attempt = 0; ; attempt++)
        {
            var (trade, industry) = chance.Pick(CompanyWords.Trades);
            var name = $"{chance.Pick(CompanyWords.Names)} {trade}{chance.Pick(CompanyWords.Forms)}";
            if (attempt > 3)
                name = $"{name} {chance.Between(2, 99_999).ToString(CultureInfo.InvariantCulture)}";
            if (names.Add(name))
                return (name, industry);
        }
    }

    private static string DomainOf(string name) =>
        string.Concat(name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)) + ".example";

    /// <summary>Those who can sign, always; of the others two to four.</summary>
    private List<ContactPerson> People()
    {
        var signing = PersonWords.CustomerTitles[..4];
        var others = chance.PickSeveral(PersonWords.CustomerTitles[4..], chance.Between(2, 4));
        return [.. signing.Concat(others).Select(title => new ContactPerson(
            newId("Contact"), chance.Pick(PersonWords.FirstNames), chance.Pick(PersonWords.LastNames), title.Title, title.Department, title.Level))];
    }
}
