namespace SalesRules.Sandbox.Tests.Clients;

/// <summary>@jsforce/jsforce-node runs bulk jobs against the sandbox org from the upload to the results.</summary>
public sealed class JsforceNodeTests : ClientTests
{
    [Test]
    public async Task It_loads_updates_upserts_and_deletes_in_bulk(CancellationToken cancellationToken)
    {
        var result = await ResultOf("jsforce-node.mjs", cancellationToken);

        Assert.That((result.GetProperty("inserted").GetInt32(), result.GetProperty("unprocessed").GetInt32()), Is.EqualTo((250, 0)));
        Assert.That(
            result.GetProperty("failed")[0].GetProperty("sf__Error").GetString(),
            Is.EqualTo("INVALID_TYPE_ON_FIELD_IN_RECORD:Close Date: value not of required type: soon:CloseDate --"));
        Assert.That(result.GetProperty("upserted").EnumerateArray().Select(created => created.GetString()), Is.EqualTo(new[] { "true" }));
        Assert.That((result.GetProperty("updated").GetInt32(), result.GetProperty("cleared").GetInt32()), Is.EqualTo((2, 2)));
        Assert.That(result.GetProperty("deleted").GetInt32(), Is.EqualTo(250));
    }

    [Test]
    public async Task It_exports_in_bulk(CancellationToken cancellationToken)
    {
        var result = await ResultOf("jsforce-node.mjs", cancellationToken);

        Assert.That((result.GetProperty("exported").GetInt32(), result.GetProperty("everything").GetInt32()), Is.EqualTo((250, Deals + 250)));
        Assert.That(result.GetProperty("row").GetProperty("NextStep").GetString(), Is.EqualTo("a;b, \"c\""));
        Assert.That(Code(result, "refused"), Is.EqualTo("INVALID_FIELD"));
        Assert.That(result.GetProperty("recent").GetInt32(), Is.EqualTo(3));
    }
}
