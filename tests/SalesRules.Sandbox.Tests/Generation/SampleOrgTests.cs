using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Tests.Generation;

public sealed class SampleOrgTests
{
    private static readonly CollectedOrg Org = CollectedOrg.Default;

    [Test]
    public void The_same_seed_and_day_make_the_same_records()
    {
        var again = CollectedOrg.Generate(500);
        Assert.That(again.Records.Select(record => record.ToString()), Is.EqualTo(Org.Records.Select(record => record.ToString())));
    }

    [Test]
    public void Another_seed_makes_other_records()
    {
        var other = CollectedOrg.Generate(500, seed: 8);
        Assert.That(
            other.Of("Opportunity").Select(deal => deal["Amount"]), Is.Not.EqualTo(Org.Of("Opportunity").Select(deal => deal["Amount"])));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(10)]
    [TestCase(137)]
    [TestCase(2_000)]
    public void Makes_as_many_opportunities_as_were_asked_for(int opportunities) =>
        Assert.That(CollectedOrg.Generate(opportunities).Of("Opportunity").Count(), Is.EqualTo(opportunities));

    [Test]
    public void A_larger_org_has_more_people_and_accounts()
    {
        var large = CollectedOrg.Generate(2_000);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(large.Of("User").Count(), Is.GreaterThan(2 * Org.Of("User").Count()));
            Assert.That(large.Of("Account").Count(), Is.EqualTo(800));
            Assert.That(Org.Of("Account").Count(), Is.EqualTo(200));
        }
    }

    [Test]
    public void Every_id_is_used_once() =>
        Assert.That(Org.Records.Select(record => record.Id), Is.Unique);

    [Test]
    public void Every_lookup_leads_to_a_record_that_was_written_before()
    {
        var known = new HashSet<string>();
        var dangling = new List<string>();
        foreach (var record in Org.Records)
        {
            known.Add(record.Id);
            dangling.AddRange(Lookups(record).Where(lookup => !known.Contains(lookup.Id)).Select(lookup => $"{record.ObjectName}.{lookup.Field}"));
        }
        Assert.That(dangling.Distinct(), Is.Empty);
    }

    [Test]
    public void Every_lookup_leads_to_an_object_that_the_field_allows()
    {
        var wrong = from record in Org.Records
                    from lookup in Lookups(record)
                    where !lookup.Field.ReferenceTo.Contains(CollectedOrg.Schema.FindByKeyPrefix(lookup.Id[..3])!.Name)
                    select $"{record.ObjectName}.{lookup.Field} {lookup.Id}";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_field_exists_in_the_schema()
    {
        var unknown = from record in Org.Records
                      from field in record.Values.Keys
                      where CollectedOrg.Schema[record.ObjectName].FindField(field) is null
                      select $"{record.ObjectName}.{field}";
        Assert.That(unknown.Distinct(), Is.Empty);
    }

    [Test]
    public void Every_picklist_value_of_a_restricted_picklist_is_allowed()
    {
        var refused = from record in Org.Records
                      from pair in record.Values
                      let field = CollectedOrg.Schema[record.ObjectName].FindField(pair.Key)
                      where field is { RestrictedPicklist: true, PicklistValues.Count: > 0 } && pair.Value is string
                      where field.PicklistValues.All(value => value.Value != (string)pair.Value!)
                      select $"{record.ObjectName}.{field}: {pair.Value}";
        Assert.That(refused.Distinct(), Is.Empty);
    }

    [Test]
    public void Every_text_fits_its_field()
    {
        var tooLong = from record in Org.Records
                      from pair in record.Values
                      let field = CollectedOrg.Schema[record.ObjectName].FindField(pair.Key)
                      where field is { Length: > 0 } && pair.Value is string text && text.Length > field.Length
                      select $"{record.ObjectName}.{field}: {pair.Value}";
        Assert.That(tooLong, Is.Empty);
    }

    [Test]
    public void Every_chain_of_managers_ends_with_the_same_person()
    {
        var managers = Org.Of("User").ToDictionary(user => user.Id, user => user["ManagerId"] as string);
        var tops = managers.Keys.Select(user => Top(user, managers)).Distinct().ToArray();
        Assert.That(tops, Has.Length.EqualTo(1));
    }

    [Test]
    public void Names_of_users_tell_them_apart() =>
        Assert.That(CollectedOrg.Generate(20_000).Of("User").Select(user => user["Username"]), Is.Unique);

    [Test]
    public void Some_owners_have_left_and_some_of_their_managers_too()
    {
        var users = Org.Of("User").ToDictionary(user => user.Id);
        var left = users.Values.Where(user => user["IsActive"] is false).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Select(user => user.Id), Does.Contain(left.Last()["ManagerId"]));
            Assert.That(Org.Of("Opportunity").Count(deal => users[(string)deal["OwnerId"]!]["IsActive"] is false), Is.InRange(1, 30));
        }
    }

    [Test]
    public void Nothing_has_happened_today_or_later()
    {
        var midnight = new DateTimeOffset(CollectedOrg.Today, TimeOnly.MinValue, TimeSpan.Zero);
        var ahead = from record in Org.Records
                    from pair in record.Values
                    where pair.Key is "CreatedDate" or "LastModifiedDate" or "SystemModstamp" or "LastStageChangeDate" or "CompletedDateTime"
                    where pair.Value is DateTimeOffset at && at >= midnight
                    select $"{record.ObjectName}.{pair.Key}";
        Assert.That(ahead, Is.Empty);
    }

    [TestCase(2026, 1, 1)]
    [TestCase(2024, 2, 29)]
    [TestCase(2026, 12, 31)]
    public void Works_on_days_at_the_edge_of_a_quarter_or_year(int year, int month, int day)
    {
        var today = new DateOnly(year, month, day);
        var commits = CollectedOrg.Generate(500, today: today).SoundDeals().Where(deal => deal["ForecastCategoryName"] is "Commit");
        Assert.That(commits.Select(deal => Quarter(deal.Date("CloseDate")!.Value)), Is.All.EqualTo(Quarter(today)));
    }

    private static (int Year, int Quarter) Quarter(DateOnly day) => (day.Year, (day.Month - 1) / 3);

    private static IEnumerable<(SObjectField Field, string Id)> Lookups(GeneratedRecord record) =>
        from pair in record.Values
        let field = CollectedOrg.Schema[record.ObjectName].FindField(pair.Key)
        where field is { Type: FieldType.Reference } && pair.Value is string
        select (field, (string)pair.Value!);

    private static string Top(string user, Dictionary<string, string?> managers)
    {
        var passed = new HashSet<string>();
        while (managers[user] is { } manager)
        {
            Assert.That(passed.Add(user), Is.True, $"{user} is their own manager's manager");
            user = manager;
        }
        return user;
    }
}
