using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SalesRules.Notifications.Tests.Smtp;

/// <summary>Self-signed certificates for servers on this machine.</summary>
internal static class TestCertificate
{
    /// <summary>One that <c>TrustedCertificates</c> lets this process trust.</summary>
    public static X509Certificate2 Trusted { get; } = Make();

    /// <summary>One that nobody trusts.</summary>
    public static X509Certificate2 Unknown { get; } = Make();

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), password: null);
    }
}
