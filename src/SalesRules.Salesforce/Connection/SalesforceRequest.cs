using Microsoft.Net.Http.Headers;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Salesforce.Connection;

/// <summary>One call, without address and token, so that it can be sent again after a refresh.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Below the versioned base, such as <c>query?q=...</c>, or from the host's root when it starts with a slash.</param>
/// <param name="Kind">What it counts as.</param>
/// <param name="Operation">What it does, for messages: names of objects, never values.</param>
internal sealed record SalesforceRequest(HttpMethod Method, string Path, CallKind Kind, string Operation)
{
    /// <summary>Doing it twice is the same as doing it once, so it may be sent again when nobody knows what became of it.</summary>
    public bool Idempotent { get; init; }

    /// <summary>What is sent; empty is no body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>Carry it out only if the record was not changed after this time, which counts whole seconds.</summary>
    public DateTimeOffset? IfUnmodifiedSince { get; init; }

    /// <summary>A read: idempotent, answered with JSON.</summary>
    public static SalesforceRequest Get(string path, CallKind kind, string operation) =>
        new(HttpMethod.Get, path, kind, operation) { Idempotent = true };

    /// <summary>A fresh message: one may be sent only once.</summary>
    public HttpRequestMessage ToMessage(Uri baseAddress)
    {
        var message = new HttpRequestMessage(Method, new Uri(baseAddress, Path)) { Version = new(1, 1) };
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.TryAddWithoutValidation("Sforce-Call-Options", "client=SalesRules");
        message.Headers.IfUnmodifiedSince = IfUnmodifiedSince;
        if (!Body.IsEmpty)
            message.Content = new ReadOnlyMemoryContent(Body) { Headers = { { HeaderNames.ContentType, MediaType } } };
        return message;
    }
}
