using SalesRules.Host.Commands;
using SalesRules.Host.Health;

namespace SalesRules.Host.Tests.Health;

internal sealed class HealthAddressTests
{
    [TestCase("http://127.0.0.1:5080", 5080)]
    [TestCase("http://localhost:0", 0)]
    [TestCase("http://[::1]:65535", 65535)]
    [TestCase("http://*:5080", 5080)]
    public void An_address_to_listen_on_is_taken(string url, int port) => Assert.That(HealthAddress.Parse(url).Port, Is.EqualTo(port));

    [TestCase("", "is no address to listen on")]
    [TestCase("5080", "is no address to listen on")]
    [TestCase("https://127.0.0.1:5080", "does not start with http://")]
    [TestCase("http://127.0.0.1:5080/health", "has a path or an impossible port")]
    public void Anything_else_is_refused_with_a_sentence(string url, string sentence) => Assert.That(
        () => HealthAddress.Parse(url),
        Throws.TypeOf<CommandException>().With.Message.StartsWith("Health:Url: ").And.Message.Contains(sentence));
}
