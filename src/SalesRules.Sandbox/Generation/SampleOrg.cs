using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Generation.People;
using SalesRules.Sandbox.Generation.Recipes;
using SalesRules.Sandbox.Generation.Records;

namespace SalesRules.Sandbox.Generation;

/// <summary>
/// A believable revenue organisation. The same number of opportunities, seed and day give the same records; every third open
/// deal follows the next recipe of the <see cref="RecipeBook"/>, the others break no rule.
/// </summary>
internal sealed class SampleOrg
{
    private const int OpenDealsPerRecipe = 3;
    private const int ClosedDealsPerRecipe = 20;

    private readonly Chance chance;
    private readonly SampleCalendar calendar;
    private readonly IRecordSink sink;
    private readonly Staff staff;
    private readonly DealGenerator deals;
    private readonly PeopleRecords peopleRecords;
    private readonly DealRecords dealRecords;
    private readonly Dictionary<string, Recipe> recipes = [];

    private SampleOrg(int opportunities, int seed, DateOnly today, IRecordSink sink)
    {
        this.sink = sink;
        chance = new Chance(seed);
        calendar = new SampleCalendar(today);
        staff = new StaffGenerator(chance.Branch(), sink.NewId).Hire(opportunities);
        deals = new DealGenerator(calendar, staff, sink.NewId);
        peopleRecords = new PeopleRecords(sink, calendar, chance.Branch());
        dealRecords = new DealRecords(sink, calendar);
    }

    /// <summary>Generates the org into the sink and returns which opportunity follows which recipe, by id.</summary>
    public static IReadOnlyDictionary<string, Recipe> Generate(int opportunities, int seed, DateOnly today, IRecordSink sink, int leads = 0)
    {
        var org = new SampleOrg(opportunities, seed, today, sink);
        org.Generate(opportunities);
        // Last, so that everything else is the same with and without them.
        new LeadRecords(sink, org.calendar).Write(leads, org.staff.AccountExecutives[0].Id, org.chance.Branch());
        return org.recipes;
    }

    private void Generate(int opportunities)
    {
        foreach (var employee in staff.Everybody)
            peopleRecords.Write(employee);

        var customers = Found(Math.Max(2, opportunities * 2 / 5));
        var closed = opportunities * 2 / 5;
        var won = Close(closed, customers);
        Open(opportunities - closed, customers, won);
    }

    /// <summary>Two accounts for five opportunities; the first half are customers already.</summary>
    private List<Customer> Found(int count)
    {
        var generator = new CustomerGenerator(chance.Branch(), calendar, sink.NewId);
        var customers = new List<Customer>(count);
        for (var number = 0; number < count; number++)
        {
            customers.Add(generator.Found(chance.Pick(staff.AccountExecutives), hasBought: number < (count + 1) / 2));
            peopleRecords.Write(customers[^1]);
        }
        return customers;
    }

    /// <summary>Writes the closed deals and returns those won, the oldest first: the order in which they come up for renewal.</summary>
    private Queue<Deal> Close(int count, List<Customer> customers)
    {
        var won = new List<Deal>();
        for (var number = 0; number < count; number++)
        {
            var own = chance.Branch();
            var recipe = Turn(number, ClosedDealsPerRecipe, RecipeBook.ForClosedDeals);
            var shape = recipe?.Shape ?? (own.Percent(60)
                ? new DealShape(own.Pick([Motion.NewBusiness, Motion.Expansion]), SampleStages.ClosedWon, Categories.Closed)
                : new DealShape(Motion.NewBusiness, SampleStages.ClosedLost, Categories.Omitted));
            var isWon = shape.Stage == SampleStages.ClosedWon;
            var deal = deals.Closed(shape, isWon ? Existing(customers, own) : own.Pick(customers), own);
            if (isWon)
                won.Add(deal);
            Finish(deal, recipe, own);
        }
        return new Queue<Deal>(won.OrderBy(deal => deal.CloseDate));
    }

    private void Open(int count, List<Customer> customers, Queue<Deal> won)
    {
        for (var number = 0; number < count; number++)
        {
            var own = chance.Branch();
            var recipe = Turn(number, OpenDealsPerRecipe, RecipeBook.ForOpenDeals);
            var shape = recipe?.Shape ?? deals.AnyOpenShape(own);
            if (shape.Motion == Motion.Renewal && won.Count == 0)
                (recipe, shape) = (null, shape with { Motion = Motion.Expansion });
            var original = shape.Motion == Motion.Renewal ? won.Dequeue() : null;
            var customer = original?.Customer ?? (shape.Motion == Motion.Expansion ? Existing(customers, own) : own.Pick(customers));
            Finish(deals.Open(shape, customer, original, own), recipe, own);
        }
    }

    /// <summary>The recipe whose turn it is: one in so many deals, in the order of the book, over and over.</summary>
    private static Recipe? Turn(int number, int every, IReadOnlyList<Recipe> book) =>
        number % every == 0 ? book[number / every % book.Count] : null;

    private static Customer Existing(List<Customer> customers, Chance own) => customers[own.Between(0, ((customers.Count + 1) / 2) - 1)];

    private void Finish(Deal deal, Recipe? recipe, Chance own)
    {
        if (recipe is not null)
        {
            recipe.Spoil(deal, new RecipeContext(calendar, staff, own));
            recipes.Add(deal.Id, recipe);
        }
        dealRecords.Write(deal, recipe, own);
    }
}
