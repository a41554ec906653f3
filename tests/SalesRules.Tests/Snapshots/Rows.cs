using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

/// <summary>Reading of rows in tests: the JSON of one opportunity, with the Id already in it.</summary>
internal static class Rows
{
    public const string Id = "006xx000003GYkJAAW";

    public static Opportunity Read(string json) => Read(json, FieldMap.Default);

    public static Opportunity Read(string json, FieldMap map) => new OpportunityJsonReader(map).Read(Encoding.UTF8.GetBytes(json));

    /// <summary>A row with one property beside the Id.</summary>
    public static Opportunity With(string property, string value) => Read($$"""{"Id":"{{Id}}","{{property}}":{{value}}}""");

    /// <summary>The sentence with which a row is refused.</summary>
    public static string Refusal(string json)
    {
        var problem = Assert.Throws<SnapshotFormatException>(() => Read(json));
        return problem!.Message;
    }

    public static string RefusalWith(string property, string value) => Refusal($$"""{"Id":"{{Id}}","{{property}}":{{value}}}""");
}
