using FsCheck;
using FsCheck.Fluent;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>Results over several pages: each row exactly once, whatever happens in between.</summary>
public sealed class PagingTests
{
    private QueryOrg org = null!;

    [SetUp]
    public void Open() => org = new QueryOrg();

    [TearDown]
    public void Close() => org.Dispose();

    [Test]
    public void The_first_page_says_how_many_rows_there_are_and_where_the_next_page_is()
    {
        AddLeads(2001);

        var page = org.Query("SELECT Id FROM Lead");

        Assert.That(page.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "totalSize", "done", "nextRecordsUrl", "records" }));
        Assert.That(page.GetProperty("totalSize").GetInt32(), Is.EqualTo(2001));
        Assert.That(page.GetProperty("records").GetArrayLength(), Is.EqualTo(2000));
        Assert.That(page.GetProperty("nextRecordsUrl").GetString(), Does.Match("^/services/data/v64.0/query/0r8[A-Za-z0-9]{15}-2000$"));
    }

    [Test]
    public void The_last_page_is_done_and_has_no_next_page()
    {
        AddLeads(2001);

        var last = org.More(org.Query("SELECT Id FROM Lead"));

        Assert.That(last.EnumerateObject().Select(property => property.Name), Is.EqualTo(new[] { "totalSize", "done", "records" }));
        Assert.That(last.GetProperty("records").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public void Exactly_one_page_of_rows_needs_no_second()
    {
        AddLeads(2000);

        Assert.That(org.Query("SELECT Id FROM Lead").GetProperty("done").GetBoolean(), Is.True);
    }

    [Test]
    public void Pages_cover_every_row_exactly_once_whatever_their_size() => Prop.ForAll(
        Gen.Choose(0, 900).ToArbitrary(),
        Gen.Choose(200, 400).ToArbitrary(),
        (rows, batchSize) =>
        {
            using var some = new QueryOrg();
            var ids = Enumerable.Range(0, rows).Select(number => some.Add("Lead", ("LastName", $"{number % 7}"))).ToArray();
            var read = some.All("SELECT Id FROM Lead ORDER BY LastName DESC", batchSize).Select(record => record.GetProperty("Id").GetString()!);
            return read.Order(StringComparer.Ordinal).SequenceEqual(ids);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(30));

    [TestCase(1, 200)]
    [TestCase(200, 200)]
    [TestCase(201, 201)]
    [TestCase(2000, 2000)]
    [TestCase(2001, 2000)]
    public void A_page_has_200_to_2000_rows_whatever_is_asked(int batchSize, int rows)
    {
        AddLeads(2002);

        Assert.That(org.Query("SELECT Id FROM Lead", batchSize: batchSize).GetProperty("records").GetArrayLength(), Is.EqualTo(rows));
    }

    [Test]
    public void A_result_is_fixed_when_the_query_runs()
    {
        AddLeads(450);
        var first = org.Query("SELECT Id FROM Lead", batchSize: 200);
        AddLeads(100);

        var second = org.More(first, batchSize: 200);
        var third = org.More(second, batchSize: 200);

        Assert.That(third.GetProperty("done").GetBoolean(), Is.True);
        Assert.That(third.GetProperty("records").GetArrayLength(), Is.EqualTo(50));
        Assert.That(third.GetProperty("totalSize").GetInt32(), Is.EqualTo(450));
    }

    [Test]
    public void A_locator_may_be_asked_for_twice()
    {
        AddLeads(450);
        var first = org.Query("SELECT Id FROM Lead", batchSize: 200);

        var once = org.More(first, 200).GetRawText();
        var again = org.More(first, 200).GetRawText();

        Assert.That(again, Is.EqualTo(once));
    }

    [Test]
    public void A_locator_lasts_two_days()
    {
        AddLeads(250);
        var first = org.Query("SELECT Id FROM Lead", batchSize: 200);

        org.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromSeconds(1));
        Assert.That(org.More(first).GetProperty("records").GetArrayLength(), Is.EqualTo(50));

        org.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(() => org.More(first), Throws.TypeOf<SoqlException>().With.Property("ErrorCode").EqualTo("INVALID_QUERY_LOCATOR"));
    }

    [TestCase("0r8Sb0000000001AAA-2000")]
    [TestCase("nonsense")]
    [TestCase("-")]
    public void A_locator_nobody_handed_out_is_refused(string locator) =>
        Assert.That(
            () => org.Engine.QueryMore(locator, new QueryOptions()),
            Throws.TypeOf<SoqlException>().With.Property("ErrorCode").EqualTo("INVALID_QUERY_LOCATOR"));

    [Test]
    public void Child_rows_count_towards_the_page()
    {
        for (var number = 0; number < 10; number++)
            AddContacts(org.Add("Account", ("Name", $"a{number}")), 99);

        var page = org.Query("SELECT Id, (SELECT Id FROM Contacts) FROM Account", batchSize: 200);

        Assert.That(page.GetProperty("records").GetArrayLength(), Is.EqualTo(2), "2 accounts with 99 contacts each fill 200 rows");
        var all = org.All("SELECT Id, (SELECT Id FROM Contacts) FROM Account", batchSize: 200);
        Assert.That(all.Sum(account => account.GetProperty("Contacts").GetProperty("records").GetArrayLength()), Is.EqualTo(990));
    }

    [Test]
    public void More_children_than_a_page_holds_have_pages_of_their_own()
    {
        AddContacts(org.Add("Account", ("Name", "crowded")), 450);

        var children = org.Query("SELECT Id, (SELECT Id FROM Contacts) FROM Account", batchSize: 200).GetProperty("records")[0].GetProperty("Contacts");
        var ids = new HashSet<string>();
        while (true)
        {
            ids.UnionWith(children.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("Id").GetString()!));
            if (children.GetProperty("done").GetBoolean())
                break;
            children = org.More(children, 200);
        }

        Assert.That(children.GetProperty("totalSize").GetInt32(), Is.EqualTo(450));
        Assert.That(ids, Has.Count.EqualTo(450));
    }

    private void AddLeads(int count)
    {
        for (var number = 0; number < count; number++)
            org.Add("Lead", ("LastName", "x"));
    }

    private void AddContacts(string account, int count)
    {
        for (var number = 0; number < count; number++)
            org.Add("Contact", ("LastName", "x"), ("AccountId", account));
    }
}
