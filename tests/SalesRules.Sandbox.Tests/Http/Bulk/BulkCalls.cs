using System.Net;
using System.Text;
using System.Text.Json;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Http.Bulk;

/// <summary>The calls that every bulk job takes.</summary>
internal static class BulkCalls
{
    public static async Task<string> CreateJob(this WireOrg org, string kind, string body)
    {
        var reply = await org.Data("POST", $"jobs/{kind}", body);
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK), reply.Text);
        return reply.Json.GetProperty("id").GetString()!;
    }

    public static Task<WireReply> Upload(this WireOrg org, string id, string csv) =>
        org.Send("PUT", $"/services/data/v64.0/jobs/ingest/{id}/batches", new StringContent(csv, Encoding.UTF8, "text/csv"));

    /// <summary>Polls until the job has ended.</summary>
    public static async Task<JsonElement> EndOf(this WireOrg org, string kind, string id)
    {
        while (true)
        {
            var job = (await org.Data("GET", $"jobs/{kind}/{id}")).Json;
            if (job.GetProperty("state").GetString() is "JobComplete" or "Failed" or "Aborted")
                return job;
        }
    }

    /// <summary>A whole ingest job; returns it as it ended.</summary>
    public static async Task<(string Id, JsonElement Job)> Ingest(this WireOrg org, string members, string csv)
    {
        var id = await org.CreateJob("ingest", $$"""{"contentType":"CSV",{{members}}}""");
        Assert.That((await org.Upload(id, csv)).Status, Is.EqualTo(HttpStatusCode.Created));
        await org.Data("PATCH", $"jobs/ingest/{id}", """{"state":"UploadComplete"}""");
        return (id, await org.EndOf("ingest", id));
    }

    public static async Task<string> Results(this WireOrg org, string id, string kind) => (await org.Data("GET", $"jobs/ingest/{id}/{kind}")).Text;
}
