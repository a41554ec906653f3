using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection;

namespace SalesRules.Salesforce.Tests;

internal sealed class ServiceCollectionTests
{
    private static readonly Uri Login = new("https://acme.my.salesforce.com");

    [Test]
    public async Task A_misspelt_key_stops_the_start()
    {
        await using var client = new Client(Login, null, ("LoginUrll", "https://acme.my.salesforce.com"));

        Assert.That(() => client.Get<IOptions<SalesforceOptions>>().Value, Throws.InvalidOperationException.With.Message.Contains("LoginUrll"));
    }

    [Test]
    public async Task Wrong_values_stop_the_start_with_every_sentence()
    {
        await using var client = new Client(Login, null, ("ClientId", ""), ("ApiVersion", "x"));

        Assert.That(
            () => client.Get<IOptions<SalesforceOptions>>().Value,
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("Salesforce:ClientId").And.Message.Contains("Salesforce:ApiVersion"));
    }
}
