using System.Globalization;
using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class OpportunityJsonReaderTests
{
    [Test]
    public void A_record_as_Salesforce_sends_it_is_read()
    {
        var row = Rows.Read(
            """
            {"attributes":{"type":"Opportunity","url":"/services/data/v64.0/sobjects/Opportunity/006xx000003GYkJAAW"},
             "Id":"006xx000003GYkJAAW","Name":"Acme","Amount":125000.0,"Probability":75.0,"IsClosed":false,"CloseDate":"2026-03-31",
             "StageName":"POV","ForecastCategoryName":"Best Case","SystemModstamp":"2026-02-01T09:30:00.000+0000",
             "Owner":{"attributes":{"type":"User"},"Name":"Ada","Email":"ada@example.com","IsActive":true,"ManagerId":"005xx000001Sv6B"},
             "Account":{"attributes":{"type":"Account"},"Name":"Acme Ltd","OwnerId":"005xx000001Sv6A"},
             "MIQL_Outcome__c":2.0,"POV_SE__c":null}
            """);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(row.Id, Is.EqualTo(ADeal.Id));
            Assert.That((row.Name, row.Amount, row.Probability, row.IsClosed), Is.EqualTo(("Acme", 125000m, 75m, false)));
            Assert.That((row.CloseDate, row.StageName, row.Category), Is.EqualTo((new DateOnly(2026, 3, 31), "POV", ForecastCategory.BestCase)));
            Assert.That(row.SystemModstamp, Is.EqualTo(new DateTimeOffset(2026, 2, 1, 9, 30, 0, TimeSpan.Zero)));
            Assert.That((row.OwnerName, row.OwnerEmail, row.OwnerIsActive, row.OwnerManagerId), Is.EqualTo(("Ada", "ada@example.com", true, ADeal.Manager)));
            Assert.That((row.AccountName, row.AccountOwnerId), Is.EqualTo(("Acme Ltd", ADeal.Owner)));
            Assert.That((row.Outcome.Points, row.PovSe), Is.EqualTo((2, (SalesforceId?)null)));
            Assert.That(row.StageHistory, Is.Null);
        }
    }

    [Test]
    public void A_missing_property_equals_null()
    {
        var row = Rows.Read($$"""{"Id":"{{Rows.Id}}"}""");
        Assert.That(OpportunityFields.All.Where(field => !field.ValueOf(row).IsNull).Select(field => field.ApiName), Is.EqualTo(["Id"]));
    }

    [TestCase("id")]
    [TestCase("ID")]
    [TestCase("\\u0049d", TestName = "An_escaped_name_is_the_same_name")]
    public void Names_are_read_without_case(string name) => Assert.That(Rows.Read($$"""{"{{name}}":"{{Rows.Id}}","STAGENAME":"POV"}""").StageName, Is.EqualTo("POV"));

    [TestCase("{\"type\":\"Opportunity\",\"deep\":[{\"Id\":1}]}")]
    [TestCase("[1,[2,[3]]]")]
    [TestCase("1e999")]
    [TestCase("\"text\"")]
    [TestCase("null")]
    public void Unknown_properties_are_skipped_whatever_they_hold(string value) =>
        Assert.That(Rows.Read($$"""{"Unknown__c":{{value}},"Id":"{{Rows.Id}}","Name":"Acme"}""").Name, Is.EqualTo("Acme"));

    [Test]
    public void Nesting_is_read_to_64_levels()
    {
        string Nested(int arrays) => $$"""{"Unknown__c":{{new string('[', arrays)}}{{new string(']', arrays)}},"Id":"{{Rows.Id}}"}""";

        Assert.That(Rows.Read(Nested(63)).Id.Value, Is.EqualTo(Rows.Id));
        Assert.That(() => Rows.Read(Nested(64)), Throws.TypeOf<SnapshotFormatException>().With.Message.StartsWith("nested deeper than 64 levels at byte"));
    }

    [TestCase("\"StageName\":\"POV\",\"StageName\":\"Proposal\"", "StageName: stands twice")]
    [TestCase("\"Owner\":{\"Name\":\"Ada\",\"name\":\"Eve\"}", "Owner.Name: stands twice")]
    [TestCase("\"Owner\":{\"Name\":\"Ada\"},\"Owner\":{\"Name\":\"Eve\"}", "Owner.Name: stands twice")]
    public void A_field_that_stands_twice_is_refused_because_nobody_knows_which_is_meant(string properties, string problem) =>
        Assert.That(() => Rows.Read($$"""{"Id":"{{Rows.Id}}",{{properties}}}"""), Throws.TypeOf<SnapshotFormatException>().With.Message.EqualTo(problem));

    [Test]
    public void So_is_one_with_a_name_longer_than_any_of_ours()
    {
        var name = new string('x', 5000);
        Assert.That(Rows.Read($$$"""{"{{{name}}}":{"Id":7},"Owner":{"{{{name}}}":1,"Name":"Ada"},"Id":"{{{Rows.Id}}}"}""").OwnerName, Is.EqualTo("Ada"));
    }

    [Test]
    public void A_childs_fields_are_not_the_opportunitys()
    {
        var row = Rows.Read($$$$"""{"Id":"{{{{Rows.Id}}}}","Name":"Acme","Contact":{"Name":"Bob"},"Owner":{"Name":"Ada","Manager":{"Name":"Eve"}}}""");
        Assert.That((row.Name, row.OwnerName), Is.EqualTo(("Acme", "Ada")));
    }

    [Test]
    public void A_parent_that_is_null_leaves_its_fields_empty() => Assert.That(Rows.With("Owner", "null").OwnerName, Is.Null);

    [TestCase("Owner", "\"Ada\"", "Owner: expected an object with the parent's fields")]
    [TestCase("Account", "7", "Account: expected an object with the parent's fields")]
    [TestCase("Amount", "\"12\"", "Amount: expected a number, found a text")]
    [TestCase("Amount", "true", "Amount: expected a number, found true")]
    [TestCase("Amount", "{}", "Amount: expected a number, found an object")]
    [TestCase("Amount", "1e40", "Amount: expected a number of at most 28 digits, found a larger one")]
    [TestCase("StageName", "5", "StageName: expected a text, found a number")]
    [TestCase("StageName", "[\"POV\"]", "StageName: expected a text, found a list")]
    [TestCase("StageName", "false", "StageName: expected a text, found false")]
    [TestCase("IsClosed", "\"true\"", "IsClosed: expected true or false, found a text")]
    [TestCase("IsClosed", "1", "IsClosed: expected true or false, found a number")]
    [TestCase("CloseDate", "\"31.03.2026\"", "CloseDate: expected a date such as 2026-03-31, found another text")]
    [TestCase("CloseDate", "\"2026-02-29\"", "CloseDate: expected a date such as 2026-03-31, found another text")]
    [TestCase("CloseDate", "\"2026-03-31T00:00:00Z\"", "CloseDate: expected a date such as 2026-03-31, found another text")]
    [TestCase("CloseDate", "20260331", "CloseDate: expected a date such as 2026-03-31, found a number")]
    [TestCase("SystemModstamp", "\"2026-03-31\"", "SystemModstamp: expected a date and time such as 2026-03-31T10:00:00.000+0000, found another text")]
    [TestCase("SystemModstamp", "0", "SystemModstamp: expected a date and time such as 2026-03-31T10:00:00.000+0000, found a number")]
    [TestCase("OwnerId", "\"005xx\"", "OwnerId: expected a Salesforce id of 15 or 18 characters with a right checksum, found another text")]
    [TestCase("OwnerId", "5", "OwnerId: expected a Salesforce id, found a number")]
    public void A_value_of_a_wrong_type_is_refused_with_field_and_expectation_and_without_the_value(string field, string value, string sentence) =>
        Assert.That(Rows.RefusalWith(field, value), Is.EqualTo(sentence));

    [Test]
    public void A_parents_field_is_named_with_its_path() =>
        Assert.That(Rows.RefusalWith("Owner", "{\"IsActive\":\"yes\"}"), Is.EqualTo("Owner.IsActive: expected true or false, found a text"));

    [TestCase("{}", "Id: missing; every opportunity needs its Id of 15 or 18 characters")]
    [TestCase("{\"Id\":null}", "Id: expected a Salesforce id of 15 or 18 characters with a right checksum, found nothing")]
    [TestCase("{\"Id\":\"\"}", "Id: expected a Salesforce id of 15 or 18 characters with a right checksum, found nothing")]
    [TestCase("{\"Id\":\"006xx000003GYkJAAX\"}", "Id: expected a Salesforce id of 15 or 18 characters with a right checksum, found another text")]
    [TestCase("{\"Id\":6}", "Id: expected a Salesforce id of 15 or 18 characters with a right checksum, found a number")]
    [TestCase("[]", "expected a JSON object with the opportunity's fields")]
    [TestCase("\"text\"", "expected a JSON object with the opportunity's fields")]
    [TestCase("null", "expected a JSON object with the opportunity's fields")]
    [TestCase("", "not a JSON object: broken at byte 1")]
    [TestCase("{\"Id\":\"006xx000003GYkJAAW\"", "not a JSON object: broken at byte 27")]
    [TestCase("{\"Id\":\"006xx000003GYkJAAW\"}x", "not a JSON object: broken at byte 28")]
    [TestCase("{\"Id\":\"006xx000003GYkJAAW\"}{}", "not a JSON object: broken at byte 28")]
    [TestCase("{'Id':1}", "not a JSON object: broken at byte 2")]
    public void A_row_that_cannot_be_read_says_why(string json, string sentence) => Assert.That(Rows.Refusal(json), Is.EqualTo(sentence));

    [Test]
    public void An_Id_of_15_characters_is_completed() => Assert.That(Rows.Read("""{"Id":"006xx000003GYkJ"}""").Id.Value, Is.EqualTo("006xx000003GYkJAAW"));

    [Test]
    public void Text_that_is_not_UTF_8_is_refused()
    {
        byte[] json = [.. Encoding.UTF8.GetBytes($$"""{"Id":"{{Rows.Id}}","Name":" """.TrimEnd()), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")];
        Assert.That(
            () => new OpportunityJsonReader(FieldMap.Default).Read(json),
            Throws.TypeOf<SnapshotFormatException>().With.Message.EqualTo("a text on the line is not valid UTF-8"));
    }

    [Test]
    public void Half_of_a_surrogate_pair_is_refused() => Assert.That(Rows.RefusalWith("Name", "\"\\ud83d\""), Is.EqualTo("a text on the line is not valid UTF-8"));

    [Test]
    public void Other_scripts_and_emoji_are_kept() => Assert.That(Rows.With("Name", "\"Müller \\ud83d\\ude00 東京\"").Name, Is.EqualTo("Müller 😀 東京"));

    [TestCase("50000.00", "50000")]
    [TestCase("50000.10", "50000.1")]
    [TestCase("0.00", "0")]
    [TestCase("-0.0", "0")]
    [TestCase("1e3", "1000")]
    [TestCase("123456789012345678.90", "123456789012345678.9")]
    public void Numbers_lose_trailing_zeros(string json, string expected) =>
        Assert.That(Rows.With("Amount", json).Amount!.Value.ToString(CultureInfo.InvariantCulture), Is.EqualTo(expected));

    [TestCase("2026-03-31T10:00:00.000+0000")]
    [TestCase("2026-03-31T10:00:00.000Z")]
    [TestCase("2026-03-31T10:00:00Z")]
    [TestCase("2026-03-31T10:00:00+00:00")]
    [TestCase("2026-03-31T12:00:00.000+0200")]
    [TestCase("2026-03-31T12:00:00.000+02:00")]
    [TestCase("2026-03-31T05:30:00-04:30")]
    public void Instants_are_read_in_every_form_that_Salesforce_writes(string text) =>
        Assert.That(Rows.With("SystemModstamp", $"\"{text}\"").SystemModstamp, Is.EqualTo(new DateTimeOffset(2026, 3, 31, 10, 0, 0, TimeSpan.Zero)));

    [Test]
    public void An_empty_text_is_null_for_every_type()
    {
        foreach (var field in OpportunityFields.All.Where(field => !field.ApiName.Contains('.') && field.ApiName != "Id"))
        {
            if (field.Type is SalesforceFieldType.Checkbox or SalesforceFieldType.Currency or SalesforceFieldType.Percent or SalesforceFieldType.Number)
                continue;
            Assert.That(field.ValueOf(Rows.With(field.ApiName, "\"\"")).IsNull, Is.True, field.ApiName);
        }
    }
}
