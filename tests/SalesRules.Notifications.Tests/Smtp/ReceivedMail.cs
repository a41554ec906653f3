using System.Text;

namespace SalesRules.Notifications.Tests.Smtp;

/// <summary>A mail as the server took it.</summary>
/// <param name="User">Who signed in; null: nobody.</param>
/// <param name="OverTls">Whether it came through the secured connection.</param>
/// <param name="Data">Headers and body, with the dots of the protocol taken away again.</param>
internal sealed record ReceivedMail(string From, string To, string? User, bool OverTls, string Data)
{
    /// <summary>A header's value, its folding undone; null: there is none.</summary>
    public string? Header(string name) => Headers.LastOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public IReadOnlyList<(string Name, string Value)> Headers =>
    [
        .. Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ").Split("\r\n")
            .Select(line => (line[..line.IndexOf(':')], line[(line.IndexOf(':') + 1)..].Trim())),
    ];

    /// <summary>The text of a part, decoded.</summary>
    /// <param name="mediaType">Such as text/plain.</param>
    public string Part(string mediaType)
    {
        var boundary = Header("Content-Type")!.Split("boundary=")[1].Trim('"');
        var part = Data.Split($"--{boundary}").Single(part => part.Contains($"Content-Type: {mediaType}", StringComparison.Ordinal));
        Assert.That(part, Does.Contain("quoted-printable"));
        return Decode(part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..^2]);
    }

    private static string Decode(string quotedPrintable)
    {
        var text = quotedPrintable.Replace("=\r\n", "");
        var bytes = new List<byte>();
        for (var place = 0; place < text.Length; place++)
        {
            if (text[place] == '=')
            {
                bytes.Add(Convert.FromHexString(text.AsSpan(place + 1, 2))[0]);
                place += 2;
            }
            else
            {
                bytes.Add(checked((byte)text[place]));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
