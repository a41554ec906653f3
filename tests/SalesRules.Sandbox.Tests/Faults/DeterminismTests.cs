using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Faults;

[CancelAfter(60_000)]
public sealed class DeterminismTests : FaultTests
{
    private const string Script = """
        {
          "seed": 42,
          "faults": [
            { "kind": "serverError", "status": 503, "where": { "operation": "query" }, "when": { "probability": 0.3 } },
            { "kind": "rowLock", "where": { "object": "Opportunity", "share": 0.5 }, "tries": 2 },
            { "kind": "edit", "values": { "NextStep": ["A", "B", "C"] }, "rows": { "count": 3 }, "when": { "every": 4 } },
            { "kind": "delete", "when": { "probability": 0.1 } },
            { "kind": "lateVisibility", "delay": "30s", "when": { "probability": 0.2 } },
            { "kind": "flow", "values": { "Description": "flow" }, "where": { "object": "Opportunity" }, "when": { "every": 3 } }
          ]
        }
        """;

    protected override SandboxOptions Options => new() { Opportunities = 40, OrganizationId = "00DSb0000000001" };

    [Test]
    public async Task Two_orgs_with_the_same_script_and_calls_see_the_same_strikes_down_to_the_rows()
    {
        await using var other = await WireOrg.StartAsync(Options);

        var first = await Run(Org, Script);
        var second = await Run(other, Script);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(first.Distinct().Count(), Is.GreaterThan(30), "there was something to compare");
    }

    [Test]
    public async Task Another_seed_strikes_otherwise()
    {
        await using var other = await WireOrg.StartAsync(Options);

        Assert.That(await Run(other, Script.Replace("42", "43", StringComparison.Ordinal)), Is.Not.EqualTo(await Run(Org, Script)));
    }

    [Test]
    public async Task Calls_at_the_same_time_neither_wait_for_each_other_for_ever_nor_miss_a_count()
    {
        var ids = IdsOf(Org);
        Faults.Load(Script);
        Faults.Load("""{"faults":[{"id":"each","kind":"delay","length":"1ms"}]}""");

        await Task.WhenAll(Enumerable.Range(0, 200).Select(call => (call % 4) switch
        {
            0 => Query("SELECT Id, Account.Name FROM Opportunity"),
            1 => Org.Send("GET", "/sandbox/faults", (string?)null),
            2 => Update(ids[..10]),
            _ => Patch(ids[call % ids.Length]),
        }));

        Assert.That(Faults.Find("each"), Has.Property("Struck").EqualTo(150).And.Property("Matched").EqualTo(150));
    }

    private static async Task<string[]> Run(WireOrg org, string script)
    {
        org.Server.Faults.Load(script);
        var ids = IdsOf(org);
        for (var round = 0; round < 12; round++)
        {
            await org.Data("GET", "query?q=SELECT+Id+FROM+Opportunity");
            await org.Data("PATCH", $"sobjects/Opportunity/{ids[round]}", """{"NextStep":"Call"}""");
            await org.Data("PATCH", $"sobjects/Opportunity/{ids[round % 3]}", """{"NextStep":"Meet"}""");
            org.Clock.Advance(TimeSpan.FromSeconds(10));
        }
        return [.. org.Server.Faults.Strikes.Select(Line)];
    }

    private static string[] IdsOf(WireOrg org) => org.Org.Read(store => store["Opportunity"].Scan().Select(record => record.Id).ToArray());

    private static string Line(FaultStrike strike) => $"{strike.At:O} {strike.FaultId} {strike.Struck} {string.Join("; ", strike.Effect)}";
}
