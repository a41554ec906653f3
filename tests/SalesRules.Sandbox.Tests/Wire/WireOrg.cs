using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SalesRules.Sandbox.Tests.Soql;

namespace SalesRules.Sandbox.Tests.Wire;

/// <summary>A sandbox org on the wire, with no records of its own, a clock that stands still and a client that has signed in.</summary>
internal sealed class WireOrg : IAsyncDisposable
{
    /// <summary>When the org starts: a Monday.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    private readonly HttpClient client;

    private WireOrg(SandboxServer server, StoppedClock clock)
    {
        Server = server;
        Clock = clock;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = server.Address };
        Token = server.Sessions.Start(server.Org.AdminUserId);
    }

    public SandboxServer Server { get; }
    public Org Org => Server.Org;
    public StoppedClock Clock { get; }
    public string Token { get; set; }

    public static async Task<WireOrg> StartAsync(SandboxOptions? options = null)
    {
        var clock = new StoppedClock(Start);
        var server = await SandboxServer.StartAsync(
            options ?? new SandboxOptions { Opportunities = 0 }, clock, CancellationToken.None);
        return new WireOrg(server, clock);
    }

    /// <summary>Lets time pass and signs in again, since the session has ended meanwhile.</summary>
    public void AdvanceToNewSession(TimeSpan time)
    {
        Clock.Advance(time);
        Token = Server.Sessions.Start(Org.AdminUserId);
    }

    /// <summary>A call below <c>/services/data/v64.0/</c>.</summary>
    public Task<WireReply> Data(string method, string path, string? body = null, params (string Name, string Value)[] headers) =>
        Send(method, $"/services/data/v64.0/{path}", body, headers);

    /// <summary>A call with the session's token and a JSON body.</summary>
    public Task<WireReply> Send(string method, string path, string? body = null, params (string Name, string Value)[] headers)
    {
        var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return Send(method, path, content, headers);
    }

    /// <summary>A call with the session's token (unless a header replaces it) and any body.</summary>
    public async Task<WireReply> Send(string method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(client.BaseAddress!.OriginalString.TrimEnd('/') + path)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            if (value.Length > 0)
                request.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await client.SendAsync(request);
        return await WireReply.Read(response);
    }

    /// <summary>A form posted without a token, as sign-in is.</summary>
    public Task<WireReply> Form(string path, params (string Name, string Value)[] fields) =>
        Send("POST", path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), ("Authorization", ""));

    /// <summary>Inserts a row over the wire and returns its id.</summary>
    public async Task<string> Insert(string objectName, string body)
    {
        var reply = await Data("POST", $"sobjects/{objectName}", body);
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created), reply.Text);
        return reply.Json.GetProperty("id").GetString()!;
    }

    /// <summary>An opportunity in Discovery that closes at the end of June, with further members.</summary>
    public Task<string> InsertDeal(string members = "") =>
        Insert("Opportunity", $$"""{"Name":"Acme","StageName":"Discovery","CloseDate":"2026-06-30"{{(members.Length > 0 ? "," + members : "")}}}""");

    /// <summary>The value of one field of a row, as JSON text.</summary>
    public async Task<string> Field(string objectName, string id, string field) =>
        (await Data("GET", $"sobjects/{objectName}/{id}?fields={field}")).Json.GetProperty(field).GetRawText();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Server.DisposeAsync();
    }
}
