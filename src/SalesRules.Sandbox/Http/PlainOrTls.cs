using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace SalesRules.Sandbox.Http;

/// <summary>
/// HTTP and HTTPS on one port. Some clients put https before any host they are given; the first byte of a connection tells which
/// of the two it speaks.
/// </summary>
internal static class PlainOrTls
{
    /// <summary>The type of the record every TLS connection begins with; no HTTP method begins with it.</summary>
    private const byte Handshake = 0x16;

    public static void UsePlainOrTls(this ListenOptions listener, X509Certificate2 certificate)
    {
        ConnectionDelegate? plain = null;
        listener.Use(tls => async connection =>
        {
            if (await IsTls(connection))
                await tls(connection);
            else
                await plain!(connection);
        });
        listener.UseHttps(certificate);
        // Built from the last to the first, so this is known before a connection comes.
        listener.Use(next => plain = next);
    }

    private static async Task<bool> IsTls(ConnectionContext connection)
    {
        var read = await connection.Transport.Input.ReadAsync(connection.ConnectionClosed);
        var isTls = !read.Buffer.IsEmpty && read.Buffer.FirstSpan[0] == Handshake;
        connection.Transport.Input.AdvanceTo(read.Buffer.Start);
        return isTls;
    }
}
