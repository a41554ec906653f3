using SalesRules.Sandbox.Generation;
using SalesRules.Sandbox.Generation.Recipes;
using SalesRules.Sandbox.Generation.Records;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Schema.Package;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Generation;

/// <summary>A generated org as plain values, for looking at.</summary>
internal sealed class CollectedOrg : IRecordSink
{
    public static readonly DateOnly Today = new(2026, 5, 13);
    public static readonly OrgSchema Schema = OrgSchema.Build(StageLists.Policy, SfdxPackage.Embedded());

    /// <summary>The default org, made once for all tests that only read it.</summary>
    public static readonly CollectedOrg Default = Generate(500);

    private readonly Dictionary<string, long> numbers = [];

    public List<GeneratedRecord> Records { get; } = [];
    public IReadOnlyDictionary<string, Recipe> Recipes { get; private set; } = new Dictionary<string, Recipe>();

    public static CollectedOrg Generate(int opportunities, int seed = 7, DateOnly? today = null)
    {
        var org = new CollectedOrg();
        org.Recipes = SampleOrg.Generate(opportunities, seed, today ?? Today, org);
        return org;
    }

    public IEnumerable<GeneratedRecord> Of(string objectName) => Records.Where(record => record.ObjectName == objectName);

    public IEnumerable<GeneratedRecord> Deals(Recipe recipe) =>
        Of("Opportunity").Where(deal => Recipes.GetValueOrDefault(deal.Id) == recipe);

    /// <summary>Deals that follow no recipe and so should break no rule.</summary>
    public IEnumerable<GeneratedRecord> SoundDeals() => Of("Opportunity").Where(deal => !Recipes.ContainsKey(deal.Id));

    public IEnumerable<GeneratedRecord> Children(GeneratedRecord deal, string objectName, string lookup = "OpportunityId") =>
        Of(objectName).Where(record => Equals(record[lookup], deal.Id));

    public string NewId(string objectName)
    {
        numbers[objectName] = numbers.GetValueOrDefault(objectName) + 1;
        return RecordId.Create(Schema[objectName].KeyPrefix, numbers[objectName]);
    }

    public void Add(string objectName, Dictionary<string, object?> values) => Records.Add(new GeneratedRecord(objectName, values));
}
