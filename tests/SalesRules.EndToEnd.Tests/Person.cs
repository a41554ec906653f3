using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Sandbox;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A person at work in the org: reads and edits records through the same REST API as everybody.</summary>
internal sealed class Person(SandboxServer server) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = server.Address };
    private string? userId;

    public async Task<JsonElement> ReadAsync(SalesforceId id, string objectName = "Opportunity")
    {
        await SignInAsync();
        return await http.GetFromJsonAsync<JsonElement>($"services/data/v64.0/sobjects/{objectName}/{id}");
    }

    public async Task<IReadOnlyList<JsonElement>> QueryAsync(string soql)
    {
        await SignInAsync();
        var reply = await http.GetFromJsonAsync<JsonElement>($"services/data/v64.0/query?q={Uri.EscapeDataString(soql)}");
        return [.. reply.GetProperty("records").EnumerateArray()];
    }

    /// <summary>All pages of a query.</summary>
    public async Task<IReadOnlyList<JsonElement>> QueryAllAsync(string soql)
    {
        await SignInAsync();
        var records = new List<JsonElement>();
        var next = $"services/data/v64.0/query?q={Uri.EscapeDataString(soql)}";
        while (true)
        {
            var reply = await http.GetFromJsonAsync<JsonElement>(next);
            records.AddRange(reply.GetProperty("records").EnumerateArray());
            if (!reply.TryGetProperty("nextRecordsUrl", out var url))
                return records;
            next = url.GetString()!.TrimStart('/');
        }
    }

    public async Task EditAsync(SalesforceId id, JsonObject fields, string objectName = "Opportunity")
    {
        await SignInAsync();
        using var reply = await http.PatchAsJsonAsync($"services/data/v64.0/sobjects/{objectName}/{id}", fields);
        Assert.That((int)reply.StatusCode, Is.EqualTo(204), await reply.Content.ReadAsStringAsync());
    }

    public async Task DeleteAsync(SalesforceId id, string objectName = "Opportunity")
    {
        await SignInAsync();
        using var reply = await http.DeleteAsync(new Uri($"services/data/v64.0/sobjects/{objectName}/{id}", UriKind.Relative));
        Assert.That((int)reply.StatusCode, Is.EqualTo(204));
    }

    public async Task<SalesforceId> CreateAsync(JsonObject fields, string objectName = "Opportunity")
    {
        await SignInAsync();
        using var reply = await http.PostAsJsonAsync($"services/data/v64.0/sobjects/{objectName}", fields);
        var body = await reply.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That((int)reply.StatusCode, Is.EqualTo(201), body.ToString());
        return SalesforceId.Parse(body.GetProperty("id").GetString()!);
    }

    /// <inheritdoc cref="CommitDeal"/>
    public Task<SalesforceId> CreateCommitWithoutLeadershipAsync(string stage = "Discovery") =>
        CreateAsync(JsonSerializer.SerializeToNode(CommitDeal.Values(server.Org.Today(), stage, server.Org.AdminUserId))!.AsObject());

    /// <summary>After the org's clock went on by more than a session lasts.</summary>
    public void SignInAgain()
    {
        if (userId is not null)
            Authorize(userId);
    }

    public void Dispose() => http.Dispose();

    /// <summary>As a user of their own: what the service's user does is the service's doing.</summary>
    private async Task SignInAsync()
    {
        if (http.DefaultRequestHeaders.Authorization is not null)
            return;
        Authorize(server.Org.AdminUserId);
        userId = (await CreateAsync(new JsonObject { ["Username"] = "rep@sandbox.example", ["LastName"] = "Rep", ["Email"] = "rep@sandbox.example", ["IsActive"] = true }, "User")).Value;
        Authorize(userId);
    }

    private void Authorize(string userId) =>
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", server.Sessions.Start(userId));
}
