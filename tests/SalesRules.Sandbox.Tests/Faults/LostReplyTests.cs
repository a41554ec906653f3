using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class LostReplyTests : FaultTests
{
    [Test]
    public async Task The_save_stands_and_the_caller_hears_nothing()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new LostReplyFault { When = new() { Nth = 1 } });

        Assert.That(() => Patch(id), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await NextStep(id), Is.EqualTo("Call"));
    }

    [Test]
    public async Task Lost_before_the_work_nothing_is_saved()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new LostReplyFault { Moment = FaultMoment.Before, When = new() { Nth = 1 } });

        Assert.That(() => Patch(id), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await NextStep(id), Is.Null);
    }

    [Test]
    public async Task A_reply_torn_short_of_its_length_breaks_off_in_a_word()
    {
        Faults.Add(new TornBodyFault { When = new() { Nth = 1 } });

        var torn = await Torn();

        Assert.That(torn.Problem, Is.InstanceOf<IOException>());
        Assert.That(torn.Promised, Is.GreaterThan(torn.Text.Length));
        Assert.That(torn.Text, Does.Match("[A-Za-z0-9]$").And.StartsWith("{\"totalSize\":1"));
    }

    [Test]
    public async Task A_chunked_reply_is_torn_before_its_last_chunk()
    {
        Faults.Add(new TornBodyFault { Framing = TornFraming.Chunked, Kept = 0.9m, When = new() { Nth = 1 } });

        var torn = await Torn();

        Assert.That(torn.Problem, Is.InstanceOf<IOException>());
        Assert.That(torn.Promised, Is.Null);
        Assert.That(torn.Text, Does.Match("[A-Za-z0-9]$").And.StartsWith("{\"totalSize\":1"));
    }

    [Test]
    public async Task A_torn_reply_may_be_complete_to_HTTP()
    {
        Faults.Add(new TornBodyFault { Framing = TornFraming.Complete, When = new() { Nth = 1 } });

        var torn = await Torn();

        Assert.That(torn.Problem, Is.Null);
        Assert.That(torn.Text, Does.Match("[A-Za-z0-9]$").And.StartsWith("{\"totalSize\":1"));
    }

    [Test]
    public async Task A_torn_save_stands_and_the_next_call_is_whole()
    {
        var ids = await Deals(2);
        Faults.Add(new TornBodyFault { When = new() { Nth = 1 } });

        Assert.That(() => Update(ids), Throws.InstanceOf<HttpRequestException>());
        Assert.That(await NextStep(ids[1]), Is.EqualTo("Call"));
    }

    [Test]
    public async Task A_reply_without_a_body_arrives_whole()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new TornBodyFault());

        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [TestCase("gzip")]
    [TestCase("identity")]
    public async Task Other_replies_are_compressed_as_without_faults(string encoding)
    {
        await Deals(50);
        Faults.Add(new DelayFault { Length = TimeSpan.FromMilliseconds(1) });

        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Org.Server.Address, "/services/data/v64.0/query?q=SELECT+Id,Name+FROM+Opportunity"));
        request.Headers.Authorization = new("Bearer", Org.Token);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var reply = await client.SendAsync(request);

        Assert.That(await reply.Content.ReadAsStringAsync(), Does.StartWith("{\"totalSize\":50").And.EndWith("]}"));
    }

    private async Task<(string Text, long? Promised, Exception? Problem)> Torn()
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Org.Server.Address, "/services/data/v64.0/query?q=SELECT+Id,Name+FROM+Organization"));
        request.Headers.Authorization = new("Bearer", Org.Token);
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var promised = reply.Content.Headers.NonValidated.TryGetValues("Content-Length", out var length) ? long.Parse(length.ToString(), System.Globalization.CultureInfo.InvariantCulture) : (long?)null;
        using var read = new MemoryStream();
        Exception? problem = null;
        try
        {
            await (await reply.Content.ReadAsStreamAsync()).CopyToAsync(read);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            problem = exception;
        }
        return (System.Text.Encoding.UTF8.GetString(read.ToArray()), promised, problem);
    }
}
