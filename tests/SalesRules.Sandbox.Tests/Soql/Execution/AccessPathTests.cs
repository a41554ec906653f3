using FsCheck;
using FsCheck.Fluent;
using SalesRules.Sandbox.Soql.Binding;
using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Execution;

namespace SalesRules.Sandbox.Tests.Soql.Execution;

/// <summary>Queries that clients page with use an index, and an index never hides a row.</summary>
public sealed class AccessPathTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private QueryOrg org = null!;
    private string[] accounts = null!;
    private string[] deals = null!;

    [OneTimeSetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        accounts = [.. Enumerable.Range(0, 5).Select(number => org.Add("Account", ("Name", $"{number}")))];
        // Five deals share each second, as after a bulk load.
        deals = [.. Enumerable.Range(0, 100).Select(number => org.Add(
            "Opportunity", ("Name", $"{number}"), ("AccountId", number % 6 == 5 ? null : accounts[number % 6]), ("Amount", number % 10),
            ("SystemModstamp", Start.AddSeconds(number / 5))))];
    }

    [OneTimeTearDown]
    public void Close() => org.Dispose();

    [Test]
    public void A_keyset_page_reads_from_its_stamp_and_id_on()
    {
        var path = PathOf($"WHERE (SystemModstamp > {At(7)} OR (SystemModstamp = {At(7)} AND Id > '{deals[36]}')) ORDER BY SystemModstamp, Id LIMIT 10");

        Assert.That(path, Is.EqualTo(new StampAccess(Start.AddSeconds(7), deals[36], DateTimeOffset.MaxValue)));
    }

    [Test]
    public void A_window_of_stamps_ends_at_its_end() =>
        Assert.That(
            PathOf($"WHERE SystemModstamp >= {At(3)} AND SystemModstamp < {At(9)} AND Amount > 5"),
            Is.EqualTo(new StampAccess(Start.AddSeconds(3), "", Start.AddSeconds(9))));

    [Test]
    public void Ids_and_lookups_are_found_directly()
    {
        Assert.That(PathOf($"WHERE Amount > 1 AND Id IN ('{deals[0]}', '{deals[1]}')"), Is.TypeOf<IdAccess>());
        Assert.That(PathOf($"WHERE AccountId = '{accounts[0]}' AND SystemModstamp > {At(1)}"), Is.TypeOf<IndexAccess>());
        Assert.That(PathOf("WHERE AccountId IN (SELECT Id FROM Account WHERE Name = '1')"), Is.TypeOf<IndexAccess>());
    }

    [TestCase("")]
    [TestCase("WHERE Amount > 5")]
    [TestCase("WHERE Id > '006000000000000AAA'")]
    [TestCase("WHERE Amount = 1 OR SystemModstamp > 2026-01-01T00:00:05Z")]
    [TestCase("WHERE AccountId = null")]
    [TestCase("WHERE Account.SystemModstamp > 2026-01-01T00:00:05Z")]
    [TestCase("WHERE NOT SystemModstamp > 2026-01-01T00:00:05Z")]
    public void Without_a_usable_index_every_row_is_looked_at(string where) => Assert.That(PathOf(where), Is.TypeOf<FullScan>());

    [Test]
    public void Keyset_pages_cover_rows_of_equal_stamps_once_and_in_order()
    {
        var read = new List<string>();
        var where = "";
        while (true)
        {
            var page = org.All($"SELECT Id, SystemModstamp FROM Opportunity {where} ORDER BY SystemModstamp, Id LIMIT 7");
            if (page.Count == 0)
                break;
            read.AddRange(page.Select(record => record.GetProperty("Id").GetString()!));
            var stamp = page[^1].GetProperty("SystemModstamp").GetString()!.Replace("+0000", "Z", StringComparison.Ordinal);
            where = $"WHERE (SystemModstamp > {stamp} OR (SystemModstamp = {stamp} AND Id > '{read[^1]}'))";
        }

        Assert.That(read, Is.EqualTo(deals));
    }

    [Test]
    public void An_index_offers_every_row_that_the_filter_accepts() => Prop.ForAll(Conditions().ToArbitrary(), condition =>
    {
        var rows = Bind($"WHERE {condition}").Rows;
        var expected = rows.Table.Scan().Where(rows.Filter!.Accepts).Select(row => row.Id).Order(StringComparer.Ordinal);
        return rows.Rows().Select(row => row.Id).Order(StringComparer.Ordinal).SequenceEqual(expected);
    }).QuickCheckThrowOnFailure();

    private Gen<string> Conditions()
    {
        var operators = Gen.Elements("<", "<=", ">", ">=", "=", "!=");
        var stamps = from sign in operators
                     from second in Gen.Choose(-1, 21)
                     select $"SystemModstamp {sign} {At(second)}";
        var ids = from negated in Gen.Elements("", "NOT ")
                  from some in Gen.Elements(deals).NonEmptyListOf()
                  select $"Id {negated}IN ('{string.Join("','", some.Take(9))}')";
        var idBounds = from sign in operators
                       from id in Gen.Elements(deals)
                       select $"Id {sign} '{id}'";
        var lookups = from sign in Gen.Elements("=", "!=")
                      from account in Gen.Elements([.. accounts.Select(id => $"'{id}'"), "null"])
                      select $"AccountId {sign} {account}";
        var amounts = from sign in operators
                      from amount in Gen.Choose(0, 9)
                      select $"Amount {sign} {amount}";
        var simple = Gen.OneOf(stamps, ids, idBounds, lookups, amounts);
        return Gen.Sized(size => Nested(simple, Math.Min(size, 3)));
    }

    private static Gen<string> Nested(Gen<string> simple, int depth) => depth == 0 ? simple : Gen.OneOf(
        simple,
        from connective in Gen.Elements(" AND ", " OR ")
        from parts in Nested(simple, depth - 1).ListOf(3)
        select string.Join(connective, parts.Select(part => $"({part})")),
        from inner in Nested(simple, depth - 1)
        select $"NOT ({inner})");

    private static string At(int second) => Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private AccessPath PathOf(string clauses) => Bind(clauses).Rows.AccessPath;

    private BoundQuery Bind(string clauses) => QueryBinder.Bind(
        $"SELECT Id FROM Opportunity {clauses}", org.Store, OrgCalendar.Of(org.Store, org.Clock.GetUtcNow()), includeDeleted: false, userId: null);
}
