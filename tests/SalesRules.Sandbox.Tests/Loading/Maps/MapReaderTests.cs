namespace SalesRules.Sandbox.Tests.Loading.Maps;

/// <summary>A wrong map is refused as a whole, with the line of everything that is wrong.</summary>
public sealed class MapReaderTests : LoadingFixture
{
    private const string Data = "name,stage\nA,Discovery\n";

    [Test]
    public void Tells_everything_at_once()
    {
        var problems = Refusal(Data, """
            {
              "stages": [ { "name": "Odd", "probability": 101, "category": "Sure" } ],
              "source": {},
              "sources": { "deals": { "fiel": "x.csv" } },
              "records": {
                "deals": {
                  "object": "Opportunity",
                  "from": "dales",
                  "fields": {
                    "Mood__c": "good",
                    "Name": { "colum": "name" },
                    "Amount": { "lookup": "accounts", "key": { "column": "name" } },
                    "CloseDate": { "shift": { "column": "close" }, "days": "many" }
                  }
                },
                "others": { "object": "Nothing__c", "from": "deals", "fields": {} }
              }
            }
            """);
        Assert.That(problems, Is.EqualTo((string[])
        [
            "deals.map.json:2: stages[0].probability is 101; it is a percentage from 0 to 100.",
            "deals.map.json:2: stages[0].category is \"Sure\"; it may be \"Omitted\" or \"Pipeline\" or \"Best Case\" or \"Most Likely\" or \"Commit\" or \"Closed\".",
            "deals.map.json:3: The map has no key \"source\"; it takes stages, sources, records.",
            "deals.map.json:4: sources.deals has no key \"fiel\"; it takes file, dateFormat, brokenRows, let.",
            "deals.map.json:6: records.deals.from: there is no source called \"dales\"; there are deals.",
            "deals.map.json:10: records.deals.fields.Mood__c: Opportunity has no field Mood__c that can be loaded.",
            "deals.map.json:11: records.deals.fields.Name needs exactly one of column, value, template, lookup, find, shift.",
            "deals.map.json:11: records.deals.fields.Name has no key \"colum\"; it takes column, value, template, lookup, find, shift, map, take, whenEmpty.",
            "deals.map.json:12: records.deals.fields.Amount: there is no record set with a key that comes before this one called \"accounts\".",
            "deals.map.json:13: records.deals.fields.CloseDate.days is to be a whole number.",
            "deals.map.json:16: records.others.object: the org has no object Nothing__c.",
        ]));
    }

    [Test]
    public void Names_the_line_on_which_the_JSON_breaks() =>
        Assert.That(Refusal(Data, "{\n  \"sources\": {\n").Single(), Does.StartWith("deals.map.json:3: This is no JSON"));

    [TestCase("[]")]
    [TestCase("1")]
    public void A_map_is_an_object(string map) =>
        Assert.That(Refusal(Data, map).Single(), Is.EqualTo("deals.map.json:1: A map is a JSON object with the keys sources and records."));

    [Test]
    public void A_column_that_the_file_does_not_have_is_named_with_those_it_has()
    {
        var problems = Refusal(Data, """
            {
              "sources": { "deals": {} },
              "records": { "deals": { "object": "Opportunity", "from": "deals", "fields": { "Name": { "template": "{name} of {account}" } } } }
            }
            """);
        Assert.That(problems.Single(), Does.StartWith("deals.map.json:3: records.deals.fields.Name: ").And.EndsWith("has no column \"account\"; it has name, stage."));
    }

    [Test]
    public void Formulas_and_ids_cannot_be_loaded()
    {
        var problems = Refusal(Data, """
            {
              "sources": { "deals": {} },
              "records": { "deals": { "object": "Opportunity", "from": "deals", "fields": {
                "Id": { "column": "name" },
                "MIQL_Total__c": "7"
              } } }
            }
            """);
        Assert.That(problems, Has.Length.EqualTo(2));
    }

    [Test]
    public void A_key_that_comes_twice_is_refused() =>
        Assert.That(
            Refusal(Data, "{ \"sources\": { \"deals\": {} }, \"records\": {}, \"records\": {} }").Single(),
            Is.EqualTo("deals.map.json:1: records is there twice."));
}
