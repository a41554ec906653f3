using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Http;

/// <summary>
/// Conditional headers on a row. Dates compare with LastModifiedDate in whole seconds; entity tags exist for accounts only.
/// </summary>
internal sealed class RowPreconditions(ApiRequest request, Record record, SandboxBehaviors behaviors)
{
    /// <summary>True when the caller has this state of the row already.</summary>
    public bool IsNotModified() =>
        (DateOf("If-Modified-Since") is { } since && LastModified <= since) || (Tag is { } tag && Lists("If-None-Match", tag));

    /// <summary>Refuses a write that was meant for another state of the row.</summary>
    public void CheckWrite()
    {
        foreach (var header in (string[])["If-Modified-Since", "If-Unmodified-Since"])
            if (request.Header(header) is { } text && HttpDate.Parse(text) is null)
                throw ApiException.BadRequest("INVALID_HEADER", $"{header}: {text} is not a date such as Tue, 23 Mar 2026 00:00:00 GMT");
        CheckUnmodified();
        if (Tag is { } tag && Lists("If-None-Match", tag))
            throw Failed("The record matches the entity tag of If-None-Match");
    }

    /// <summary>Refuses a read or write meant for another state of the row.</summary>
    public void CheckUnmodified()
    {
        if (DateOf("If-Unmodified-Since") is { } unmodified && LastModified > unmodified)
            throw Failed("The record has been modified since the date of If-Unmodified-Since");
        if (Tag is { } tag && request.Header("If-Match") is not null && !Lists("If-Match", tag))
            throw Failed("The record no longer matches the entity tag of If-Match");
    }

    /// <summary>Adds the headers that a later conditional request needs.</summary>
    public ApiReply Describe(ApiReply reply)
    {
        var dated = reply.With("Last-Modified", LastModified.ToString("R", CultureInfo.InvariantCulture));
        return Tag is { } tag ? dated.With("ETag", tag) : dated;
    }

    private DateTimeOffset LastModified =>
        record.Type.FindStored("LastModifiedDate") is { } modified ? (DateTimeOffset)record[modified]! : record.SystemModstamp;

    private string? Tag => record.Type.Name == "Account"
        ? $"\"{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{record.Id}/{record.SystemModstamp:O}"))))}\""
        : null;

    private DateTimeOffset? DateOf(string header) => HttpDate.Parse(request.Header(header));

    private bool Lists(string header, string tag) =>
        request.Header(header) is { } value && value.Split(',', StringSplitOptions.TrimEntries).Any(listed => listed is "*" || listed == tag);

    private ApiException Failed(string message) => behaviors.ExplainFailedPreconditions
        ? new ApiException(412, new ApiError("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", message, []))
        : new ApiException(412);
}
