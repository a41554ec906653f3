using System.Net;
using System.Net.Security;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests;

/// <summary>Lets this process trust one certificate of the tests, as a machine trusts what its owner installs.</summary>
[SetUpFixture]
internal sealed class TrustedCertificates
{
    [OneTimeSetUp]
    public void Trust()
    {
#pragma warning disable SYSLIB0014 // The mail client of the framework asks here only.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == SslPolicyErrors.None || certificate?.GetCertHashString() == TestCertificate.Trusted.GetCertHashString();
#pragma warning restore SYSLIB0014
    }
}
