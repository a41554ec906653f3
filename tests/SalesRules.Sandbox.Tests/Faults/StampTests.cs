using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class StampTests : FaultTests
{
    [Test]
    public async Task Saves_within_a_span_share_one_stamp_and_the_next_span_has_its_own()
    {
        var ids = await Deals(3);
        Faults.Add(new EqualStampsFault { Span = TimeSpan.FromSeconds(30) });
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        await Patch(ids[0]);
        Org.Clock.Advance(TimeSpan.FromSeconds(29));
        await Patch(ids[1]);
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        await Patch(ids[2]);

        Assert.That(await Stamps(ids), Is.EqualTo(new[] { "09:30:01", "09:30:01", "09:30:31" }));
    }

    [Test]
    public async Task A_mass_save_stamps_many_rows_at_once_without_changing_them()
    {
        var ids = await Deals(20);
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        Faults.Add(new EditFault { Rows = new() { Count = 15 } });

        await Org.Data("GET", "limits");

        Assert.That((await Stamps(ids)).Count(stamp => stamp == "09:35:00"), Is.EqualTo(15));
        Assert.That(Faults.Strikes.Single().Effect, Has.Count.EqualTo(15));
    }

    [Test]
    public async Task The_platform_moves_the_stamp_alone()
    {
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        Faults.Add(new EditFault { By = Editor.System, Values = new Dictionary<string, object?> { ["NextStep"] = "Rolled up" } });

        await Org.Data("GET", "limits");

        Assert.That(await NextStep(id), Is.EqualTo("Rolled up"));
        Assert.That(await Org.Field("Opportunity", id, "LastModifiedDate"), Does.Contain("09:30:00"));
        Assert.That(await Org.Field("Opportunity", id, "SystemModstamp"), Does.Contain("09:35:00"));
    }

    [Test]
    public async Task A_skewed_clock_shows_in_stamps_and_the_date_header_until_the_fault_is_stopped()
    {
        Faults.Add(new ClockSkewFault { By = TimeSpan.FromMinutes(-5), When = new() { Nth = 2 } });

        var before = await Org.Data("GET", "limits");
        var id = await Org.InsertDeal();
        var skewed = await Org.Data("GET", "limits");
        Faults.StopAll();
        var after = await Org.Data("GET", "limits");

        Assert.That(await Stamps([id]), Is.EqualTo(new[] { "09:25:00" }));
        Assert.That(
            new[] { before, skewed, after }.Select(reply => reply.Header("Date")),
            Is.EqualTo(new[] { "Mon, 02 Mar 2026 09:30:00 GMT", "Mon, 02 Mar 2026 09:25:00 GMT", "Mon, 02 Mar 2026 09:30:00 GMT" }));
    }

    private async Task<string[]> Stamps(string[] ids)
    {
        var stamps = new List<string>();
        foreach (var id in ids)
            stamps.Add((await Org.Field("Opportunity", id, "SystemModstamp"))[12..20]);
        return [.. stamps];
    }
}
