using SalesRules.Sandbox.Loading;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Loading;

/// <summary>The map that we ship, over a small data set of the same shape that we made up.</summary>
public sealed class HardwareMapTests : LoadingFixture
{
    /// <summary>The map as it lies in the repository.</summary>
    public static string MapFile => Path.Combine(RepositoryRoot(), "deploy", "sandbox", "maven.map.json");

    private LoadReport report = null!;

    [SetUp]
    public void Load_the_look_alike()
    {
        Write("maven-sales_teams.csv", """
            sales_agent,manager,regional_office
            Ilse Bakker,Odile Marchetti,North
            Kofi Amara,Odile Marchetti,North
            Ruta van der Berg,Leif Sandoval,South

            """);
        Write("maven-products.csv", """
            product,series,sales_price
            GTX Pro,GTX,4821
            MG Special,MG,55

            """);
        Write("maven-accounts.csv", """
            account,sector,year_established,revenue,employees,office_location,subsidiary_of
            Brook & Sons,retail,1990,12.5,300,Norway,
            "Larkspur, Inc",technolgy,2001,99.10,1200,Philipines,Mother Holding
            Mother Holding,finance,1970,1000.00,9000,Kenya,

            """);
        var pipeline = Write("pipeline.csv", """
            opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
            AAAA1111,Ilse Bakker,GTXPro,Brook & Sons,Won,2017-01-10,2017-04-02,4700
            BBBB2222,Kofi Amara,MG Special,"Larkspur, Inc",Lost,2017-02-01,2017-03-15,0
            CCCC3333,Ruta van der Berg,GTXPro,,Engaging,2017-06-20,,
            DDDD4444,Ilse Bakker,MG Special,Mother Holding,Prospecting,,,

            """);
        report = DataLoader.Load(Org, pipeline, MapFile);
    }

    [Test]
    public void Loads_every_row_and_says_so()
    {
        var expected = new Dictionary<string, int> { ["managers"] = 2, ["sellers"] = 3, ["accounts"] = 3, ["opportunities"] = 4 };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Records, Is.EqualTo(expected));
            Assert.That(report.Skipped, Is.Empty);
        }
    }

    [Test]
    public void Sellers_report_to_their_manager()
    {
        var seller = Owner(Deal("AAAA1111"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(seller["Name"], Is.EqualTo("Ilse Bakker"));
            Assert.That(seller["Email"], Is.EqualTo("ilse.bakker@hardware.example"));
            Assert.That(Find("User", seller["ManagerId"])["Name"], Is.EqualTo("Odile Marchetti"));
        }
    }

    [Test]
    public void A_name_of_many_words_is_parted_after_the_first()
    {
        var seller = Owner(Deal("CCCC3333"));
        Assert.That((seller["FirstName"], seller["LastName"]), Is.EqualTo(("Ruta", "van der Berg")));
    }

    [Test]
    public void An_account_finds_its_parent_further_down_the_file()
    {
        var account = All("Account").Single(candidate => candidate["Name"] is "Larkspur, Inc");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Find("Account", account["ParentId"])["Name"], Is.EqualTo("Mother Holding"));
            Assert.That(account["Industry"], Is.EqualTo("Technology"));
            Assert.That(account["BillingCountry"], Is.EqualTo("Philippines"));
        }
    }

    [Test]
    public void A_won_deal_is_closed_with_its_value_and_dates()
    {
        var deal = Deal("AAAA1111");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal["Name"], Is.EqualTo("Brook & Sons - GTX Pro"));
            Assert.That(deal["StageName"], Is.EqualTo("Closed Won"));
            Assert.That((deal["IsClosed"], deal["IsWon"], deal["Probability"]), Is.EqualTo((true, true, 100m)));
            Assert.That(deal["ForecastCategoryName"], Is.EqualTo("Closed"));
            Assert.That(deal["Amount"], Is.EqualTo(4700m));
            Assert.That(deal["CloseDate"], Is.EqualTo(new DateOnly(2017, 4, 2)));
            Assert.That(deal["CreatedDate"], Is.EqualTo(At(2017, 1, 10)));
            Assert.That(deal.SystemModstamp, Is.EqualTo(At(2017, 4, 2)));
        }
    }

    [Test]
    public void An_open_deal_has_no_amount_and_an_assumed_date_to_close()
    {
        var deal = Deal("CCCC3333");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deal["Name"], Is.EqualTo("Unknown account - GTX Pro"));
            Assert.That(deal["AccountId"], Is.Null);
            Assert.That(deal["Amount"], Is.Null);
            Assert.That(deal["CloseDate"], Is.EqualTo(new DateOnly(2017, 6, 20).AddDays(120)));
        }
    }

    [Test]
    public void A_lost_deal_keeps_its_value_of_nothing() =>
        Assert.That(Deal("BBBB2222")["Amount"], Is.Zero);

    [TestCase("AAAA1111", "Engaging 2017-01-10, Closed Won 2017-04-02")]
    [TestCase("BBBB2222", "Engaging 2017-02-01, Closed Lost 2017-03-15")]
    [TestCase("CCCC3333", "Engaging 2017-06-20")]
    [TestCase("DDDD4444", "Prospecting 2017-12-31")]
    public void The_history_tells_how_the_deal_came_to_its_stage(string key, string expected)
    {
        var deal = Deal(key);
        var rows = All("OpportunityHistory").Where(row => Equals(row["OpportunityId"], deal.Id))
            .Select(row => FormattableString.Invariant($"{row["StageName"]} {row["CreatedDate"]:yyyy-MM-dd}"));
        Assert.That(string.Join(", ", rows), Is.EqualTo(expected));
    }

    private static DateTimeOffset At(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SalesRules.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private Record Deal(string key) => All("Opportunity").Single(deal => deal["Description"] is string text && text.EndsWith(key, StringComparison.Ordinal));

    private Record Owner(Record deal) => Find("User", deal["OwnerId"]);

    private Record Find(string objectName, object? id) => Org.Read(store => store[objectName].Find((string)id!)!);
}
