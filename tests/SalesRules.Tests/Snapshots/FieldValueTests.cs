using System.Globalization;
using System.Text;
using System.Text.Json;
using SalesRules.Snapshots;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Snapshots;

public class FieldValueTests
{
    [Test]
    public void Equal_values_are_equal_however_they_were_written()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FieldValue.Of(50000.00m), Is.EqualTo(FieldValue.Of(50000m)));
            Assert.That(FieldValue.Of(""), Is.EqualTo(FieldValue.Null));
            Assert.That(FieldValue.Of((decimal?)null), Is.EqualTo(FieldValue.Null));
            Assert.That(FieldValue.Of(SalesforceId.Parse("006xx000003GYkJ")), Is.EqualTo(FieldValue.Of("006xx000003GYkJAAW")));
            Assert.That(
                FieldValue.Of(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.FromHours(2))),
                Is.EqualTo(FieldValue.Of(new DateTimeOffset(2026, 3, 31, 10, 0, 0, TimeSpan.Zero))));
        }
    }

    [Test]
    public void Values_of_different_kinds_differ_even_if_they_print_alike()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(FieldValue.Of("1"), Is.Not.EqualTo(FieldValue.Of(1m)));
            Assert.That(FieldValue.Of("true"), Is.Not.EqualTo(FieldValue.Of(true)));
        }
    }

    [Property(MaxTest = 2000)]
    public void Normalising_changes_the_form_and_never_the_number(decimal number)
    {
        var normalised = FieldValue.Normalised(number);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(normalised, Is.EqualTo(number));
            Assert.That(normalised.Scale == 0 || !normalised.ToString(CultureInfo.InvariantCulture).EndsWith('0'), Is.True);
        }
    }

    [TestCase("79228162514264337593543950335")]
    [TestCase("-79228162514264337593543950335")]
    [TestCase("0.0000000000000000000000000001")]
    [TestCase("7.9228162514264337593543950335")]
    public void The_largest_and_smallest_numbers_keep_every_digit(string text) =>
        Assert.That(FieldValue.Of(decimal.Parse(text, CultureInfo.InvariantCulture)).ToString(), Is.EqualTo(text));

    [Test]
    public void Zero_has_one_form()
    {
        Assert.That(new[] { 0m, -0m, 0.00m, -0.0m, 0m * -1.5m }.Select(zero => Written(FieldValue.Of(zero))), Is.All.EqualTo("0"));
    }

    [Test]
    public void Json_and_text_of_each_kind()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Both(FieldValue.Null), Is.EqualTo(("null", "")));
            Assert.That(Both(FieldValue.Of("Ä")), Is.EqualTo(("\"Ä\"", "Ä")));
            Assert.That(Both(FieldValue.Of(12.50m)), Is.EqualTo(("12.5", "12.5")));
            Assert.That(Both(FieldValue.Of(false)), Is.EqualTo(("false", "false")));
            Assert.That(Both(FieldValue.Of(new DateOnly(2026, 3, 1))), Is.EqualTo(("\"2026-03-01\"", "2026-03-01")));
            Assert.That(Both(FieldValue.Of(ADeal.Id)), Is.EqualTo(("\"006xx000003GYkJAAW\"", "006xx000003GYkJAAW")));
        }
    }

    private static (string Json, string Text) Both(FieldValue value) => (Written(value), value.ToString());

    private static string Written(FieldValue value)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, SalesRules.Decisions.DecisionJson.WriterOptions))
            value.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
