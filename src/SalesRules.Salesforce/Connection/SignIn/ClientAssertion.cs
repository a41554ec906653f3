using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>The signed statement of the JWT bearer flow: who asks, for which user, at which host, for how long.</summary>
internal static class ClientAssertion
{
    // Salesforce refuses more than a few minutes; three are what other clients send.
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(180);

    /// <summary>An RS256 token of <c>iss</c>, <c>sub</c>, <c>aud</c> and <c>exp</c>.</summary>
    public static string Sign(SalesforceOptions options, DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = options.ClientId!,
            ["sub"] = options.Username!,
            ["aud"] = options.Audience ?? new Uri(options.LoginUrl!).GetLeftPart(UriPartial.Authority),
            ["exp"] = now.Add(Lifetime).ToUnixTimeSeconds(),
        };
        var signed = $"{Part("""{"alg":"RS256"}"""u8)}.{Part(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        using var key = PrivateKeyFile.Read(options.PrivateKeyFile!);
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Part(signature)}";
    }

    private static string Part(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
