using SalesRules.Sandbox.Loading;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Loading;

/// <summary>
/// The public data set itself, which is not ours to keep here. SALESRULES_MAVEN_DATA names the folder with its four files;
/// tests/maven-data.sh runs this test.
/// </summary>
[Explicit("Needs the files of the public data set: set SALESRULES_MAVEN_DATA to their folder.")]
public sealed class RealHardwareDataTests
{
    [Test]
    public void Loads_completely_by_the_map_that_we_ship()
    {
        var folder = Environment.GetEnvironmentVariable("SALESRULES_MAVEN_DATA");
        Assert.That(folder, Is.Not.Null.And.Not.Empty, "SALESRULES_MAVEN_DATA names no folder.");
        using var org = new Org(new SandboxOptions(), TimeProvider.System);
        var report = DataLoader.Load(org, Path.Combine(folder!, "maven-sales_pipeline.csv"), HardwareMapTests.MapFile);
        var deals = org.Read(store => store["Opportunity"].Scan().ToArray());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Skipped, Is.Empty);
            Assert.That(report.Records["accounts"], Is.EqualTo(85));
            Assert.That(report.Records["sellers"], Is.EqualTo(35));
            Assert.That(report.Records["managers"], Is.EqualTo(6));
            Assert.That(deals, Has.Length.EqualTo(8_800));
            Assert.That(InStage(deals, "Closed Won"), Is.EqualTo(4_238));
            Assert.That(InStage(deals, "Closed Lost"), Is.EqualTo(2_473));
            Assert.That(InStage(deals, "Prospecting"), Is.EqualTo(500));
            Assert.That(InStage(deals, "Engaging"), Is.EqualTo(1_589));
            Assert.That(deals.Count(deal => deal["AccountId"] is null), Is.EqualTo(1_425));
            Assert.That(deals.Count(deal => deal["Amount"] is null), Is.EqualTo(500 + 1_589), "open deals have none");
            Assert.That(deals.Count(deal => ((string)deal["Name"]!).EndsWith("GTX Pro", StringComparison.Ordinal)), Is.EqualTo(1_480));
            Assert.That(org.Read(store => store["OpportunityHistory"].Count), Is.EqualTo(8_800 + 4_238 + 2_473));
        }
    }

    private static int InStage(Record[] deals, string stage) => deals.Count(deal => deal["StageName"] is string name && name == stage);
}
