using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class CursorTests : FaultTests
{
    private static readonly (string Name, string Value) SmallPages = ("Sforce-Query-Options", "batchSize=200");

    [Test]
    public async Task A_cursor_that_is_gone_stays_gone_and_a_new_query_works()
    {
        await Deals(200);
        await Deals(1);
        Faults.Add(new CursorGoneFault { Where = new() { Operation = Sandbox.Faults.FaultOperation.QueryMore, ObjectName = "Opportunity" }, When = new() { Nth = 1 } });
        var next = Next(await FirstPage())!;

        AssertError(await Org.Send("GET", next, (string?)null, SmallPages), 400, "INVALID_QUERY_LOCATOR", "invalid query locator");
        Assert.That(Code(await Org.Send("GET", next, (string?)null, SmallPages)), Is.EqualTo("INVALID_QUERY_LOCATOR"));
        Assert.That(Ids(await Org.Send("GET", Next(await FirstPage())!, (string?)null, SmallPages)), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Pages_that_overlap_repeat_rows_and_lose_none()
    {
        string[] deals = [.. await Deals(200), .. await Deals(200), .. await Deals(5)];
        Faults.Add(new PageOverlapFault { Rows = 3 });

        var seen = new List<string[]>();
        for (var page = await FirstPage(); ; page = await Org.Send("GET", Next(page)!, (string?)null, SmallPages))
        {
            seen.Add(Ids(page));
            if (Next(page) is null)
                break;
        }

        Assert.That(seen[1][..3], Is.EqualTo(seen[0][^3..]));
        Assert.That(seen.SelectMany(page => page).Distinct(), Is.EquivalentTo(deals));
        Assert.That(seen.Sum(page => page.Length), Is.EqualTo(405 + 3 + 3));
    }

    private Task<WireReply> FirstPage() => Org.Data("GET", "query?q=SELECT+Id+FROM+Opportunity", null, SmallPages);

    private static string? Next(WireReply page) => page.Json.TryGetProperty("nextRecordsUrl", out var next) ? next.GetString() : null;

    private static string[] Ids(WireReply page) =>
        [.. page.Json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("Id").GetString()!)];
}
