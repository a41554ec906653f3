using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The org's reply, cut off.</summary>
internal sealed record TornReply(TornFraming Framing, decimal Kept) : FaultReply
{
    public override async Task Send(HttpContext context, ReadOnlyMemory<byte> held)
    {
        var response = context.Response;
        response.ContentLength = Framing == TornFraming.ContentLength ? held.Length : null;
        await response.Body.WriteAsync(held[..TornAt(held.Span)], context.RequestAborted);
        if (Framing == TornFraming.Complete)
            return;
        await response.Body.FlushAsync(context.RequestAborted);
        // A reply that has begun and ends in an exception: the server sends what it has and closes the connection.
        throw new IOException("A fault tore this reply.");
    }

    // Behind a letter or digit, so that a word, a number or a text is left in two.
    private int TornAt(ReadOnlySpan<byte> body)
    {
        var at = Math.Clamp((int)(body.Length * Kept), 1, Math.Max(1, body.Length - 1));
        while (at < body.Length - 1 && !(char.IsAsciiLetterOrDigit((char)body[at - 1]) && char.IsAsciiLetterOrDigit((char)body[at])))
            at++;
        return Math.Min(at, body.Length);
    }
}
