using System.Text.Json;
using SalesRules.Sandbox.Soql;

namespace SalesRules.Sandbox.Tests.Soql;

/// <summary>The shape of results: what real clients index, iterate and compare with null.</summary>
public sealed class SelectTests
{
    private QueryOrg org = null!;
    private string account = null!;
    private string manager = null!;
    private string owner = null!;
    private string deal = null!;

    [SetUp]
    public void FillOrg()
    {
        org = new QueryOrg();
        manager = org.Add("User", ("Name", "Mia Chief"), ("Email", "mia@acme.example"));
        owner = org.Add("User", ("Name", "Rob Rep"), ("Email", "rob@acme.example"), ("ManagerId", manager));
        account = org.Add("Account", ("Name", "Acme"), ("OwnerId", manager));
        deal = org.Add(
            "Opportunity", ("Name", "Big \"deal\" & café"), ("AccountId", account), ("OwnerId", owner), ("Amount", 125000), ("Probability", 75),
            ("PushCount", 2), ("CloseDate", new DateOnly(2026, 6, 30)), ("StageName", "POV"), ("Close_Checklist__c", null));
    }

    [TearDown]
    public void Close() => org.Dispose();

    [Test]
    public void A_reply_is_written_as_a_real_org_writes_it()
    {
        var json = QueryOrg.Text(org.Engine.Query(
            "select ID, name, AMOUNT, probability, PushCount, IsWon, closedate, systemmodstamp, close_checklist__c, account.ownerid, OWNER.manager.email "
            + "from OPPORTUNITY",
            new QueryOptions { ApiVersion = "50.0" }));

        var expected = $$$$"""
            {"totalSize":1,"done":true,"records":[
            {"attributes":{"type":"Opportunity","url":"/services/data/v50.0/sobjects/Opportunity/{{{{deal}}}}"},
            "Id":"{{{{deal}}}}","Name":"Big \"deal\" & café","Amount":125000.0,"Probability":75.0,"PushCount":2,"IsWon":false,
            "CloseDate":"2026-06-30","SystemModstamp":"2025-05-13T10:00:00.000+0000","Close_Checklist__c":null,
            "Account":{"attributes":{"type":"Account","url":"/services/data/v50.0/sobjects/Account/{{{{account}}}}"},"OwnerId":"{{{{manager}}}}"},
            "Owner":{"attributes":{"type":"User","url":"/services/data/v50.0/sobjects/User/{{{{owner}}}}"},
            "Manager":{"attributes":{"type":"User","url":"/services/data/v50.0/sobjects/User/{{{{manager}}}}"},"Email":"mia@acme.example"}}}]}
            """;
        Assert.That(json, Is.EqualTo(expected.ReplaceLineEndings("")));
    }

    [Test]
    public void No_rows_is_an_empty_result_without_a_next_page() =>
        Assert.That(
            QueryOrg.Text(org.Engine.Query("SELECT Id FROM Lead", new QueryOptions())),
            Is.EqualTo("""{"totalSize":0,"done":true,"records":[]}"""));

    [Test]
    public void Count_without_a_field_has_no_records() =>
        Assert.That(
            QueryOrg.Text(org.Engine.Query("SELECT COUNT() FROM User", new QueryOptions())),
            Is.EqualTo("""{"totalSize":2,"done":true,"records":[]}"""));

