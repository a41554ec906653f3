using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.People;

/// <summary>Hires a sales, a sales engineering and a customer success team that fit the number of opportunities.</summary>
internal sealed class StaffGenerator(Chance chance, Func<string, string> newId)
{
    private const int OpportunitiesPerExecutive = 25;
    private const int ExecutivesPerManager = 6;

    private readonly List<Employee> everybody = [];
    private readonly HashSet<string> names = [];

    public Staff Hire(int opportunities)
    {
        var executives = Math.Clamp(opportunities / OpportunitiesPerExecutive, 6, 400);
        var chief = Add("Chief Revenue Officer", "Executive", null);
        var sales = Add("VP Sales", "Sales", chief);
        var engineering = Add("Director, Sales Engineering", "Sales Engineering", chief);
        var success = Add("Customer Success Lead", "Customer Success", chief);
        Add("Sales Operations Manager", "Sales Operations", sales);

        var managers = Several((executives + ExecutivesPerManager - 1) / ExecutivesPerManager, "Sales Manager", "Sales", _ => sales);
        var formerManager = Add("Sales Manager", "Sales", sales, isActive: false);
        return new Staff(
            everybody,
            Several(executives, "Account Executive", "Sales", number => managers[number % managers.Count]),
            [
                .. Several(1 + (executives / 20), "Account Executive", "Sales", number => managers[number % managers.Count], isActive: false),
                Add("Account Executive", "Sales", formerManager, isActive: false),
            ],
            Several(Math.Max(3, executives / 4), "Sales Engineer", "Sales Engineering", _ => engineering),
            Several(Math.Max(2, executives / 5), "Customer Success Manager", "Customer Success", _ => success),
            success);
    }

    private List<Employee> Several(int count, string title, string department, Func<int, Employee> manager, bool isActive = true) =>
        [.. Enumerable.Range(0, count).Select(number => Add(title, department, manager(number), isActive))];

    private Employee Add(string title, string department, Employee? manager, bool isActive = true)
    {
        var (first, last) = NewName();
        var employee = new Employee(newId("User"), first, last, title, department, manager, isActive);
        everybody.Add(employee);
        return employee;
    }

    /// <summary>Names of users are told apart by people, so none comes twice; a middle initial helps out in a large org.</summary>
    private (string First, string Last) NewName()
    {
        for (var attempt = 0; ; attempt++)
        {
            var first = chance.Pick(PersonWords.FirstNames);
            if (attempt > 3)
                first = $"{first} {(char)('A' + chance.Between(0, 25))}.";
            var last = chance.Pick(PersonWords.LastNames);
            if (names.Add($"{first} {last}"))
                return (first, last);
        }
    }
}
