using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;

namespace SalesRules.Sandbox.Identity;

/// <summary>A JWT as clients send it: RS256, with iss, sub, aud and exp (a number, or a number in quotes); other claims are ignored.</summary>
internal sealed class JwtAssertion
{
    private readonly byte[] signed;
    private readonly byte[] signature;
    private readonly JsonElement claims;

    private JwtAssertion(byte[] signed, byte[] signature, JsonElement claims)
    {
        this.signed = signed;
        this.signature = signature;
        this.claims = claims;
    }

    public string? Issuer => Text("iss");
    public string? Subject => Text("sub");
    public string? Audience => Text("aud");

    /// <summary>Seconds since 1970; null when missing or no number.</summary>
    public long? Expires => claims.TryGetProperty("exp", out var exp)
        && long.TryParse(exp.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null;

    /// <summary>Takes an assertion apart; null when it is no RS256 JWT.</summary>
    public static JwtAssertion? Parse(string text)
    {
        try
        {
            if (text.Split('.') is not [var header, var body, var signature] || Json(header).GetProperty("alg").GetString() != "RS256")
                return null;
            return new JwtAssertion(Encoding.ASCII.GetBytes($"{header}.{body}"), Base64Url.DecodeFromChars(signature), Json(body));
        }
        catch (Exception exception) when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>True when the key of this PEM file (a public key or a certificate) made the signature.</summary>
    public bool IsSignedBy(string pemFile)
    {
        var pem = File.ReadAllText(pemFile);
        using var certificate = pem.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal) ? X509Certificate2.CreateFromPem(pem) : null;
        using var key = certificate?.GetRSAPublicKey() ?? RSA.Create();
        if (certificate is null)
            key.ImportFromPem(pem);
        return key.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private string? Text(string name) =>
        claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String ? claim.GetString() : null;

    private static JsonElement Json(string part) => JsonElement.Parse(Base64Url.DecodeFromChars(part));
}