    [TestCase("12.5", "12.5")]
    [TestCase("12.50", "12.5")]
    [TestCase("0", "0.0")]
    [TestCase("-3", "-3.0")]
    [TestCase("1234567890123456.78", "1234567890123456.78")]
    public void Fractional_numbers_show_at_least_one_digit_after_the_point(string stored, string written)
    {
        org.Add("Lead", ("LastName", "x"), ("AnnualRevenue", decimal.Parse(stored, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.That(org.Query("SELECT AnnualRevenue FROM Lead").GetProperty("records")[0].GetProperty("AnnualRevenue").GetRawText(), Is.EqualTo(written));
    }

    [Test]
    public void Parents_that_are_not_there_and_children_that_are_not_there_are_null()
    {
        org.Add("Opportunity", ("Name", "Lonely"));

        var record = org.Query(
            "SELECT Account.Name, (SELECT Role FROM OpportunityContactRoles) FROM Opportunity WHERE Name = 'Lonely'").GetProperty("records")[0];

        Assert.That(record.GetProperty("Account").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(record.GetProperty("OpportunityContactRoles").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public void Children_are_filtered_ordered_and_limited_for_each_parent()
    {
        var contact = org.Add("Contact", ("LastName", "Voss"));
        foreach (var role in new[] { "Evaluator", "Decision Maker", "Economic Buyer", "Other" })
            org.Add("OpportunityContactRole", ("OpportunityId", deal), ("ContactId", contact), ("Role", role));

        var children = org.Query(
            "SELECT Id, (SELECT Role, Contact.LastName FROM OpportunityContactRoles WHERE Role LIKE 'E%' ORDER BY Role DESC LIMIT 5) FROM Opportunity")
            .GetProperty("records")[0].GetProperty("OpportunityContactRoles");

        Assert.That(children.GetProperty("totalSize").GetInt32(), Is.EqualTo(2));
        Assert.That(children.GetProperty("done").GetBoolean(), Is.True);
        Assert.That(children.GetProperty("records")[0].GetProperty("Role").GetString(), Is.EqualTo("Evaluator"));
        Assert.That(children.GetProperty("records")[0].GetProperty("Contact").GetProperty("LastName").GetString(), Is.EqualTo("Voss"));
        Assert.That(children.GetProperty("records")[0].GetProperty("attributes").GetProperty("type").GetString(), Is.EqualTo("OpportunityContactRole"));
    }

    [Test]
    public void A_lookup_to_several_objects_offers_the_fields_of_Name()
    {
        org.Add("Task", ("Subject", "Call"), ("WhatId", deal), ("OwnerId", owner));
        org.Add("Task", ("Subject", "Visit"), ("WhatId", account), ("OwnerId", owner));

        var records = org.All("SELECT What.Name, What.Type, Owner.Email FROM Task ORDER BY What.Name");

        Assert.That(
            records.Select(record => record.GetProperty("What").GetProperty("attributes").GetProperty("type").GetString()),
            Is.EqualTo(new[] { "Account", "Opportunity" }));
        Assert.That(records[1].GetProperty("What").GetProperty("Type").GetString(), Is.EqualTo("Opportunity"));
        Assert.That(records[0].GetProperty("Owner").GetProperty("Email").GetString(), Is.EqualTo("rob@acme.example"));
        Assert.That(org.Refused("SELECT What.Amount FROM Task").Message, Does.Contain("No such column 'Amount' on entity 'Name'"));
    }

    [Test]
    public void Typeof_shows_each_type_its_own_fields()
    {
        org.Add("Task", ("Subject", "Call"), ("WhatId", deal));
        org.Add("Task", ("Subject", "Visit"), ("WhatId", account));

        var records = org.All(
            "SELECT Subject, TYPEOF What WHEN Opportunity THEN Amount, StageName ELSE Name END FROM Task ORDER BY Subject");

        Assert.That(records[0].GetProperty("What").GetProperty("StageName").GetString(), Is.EqualTo("POV"));
        Assert.That(records[1].GetProperty("What").GetProperty("Name").GetString(), Is.EqualTo("Acme"));
        Assert.That(records[1].GetProperty("What").TryGetProperty("Amount", out _), Is.False);
    }

    [TestCase("SELECT o.Name FROM Opportunity o WHERE o.Account.Name = 'Acme'")]
    [TestCase("SELECT Opportunity.Name FROM Opportunity WHERE Opportunity.Account.Name = 'Acme'")]
    [TestCase("SELECT Name FROM Opportunity AS opp ORDER BY opp.Name")]
    public void Fields_may_be_qualified_with_alias_or_object(string soql) => Assert.That(org.Names(soql), Has.Length.EqualTo(1));

    [Test]
    public void Fields_expands_to_every_field_of_its_kind_once()
    {
        string[] Keys(string set) => [.. org.Query($"SELECT FIELDS({set}) FROM Opportunity LIMIT 200").GetProperty("records")[0]
            .EnumerateObject().Select(property => property.Name).Where(name => name != "attributes")];

        var all = Keys("ALL");

        Assert.That(Keys("STANDARD"), Is.EqualTo(all.Where(name => !name.EndsWith("__c", StringComparison.Ordinal))));
        Assert.That(Keys("CUSTOM"), Is.EqualTo(all.Where(name => name.EndsWith("__c", StringComparison.Ordinal))));
        Assert.That(all, Is.Unique.And.Length.EqualTo(org.Store.Schema["Opportunity"].Fields.Count));
    }

    [Test]
    public void Fields_that_an_administrator_can_extend_need_a_limit_of_200_at_most()
    {
        const string Reason = "The SOQL FIELDS function must have a LIMIT of at most 200";
        Assert.That(org.Refused("SELECT FIELDS(ALL) FROM Opportunity").Message, Is.EqualTo(Reason));
        Assert.That(org.Refused("SELECT FIELDS(CUSTOM) FROM Opportunity LIMIT 201").Message, Is.EqualTo(Reason));
        Assert.That(org.Query("SELECT FIELDS(STANDARD) FROM Opportunity").GetProperty("totalSize").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void Rows_in_the_recycle_bin_are_for_queryAll_only()
    {
        org.Add("Opportunity", ("Name", "Binned"), ("IsDeleted", true));

        Assert.That(org.Query("SELECT Id FROM Opportunity WHERE IsDeleted = true").GetProperty("totalSize").GetInt32(), Is.Zero);
        Assert.That(org.Query("SELECT Id FROM Opportunity WHERE IsDeleted = true", includeDeleted: true).GetProperty("totalSize").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public void A_field_hidden_by_field_level_security_looks_like_a_missing_one()
    {
        org.Store.Schema["Opportunity"].SetAccess("Amount", SalesRules.Sandbox.Schema.FieldAccess.Hidden);

        Assert.That(org.Refused("SELECT Amount FROM Opportunity").Message, Does.Contain("No such column 'Amount' on entity 'Opportunity'"));
    }
}
