using FsCheck;
using FsCheck.Fluent;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Tests.Stub;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading;

internal sealed class KeysetReaderTests : StubFixture
{
    private static readonly DateTimeOffset Ten = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(20, 1)]
    [TestCase(21, 2)]
    [TestCase(100, 5)]
    [TestCase(101, 6)]
    [TestCase(200, 10)]
    [TestCase(201, 11)]
    public async Task A_read_costs_one_call_for_each_page_also_across_queries(int rows, int calls)
    {
        // Pages of 20 rows, queries of 100.
        Stub.Answer = new StubTable(Rows(rows, _ => 0), 20).Answer;
        var client = Client(("RowsPerQuery", "100"));

        var read = await ReadAsync(client);

        Assert.That(read, Has.Count.EqualTo(rows));
        Assert.That(client.Calls[CallKind.Query] + client.Calls[CallKind.QueryMore], Is.EqualTo(calls));
    }

    [Test]
    public async Task Thousands_of_rows_with_one_stamp_are_read_once_each()
    {
        var rows = Rows(5000, _ => 0);
        Stub.Answer = new StubTable(rows, 2000).Answer;

        var read = await ReadAsync(Client(("RowsPerQuery", "2000")));

        Assert.That(read, Is.EqualTo(rows.Select(r => r.Id).Order(StringComparer.Ordinal)));
    }

    [FsCheck.NUnit.Property(MaxTest = 60)]
    public Property No_row_is_lost_or_doubled_whatever_the_stamps_pages_and_dropped_cursors() => Prop.ForAll(
        (from stamps in Gen.Choose(0, 5).ArrayOf()
         from page in Gen.Choose(1, 7)
         from perQuery in Gen.Choose(1, 20)
         from dropEvery in Gen.Choose(2, 5)
         select (stamps, page, perQuery, dropEvery)).ToArbitrary(),
        c => ReadsEachRowOnceAsync(c.stamps, c.page, c.perQuery, c.dropEvery).GetAwaiter().GetResult());

    [Test]
    public async Task A_dropped_cursor_costs_one_more_query_and_is_logged_without_values()
    {
        Stub.Answer = new StubTable(Rows(50, i => i), 20) { DropsCursor = call => call == 2 }.Answer;
        var client = Client();

        var read = await ReadAsync(client);

        Assert.That(read, Has.Count.EqualTo(50).And.Unique);
        Assert.That(Stub.Calls, Has.Count.EqualTo(4));
        Assert.That(client.Log, Does.Contain("dropped a cursor of Opportunity after 20 rows"));
    }

    [Test]
    public async Task Fewer_rows_than_announced_are_an_error()
    {
        Stub.Answer = new StubTable(Rows(30, i => i), 20) { Withheld = 1 }.Answer;

        var failure = await FailureAsync(() => ReadAsync(Client()));

        Assert.That((failure.ErrorCode, failure.IsTransient), Is.EqualTo((LocalErrorCodes.ShortRead, true)));
    }

    [TestCase("""{"totalSize":1,"done":true}""")]
    [TestCase("""{"totalSize":1,"records":[{}]}""")]
    [TestCase("""{"totalSize":5,"done":false,"records":[{}]}""")]
    [TestCase("""{"totalSize":5,"done":false,"nextRecordsUrl":"/services/data/v64.0/query/01g","records":[]}""")]
    [TestCase("""[]""")]
    public async Task A_reply_that_is_no_page_is_an_error_and_never_an_empty_list(string body)
    {
        Stub.Answer = _ => StubReply.Json(body);

        Assert.That((await FailureAsync(() => ReadAsync(Client()))).ErrorCode, Is.EqualTo(LocalErrorCodes.UnexpectedReply));
    }

    [Test]
    public async Task Counts_as_numbers_with_a_fraction_are_read()
    {
        Stub.Answer = _ => StubReply.Json("""{"totalSize":26.0,"done":true,"records":[]}""");

        Assert.That(await Client().Opportunities.CountAsync(null, default), Is.EqualTo(26));
        Assert.That(Stub.Calls.Single().Soql, Is.EqualTo("SELECT COUNT() FROM Opportunity"));
    }

    [Test]
    public async Task The_token_does_not_follow_a_next_address_on_another_host()
    {
        await using var elsewhere = await StubServer.StartAsync();
        Stub.Then(
            StubReply.Json($$"""
                {"totalSize":2,"done":false,"nextRecordsUrl":"{{elsewhere.Url}}services/data/v64.0/query/0r8-1","records":[{"Id":"006xx000003GYkJAAW"}]}
                """),
            StubReply.Json("""{"totalSize":2,"done":true,"records":[{"Id":"006xx000003GYkKAAW"}]}"""));

        Assert.That(await ReadAsync(Client()), Has.Count.EqualTo(2));
        Assert.That(elsewhere.Calls, Is.Empty);
    }

    private static List<(DateTimeOffset Stamp, string Id)> Rows(int count, Func<int, int> second) =>
    [
        .. Enumerable.Range(0, count)
            .Select(i => (Ten.AddSeconds(second(i)), SalesforceId.Parse(FormattableString.Invariant($"006xx0000{i:D6}")).Value)),
    ];

    private static async Task<List<string>> ReadAsync(Client client)
    {
        var window = new ReadWindow(null, null, Ten);
        return await client.Opportunities.ReadAsync(["Name"], window).Select(record => record.GetProperty("Id").GetString()!).ToListAsync();
    }

    private static async Task<bool> ReadsEachRowOnceAsync(int[] stamps, int page, int perQuery, int dropEvery)
    {
        await using var stub = await StubServer.StartAsync();
        var rows = Rows(stamps.Length, i => stamps[i]);
        stub.Answer = new StubTable(rows, page) { DropsCursor = call => call % dropEvery == 0 }.Answer;
        await using var client = new Client(stub.Url, null, ("RowsPerQuery", perQuery.ToString(null, null)));
        var read = await ReadAsync(client);
        return read.SequenceEqual(rows.OrderBy(r => r.Stamp).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => r.Id));
    }
}
