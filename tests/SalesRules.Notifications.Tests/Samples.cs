using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests;

/// <summary>Messages as the service sends them, with text that would format, or worse, if it were not escaped.</summary>
internal static class Samples
{
    public static Message Alert { get; } = new()
    {
        Key = "alert/006A000001kUVyzIAG/forecast.above-ceiling/2026-03-02",
        Title = "At risk: Müller & Söhne <renewal> is above its ceiling",
        Summary = "Commit needs a Leadership score of 2; it is 1.",
        Level = Level.Urgent,
        Sections =
        [
            new Section(null,
                new Paragraph("The forecast category is Commit, and the evidence allows Best Case.\nNobody has met the economic buyer since 2026-01-14."),
                new Facts(
                    new Fact("Opportunity", new Inline("Müller & Söhne <renewal>", new Uri("https://org.example/006A000001kUVyzIAG?tab=1&x=(2)"))),
                    new Fact("Owner", "Ana Torres"),
                    new Fact("Amount", "EUR 120,000"),
                    new Fact("Close date", "2026-03-31"))),
            new Section("Smallest fix",
                new BulletList("Raise Leadership from 1 to 2: meet *Dr. _Weiß_* @here", new Inline("Score sheet", new Uri("https://org.example/sheet")))),
        ],
        Actions =
        [
            new LinkAction("Open in Salesforce", new Uri("https://org.example/006A000001kUVyzIAG")) { IsPrimary = true },
            new LinkAction("This was useful", new Uri("https://rules.example/feedback?t=abc.def")),
            new LinkAction("Not useful", new Uri("https://rules.example/feedback?t=ghi.jkl")),
        ],
    };

    public static Message Digest { get; } = new()
    {
        Key = "digest/pipeline/2026-03-02",
        Title = "Pipeline pre-read, Monday 2026-03-02",
        Summary = "14 deals at risk, EUR 1.2 million.",
        Sections =
        [
            new Section("This week", new Paragraph("Weighted forecast EUR 3,400,000, up EUR 150,000 on last Monday."),
                new Table([new Column("Category"), new Column("Deals", IsNumber: true), new Column("EUR", IsNumber: true)],
                    [["Commit", "4", "900,000"], ["Best Case", "11", "2,150,000"], ["Pipeline", "32", "5,020,000"]])),
            new Section("Deals at risk",
                new Table([new Column("Deal"), new Column("Owner"), new Column("Amount", IsNumber: true), new Column("Because")],
                [
                    [new Inline("Acme | Rollout", new Uri("https://org.example/006A1")), "Ana Torres", "120,000", "Leadership is 1, Commit needs 2"],
                    [new Inline("Globex [EMEA]", new Uri("https://org.example/006A2")), "Ben Ôkafor", "86,500.50", ""],
                ])),
        ],
        Actions = [new LinkAction("All deals", new Uri("https://rules.example/deals"))],
    };

    public static Message Small { get; } = new() { Key = "k1", Title = "Hello" };

    public static Message With(params Block[] blocks) => Small with { Sections = [new Section("Part", blocks)] };
}
