using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class StageHistoryReadingTests
{
    [Test]
    public void The_child_rows_become_entries_oldest_first_without_the_changes_that_moved_no_stage()
    {
        var history = Read(
            """
            {"totalSize":4,"done":true,"records":[
             {"StageName":"POV","CreatedDate":"2026-02-01T10:00:00.000+0000","CreatedById":"005xx000001Sv6A"},
             {"StageName":"Discovery","CreatedDate":"2026-01-01T10:00:00.000+0000","CreatedById":"005xx000001Sv6A"},
             {"StageName":"Discovery","CreatedDate":"2026-01-15T10:00:00.000+0000","CreatedById":"005xx000001Sv6B"},
             {"StageName":"Discovery","CreatedDate":"2026-02-15T10:00:00.000+0000"}]}
            """);

        Assert.That(history, Is.EqualTo([
            new StageEntry("Discovery", new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero), ADeal.Owner),
            new StageEntry("POV", new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), ADeal.Owner),
            new StageEntry("Discovery", new DateTimeOffset(2026, 2, 15, 10, 0, 0, TimeSpan.Zero), null),
        ]));
    }

    [Test]
    public void No_children_is_a_known_empty_history_and_a_missing_property_an_unknown_one()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read("null"), Is.Empty);
            Assert.That(Read("""{"records":[]}"""), Is.Empty);
            Assert.That(Rows.Read($$"""{"Id":"{{Rows.Id}}"}""").StageHistory, Is.Null);
        }
    }

    [Test]
    public void The_states_keep_every_row_with_its_values()
    {
        var states = Rows.With(
            "OpportunityHistories",
            """
            {"records":[
             {"StageName":"POV","CreatedDate":"2026-02-01T10:00:00.000+0000","Amount":500.50,"Probability":90.0,"CloseDate":"2026-03-31","ForecastCategory":"Forecast","CreatedById":"005xx000001Sv6A"},
             {"StageName":"POV","CreatedDate":"2026-01-01T10:00:00.000+0000","Amount":null}]}
            """).States;

        Assert.That(states, Is.EqualTo([
            new DealState(new DateTimeOffset(2026, 1, 1, 10, 0, 0, TimeSpan.Zero), "POV"),
            new DealState(new DateTimeOffset(2026, 2, 1, 10, 0, 0, TimeSpan.Zero), "POV")
            {
                Amount = 500.5m,
                Probability = 90,
                CloseDate = new DateOnly(2026, 3, 31),
                Category = ForecastCategory.Commit,
                By = ADeal.Owner,
            },
        ]));
    }

    [TestCase("[]", "OpportunityHistories: expected an object with a list 'records'")]
    [TestCase("{}", "OpportunityHistories: expected an object with a list 'records'")]
    [TestCase("{\"records\":null}", "OpportunityHistories: expected an object with a list 'records'")]
    [TestCase("{\"records\":[1]}", "OpportunityHistories: expected rows with StageName and CreatedDate")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\"}]}", "OpportunityHistories: expected rows with StageName and CreatedDate")]
    [TestCase("{\"records\":[{\"StageName\":null,\"CreatedDate\":\"2026-01-01T10:00:00Z\"}]}", "OpportunityHistories: expected rows with StageName and CreatedDate")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\",\"CreatedDate\":\"\"}]}", "OpportunityHistories: expected rows with StageName and CreatedDate")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\",\"CreatedDate\":\"yesterday\"}]}", "OpportunityHistories: expected a date and time such as 2026-03-31T10:00:00.000+0000, found another text")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\",\"CreatedDate\":\"2026-01-01T10:00:00Z\",\"CreatedById\":\"me\"}]}", "OpportunityHistories: expected a Salesforce id of 15 or 18 characters with a right checksum, found another text")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\",\"CreatedDate\":\"2026-01-01T10:00:00Z\",\"Amount\":\"5\"}]}", "OpportunityHistories: expected Amount to be a number of at most 28 digits, found something else")]
    [TestCase("{\"records\":[{\"StageName\":\"POV\",\"CreatedDate\":\"2026-01-01T10:00:00Z\",\"CloseDate\":\"soon\"}]}", "OpportunityHistories: expected a date such as 2026-03-31, found another text")]
    public void A_history_of_another_shape_is_refused(string json, string sentence) => Assert.That(Rows.RefusalWith("OpportunityHistories", json), Is.EqualTo(sentence));

    private static IReadOnlyList<StageEntry>? Read(string json) => Rows.With("OpportunityHistories", json).StageHistory;
}
