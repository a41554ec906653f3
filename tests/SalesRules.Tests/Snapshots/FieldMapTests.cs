using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class FieldMapTests
{
    private static readonly FieldMap Renamed = new(new Dictionary<string, string?>
    {
        ["MIQL_Leadership__c"] = "Sponsor_Score__c",
        ["Segment__c"] = "Account.Segment__c",
        ["POV_End__c"] = null,
    });

    [Test]
    public void A_renamed_field_is_read_by_the_orgs_name_and_no_longer_by_ours()
    {
        var row = Rows.Read($$"""{"Id":"{{Rows.Id}}","Sponsor_Score__c":2,"MIQL_Leadership__c":1}""", Renamed);
        Assert.That(row.Leadership.Points, Is.EqualTo(2));
    }

    [Test]
    public void A_field_may_live_on_the_account() =>
        Assert.That(Rows.Read($$$"""{"Id":"{{{Rows.Id}}}","Account":{"Segment__c":"Enterprise"}}""", Renamed).Segment, Is.EqualTo("Enterprise"));

    [Test]
    public void An_absent_field_is_not_read()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows.Read($$"""{"Id":"{{Rows.Id}}","POV_End__c":"2026-03-31"}""", Renamed).PovEnd, Is.Null);
            Assert.That(Renamed.Has("POV_End__c"), Is.False);
            Assert.That(Renamed.Fields.Select(field => field.ApiName), Has.None.EqualTo("POV_End__c"));
        }
    }

    [Test]
    public void Names_left_out_keep_the_catalogues()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Renamed.NameOf(OpportunityFields.Get("POV_Start__c")), Is.EqualTo("POV_Start__c"));
            Assert.That(Renamed.NameOf(OpportunityFields.Get("MIQL_Leadership__c")), Is.EqualTo("Sponsor_Score__c"));
            Assert.That(FieldMap.Default.Fields, Is.EqualTo(OpportunityFields.All.Where(field => !field.IsMapped)));
        }
    }

    [TestCase("Close Date", "CloseDate", TestName = "A_reports_label_finds_its_field")]
    [TestCase("close date", "CloseDate")]
    [TestCase("CloseDate", "CloseDate")]
    [TestCase("Probability (%)", "Probability")]
    [TestCase("MIQL Outcome", "MIQL_Outcome__c")]
    [TestCase("Owner.Email", "Owner.Email")]
    [TestCase("Fiscal Period", null)]
    public void Headings_are_labels_or_names(string heading, string? field) => Assert.That(FieldMap.Default.FindHeading(heading)?.ApiName, Is.EqualTo(field));

    [Test]
    public void A_refusal_names_the_field() =>
        Assert.That(
            () => Rows.Read($$"""{"Id":"{{Rows.Id}}","POV_Start__c":1}""", Renamed),
            Throws.TypeOf<SnapshotFormatException>().With.Message.StartsWith("POV_Start__c: "));

    [Test]
    public void A_field_that_the_catalogue_lacks_is_a_mistake_of_ours() => Assert.Throws<KeyNotFoundException>(() => FieldMap.Default.Has("Nobodys__c"));
}
