using System.Text.Json.Nodes;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Policies;

/// <summary>docs/policy.schema.json and the loader agree, seen from outside: what the one names the other reads.</summary>
public sealed class PolicySchemaTests
{
    [Test]
    public void The_shipped_schema_is_the_one_that_the_loader_describes() =>
        ShippedFiles.AssertEqual("docs/policy.schema.json", PolicySchema.Text());

    [TestCaseSource(nameof(Paths))]
    public void A_key_of_the_schema_is_read_by_the_loader(string path)
    {
        var schema = SchemaKeys.All().Single(key => key.Path == path).Schema;
        var wrongKind = SchemaKeys.Allows(schema, "object") ? "[wrong]" : "{ wrong: kind }";

        var problems = PolicyFile.Parse(PolicyTexts.WithKey(path, wrongKind), "p.yaml").Problems;

        Assert.That(problems.Select(problem => problem.Key), Is.EqualTo([path]));
        Assert.That(problems[0].Sentence, Does.StartWith("expected ").And.Contains(", found a "));
    }

    [TestCaseSource(nameof(SectionPaths))]
    public void The_loader_knows_no_key_that_the_schema_does_not(string path)
    {
        var keys = SchemaKeys.Sections().Single(section => section.Path == path).Schema["properties"]!.AsObject().Select(pair => pair.Key);
        var unknown = path.Length == 0 ? "zzzzzz" : $"{path}.zzzzzz";

        var problem = PolicyFile.Parse(PolicyTexts.WithKey(unknown, "1"), "p.yaml").Problems.Single();

        Assert.That(problem.Key, Is.EqualTo(unknown));
        Assert.That(problem.Sentence, Is.EqualTo($"unknown key; expected one of {string.Join(", ", keys)}"));
    }

    [TestCaseSource(nameof(ChoicePaths))]
    public void The_words_of_the_schema_are_the_loaders(string path)
    {
        var words = WordsOf(SchemaKeys.All().Single(key => key.Path == path).Schema);

        foreach (var word in words)
            Assert.That(PolicyFile.Parse(PolicyTexts.WithKey(path, word), "p.yaml").Problems, Is.Empty, word);
        var problem = PolicyFile.Parse(PolicyTexts.WithKey(path, "zzzzzz"), "p.yaml").Problems.Single();
        Assert.That(problem.Sentence, Does.EndWith($"expected one of {string.Join(", ", words)}"));
    }

    [Test]
    public void Rules_and_fields_of_the_schema_are_those_of_the_catalogues()
    {
        var rules = RuleBook.All.Select(rule => rule.Id);

        Assert.That(WordsOf(SchemaOf("severities")["propertyNames"]!["anyOf"]![0]!), Is.EqualTo(rules.Concat(LeadBook.All.Select(rule => rule.Id)).Concat(PortfolioBook.All.Select(rule => rule.Id))));
        Assert.That(WordsOf(SchemaOf("tasks.rules")["items"]!["anyOf"]![0]!), Is.EqualTo(rules));
        Assert.That(WordsOf(SchemaOf("fields")["propertyNames"]!), Is.EqualTo(OpportunityFields.All.Select(field => field.ApiName)));
    }

    [TestCaseSource(nameof(DefaultPaths))]
    public void A_default_of_the_schema_is_accepted_by_the_loader(string path) =>
        Assert.That(PolicyFile.Parse(PolicyTexts.WithKey(path, SchemaOf(path)["default"]!.ToJsonString()), "p.yaml").Problems, Is.Empty);

    private static IEnumerable<string> Paths() => SchemaKeys.All().Select(key => key.Path);

    private static IEnumerable<string> SectionPaths() => SchemaKeys.Sections().Select(section => section.Path);

    private static IEnumerable<string> ChoicePaths() => SchemaKeys.All().Where(key => key.Schema.ContainsKey("enum")).Select(key => key.Path);

    private static IEnumerable<string> DefaultPaths() => SchemaKeys.All().Where(key => key.Schema.ContainsKey("default")).Select(key => key.Path);

    private static JsonObject SchemaOf(string path) => SchemaKeys.All().Single(key => key.Path == path).Schema;

    private static string[] WordsOf(JsonNode schema) => [.. schema["enum"]!.AsArray().Select(word => word!.GetValue<string>())];
}
