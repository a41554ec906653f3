using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Recipients;
using SalesRules.Notifications.Settings;
using SalesRules.Notifications.Webhooks;

namespace SalesRules.Notifications.Tests.Settings;

/// <summary>docs/channels.md says what is so.</summary>
internal sealed class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Shipped", "channels.md"));

    private static readonly string[] Examples = [.. Page.Split("```json\n").Skip(1).Select(part => part.Split("```")[0])];

    [Test]
    public void The_settings_of_the_example_are_read_but_for_their_files()
    {
        var problems = ChannelReading.Of(Configuration(Examples[0])).Problems;

        Assert.That(problems, Has.Count.EqualTo(4).And.All.Contains("File names a file that cannot be used"));
    }

    [Test]
    public void The_recipients_of_the_example_are_read()
    {
        var reading = RecipientReading.Of(Configuration(Examples[1]), ChannelReading.Of(Configuration(Examples[0])).Names);

        Assert.That(reading.Problems, Is.Empty);
        Assert.That(reading.Profiles, Has.Count.EqualTo(4));
    }

    [Test]
    public void Every_setting_is_in_the_table()
    {
        var keys = typeof(ChannelOptions).GetProperties().Concat(typeof(RecipientOptions).GetProperties()).Select(property => property.Name).Where(name => !name.EndsWith("File", StringComparison.Ordinal));

        Assert.That(keys.Where(key => !Page.Contains($"`{key}`", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void The_webhooks_example_is_what_is_sent()
    {
        var record = new Uri("https://org.example/006A000001kUVyzIAG");
        var message = new Message
        {
            Key = "alert/006A000001kUVyzIAG/forecast.above-ceiling/2026-03-02",
            Title = "At risk: Acme is above its ceiling",
            Summary = "Commit needs a Leadership score of 2; it is 1.",
            Level = Level.Urgent,
            Sections =
            [
                new Section("Smallest fix",
                    new Paragraph("The evidence allows Best Case."),
                    new Facts(new Fact("Opportunity", new Inline("Acme", record))),
                    new BulletList("Raise Leadership from 1 to 2"),
                    new Table([new Column("Pillar"), new Column("Score", IsNumber: true)], [["Leadership", "1"]])),
            ],
            Actions = [new LinkAction("Open in Salesforce", record) { IsPrimary = true }],
        };

        Assert.That(JsonNode.Parse(WebhookMessage.Render(message, new Recipient("005A0000001ABCdIAG", null, "ana@example.com")))!.ToJsonString(), Is.EqualTo(JsonNode.Parse(Examples[2])!.ToJsonString()));
    }

    private static IConfiguration Configuration(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return new ConfigurationBuilder().AddJsonStream(stream).Build();
    }
}
