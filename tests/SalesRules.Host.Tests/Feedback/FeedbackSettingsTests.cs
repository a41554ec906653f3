using Microsoft.Extensions.Configuration;
using SalesRules.Host.Commands;
using SalesRules.Host.Feedback;

namespace SalesRules.Host.Tests.Feedback;

internal sealed class FeedbackSettingsTests
{
    private const string Good = "0123456789abcdef0123456789abcdef";

    [Test]
    public void Without_the_section_there_are_no_links() => Assert.That(Read(), Is.Null);

    [Test]
    public void Links_lead_below_the_public_address_for_thirty_days()
    {
        var settings = Read("PublicUrl=https://rules.example/sales/", $"Secret={Good}", $"PreviousSecret={Good}x")!;

        Assert.That((settings.Page, settings.Days, settings.Secrets.Count), Is.EqualTo((new Uri("https://rules.example/sales/feedback"), 30, 2)));
        Assert.That(settings.ToString(), Does.Not.Contain(Good));
    }

    [TestCase("PublicUrl=https://rules.example,Secret=0123456789abcdef0123456789abcdef,Days=365", null)]
    [TestCase("PublicUrl=http://127.0.0.1:5080,Secret=0123456789abcdef0123456789abcdef,Days=1", null)]
    [TestCase("PublicUrl=http://rules.example,Secret=0123456789abcdef0123456789abcdef", "Feedback:PublicUrl is not usable: expected an address that starts with https:// (http:// only for this machine), without query or user.")]
    [TestCase("PublicUrl=https://u:p@rules.example,Secret=0123456789abcdef0123456789abcdef", "Feedback:PublicUrl is not usable: expected an address that starts with https:// (http:// only for this machine), without query or user.")]
    [TestCase("Secret=0123456789abcdef0123456789abcdef", "Feedback:PublicUrl is missing: set it to where people reach this worker's health page, such as https://rules.example.com, or remove the section.")]
    [TestCase("PublicUrl=https://rules.example", "Feedback:Secret is missing: set it, or SecretFile, to 32 random characters or more, such as the output of: openssl rand -hex 32.")]
    [TestCase("PublicUrl=https://rules.example,Secret=0123456789abcdef0123456789abcde", "Feedback:Secret is too short: expected 32 random characters or more, such as the output of: openssl rand -hex 32.")]
    [TestCase("PublicUrl=https://rules.example,SecretFile=/no/such/file", "Feedback:SecretFile names a file that cannot be read: expected the path of a file that holds only the value.")]
    [TestCase("PublicUrl=https://rules.example,Secret=0123456789abcdef0123456789abcdef,SecretFile=x", "Feedback:Secret is set beside SecretFile: set one of the two.")]
    [TestCase("PublicUrl=https://rules.example,Secret=0123456789abcdef0123456789abcdef,Days=0", "Feedback:Days is not usable: expected 1 to 365.")]
    [TestCase("PublicUrl=https://rules.example,Secret=0123456789abcdef0123456789abcdef,Days=366", "Feedback:Days is not usable: expected 1 to 365.")]
    public void What_is_wrong_is_said_by_its_key_and_never_by_value(string settings, string? problem)
    {
        if (problem is null)
            Assert.That(Read(settings.Split(',')), Is.Not.Null);
        else
            Assert.That(() => Read(settings.Split(',')), Throws.TypeOf<CommandException>().With.Message.EqualTo(problem));
    }

    private static FeedbackSettings? Read(params string[] settings) => FeedbackSettings.Of(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Feedback:{setting.Split('=')[0]}", (string?)setting.Split('=')[1]))).Build());
}
