namespace SalesRules.Sandbox.Tests.Clients;

/// <summary>nforce, which shares no code with jsforce, works with the sandbox org as well.</summary>
public sealed class NforceTests : ClientTests
{
    [Test]
    public async Task It_signs_in_and_reads(CancellationToken cancellationToken)
    {
        var result = await ResultOf("nforce.mjs", cancellationToken);

        var pages = result.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32()).ToList();
        Assert.That(result.GetProperty("user").GetString(), Is.EqualTo(Server.Org.AdminUserId));
        Assert.That(result.GetProperty("limit").GetInt32(), Is.EqualTo(Server.Org.Options.DailyApiRequests));
        Assert.That(result.GetProperty("objects").EnumerateArray().Select(name => name.GetString()), Does.Contain("Opportunity"));
        Assert.That(result.GetProperty("fields").EnumerateArray().Select(name => name.GetString()), Does.Contain("ForecastCategoryName"));
        Assert.That(pages, Is.EqualTo(new[] { 2000, Deals - 2000, Deals }));
        Assert.That(result.GetProperty("count").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task It_creates_updates_upserts_and_deletes(CancellationToken cancellationToken)
    {
        var result = await ResultOf("nforce.mjs", cancellationToken);

        var read = result.GetProperty("read");
        Assert.That(result.GetProperty("created").GetProperty("success").GetBoolean(), Is.True);
        Assert.That(
            (read.GetProperty("stage").GetString(), read.GetProperty("amount").GetDecimal(), read.GetProperty("probability").GetDecimal()),
            Is.EqualTo(("POV", 1500m, 60m)));
        Assert.That(
            (result.GetProperty("inserted").GetProperty("created").GetBoolean(), result.GetProperty("again").GetProperty("created").GetBoolean()),
            Is.EqualTo((true, false)));
    }

    [Test]
    public async Task It_understands_why_it_is_refused(CancellationToken cancellationToken)
    {
        var result = await ResultOf("nforce.mjs", cancellationToken);

        Assert.That(Code(result, "gone"), Is.EqualTo("ENTITY_IS_DELETED"));
        Assert.That(Code(result, "badField"), Is.EqualTo("INVALID_FIELD"));
        Assert.That(result.GetProperty("badPassword").GetProperty("message").GetString(), Is.EqualTo("invalid_grant - authentication failure"));
    }
}
