using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class SalesforceIdTests
{
    // From Salesforce's documentation; the suffix says which of the 15 characters are capitals.
    [TestCase("006xx000003GYkJ", "006xx000003GYkJAAW")]
    [TestCase("006xx000003GYkK", "006xx000003GYkKAAW")]
    [TestCase("001D000000IRFma", "001D000000IRFmaIAH")]
    [TestCase("00D300000000000", "00D300000000000EAA")]
    [TestCase("000000000000000", "000000000000000AAA")]
    [TestCase("ABCDEFGHIJKLMNO", "ABCDEFGHIJKLMNO555")]
    public void Fifteen_characters_are_completed_to_eighteen(string fifteen, string eighteen)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SalesforceId.Parse(fifteen).Value, Is.EqualTo(eighteen));
            Assert.That(SalesforceId.Parse(eighteen), Is.EqualTo(SalesforceId.Parse(fifteen)));
        }
    }

    [TestCase("006xx000003GYkJAAX", TestName = "A_wrong_checksum_is_refused")]
    [TestCase("006xx000003GYkjAAW", TestName = "A_character_whose_case_was_lost_is_caught_by_the_checksum")]
    [TestCase("006XX000003GYKJAAW")]
    [TestCase("006xx000003GYk", TestName = "Fourteen_characters_are_refused")]
    [TestCase("006xx000003GYkJA", TestName = "Sixteen_characters_are_refused")]
    [TestCase("006xx000003GYkJAAWA", TestName = "Nineteen_characters_are_refused")]
    [TestCase("006xx000003GYk-", TestName = "Other_characters_are_refused")]
    [TestCase("006xx000003GYkÄ")]
    [TestCase("", TestName = "Nothing_is_no_id")]
    public void Other_texts_are_no_ids(string text)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(SalesforceId.TryParse(text, out var id), Is.False);
            Assert.That(id, Is.EqualTo(default(SalesforceId)));
            Assert.Throws<FormatException>(() => SalesforceId.Parse(text));
        }
    }

    [Test]
    public void Ids_that_differ_in_case_alone_are_two_records() =>
        Assert.That(SalesforceId.Parse("006xx000003GYkJ"), Is.Not.EqualTo(SalesforceId.Parse("006xx000003GYkj")));

    [Test]
    public void Every_position_counts_for_the_checksum()
    {
        var suffixes = Enumerable.Range(0, 15)
            .Select(place => string.Concat(Enumerable.Range(0, 15).Select(other => other == place ? 'A' : 'a')))
            .Select(text => SalesforceId.Parse(text).Value[15..]);

        Assert.That(suffixes, Is.EqualTo(["BAA", "CAA", "EAA", "IAA", "QAA", "ABA", "ACA", "AEA", "AIA", "AQA", "AAB", "AAC", "AAE", "AAI", "AAQ"]));
    }

    [Test]
    public void Ids_are_ordered_as_Salesforce_orders_them_byte_by_byte()
    {
        SalesforceId upper = SalesforceId.Parse("006000000000B00"), lower = SalesforceId.Parse("006000000000a00");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(upper < lower, Is.True);
            Assert.That(lower > upper, Is.True);
            Assert.That(upper <= lower && upper >= SalesforceId.Parse("006000000000B00"), Is.True);
        }
    }

    [Test]
    public void The_first_three_characters_tell_the_object()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ADeal.Id.KeyPrefix, Is.EqualTo("006"));
            Assert.That(default(SalesforceId).KeyPrefix, Is.Empty);
        }
    }
}
