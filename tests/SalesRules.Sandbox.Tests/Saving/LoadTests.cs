using SalesRules.Sandbox.Tests.Soql;

namespace SalesRules.Sandbox.Tests.Saving;

/// <summary>Loading records with their past.</summary>
public sealed class LoadTests
{
    private readonly Org org = new(new SandboxOptions { Opportunities = 0 }, new StoppedClock(new DateTimeOffset(2026, 3, 2, 9, 30, 0, 0, TimeSpan.Zero)));

    [OneTimeTearDown]
    public void Close() => org.Dispose();

    [Test]
    public void Ids_dates_and_read_only_values_are_taken_as_given()
    {
        var created = new DateTimeOffset(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var id = Load(("Id", "006A000000XXXXX"), ("Name", "Old"), ("StageName", "POV"), ("CloseDate", "2025-12-31"), ("CreatedDate", created),
            ("PushCount", 3), ("LastActivityDate", "2025-11-11"), ("ForecastCategoryName", "Commit"));

        var record = org.Read(store => store["Opportunity"].Find(id))!;
        Assert.That(id, Does.StartWith("006A000000XXXXX").And.Length.EqualTo(18));
        Assert.That(record.SystemModstamp, Is.EqualTo(created));
        Assert.That(record["LastModifiedDate"], Is.EqualTo(created));
        Assert.That(record["PushCount"], Is.EqualTo(3m));
        Assert.That(record["LastActivityDate"], Is.EqualTo(new DateOnly(2025, 11, 11)));
        Assert.That(record["ForecastCategory"], Is.EqualTo("Forecast"));
        Assert.That(record["Probability"], Is.EqualTo(60m));
        Assert.That(org.Read(store => store["OpportunityHistory"].Count), Is.Zero);
    }

    [TestCase("Nope", 1, "Opportunity has no field Nope.")]
    [TestCase("CloseDate", "soon", "Opportunity.CloseDate: ")]
    [TestCase("Id", "001A000000XXXXX", "is no id of Opportunity")]
    public void What_cannot_be_stored_is_named(string field, object value, string message)
    {
        Assert.That(() => Load((field, value)), Throws.TypeOf<InvalidDataException>().With.Message.Contains(message));
    }

    [Test]
    public void An_exception_takes_the_whole_transaction_back()
    {
        Assert.That(() => org.Write<int>(save =>
        {
            save.Load("Account", new Dictionary<string, object?> { ["Name"] = "A" });
            throw new InvalidOperationException();
        }), Throws.InvalidOperationException);

        Assert.That(org.Read(store => store["Account"].Count), Is.Zero);
        Assert.That(org.Read(store => store["Account"].StampedFrom(DateTimeOffset.MinValue).Any()), Is.False);
    }

    private string Load(params (string Field, object? Value)[] values) =>
        org.Write(save => save.Load("Opportunity", values.ToDictionary(value => value.Field, value => value.Value)));
}
