using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Tests.Soql.Syntax;

public sealed class LiteralTests
{
    [TestCase("2026-02-01T10:00:00Z", "2026-02-01T10:00:00Z")]
    [TestCase("2026-02-01T10:00:00.123Z", "2026-02-01T10:00:00.123Z")]
    [TestCase("2026-02-01T10:00:00+02:00", "2026-02-01T08:00:00Z")]
    [TestCase("2026-02-01T10:00:00.000-0530", "2026-02-01T15:30:00Z")]
    public void A_datetime_has_a_zone_and_may_have_milliseconds(string written, string instant)
    {
        var literal = (DateTimeLiteral)ReadLiteral(written);

        Assert.That(literal.Value, Is.EqualTo(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase(@"'O\'Neil'", "O'Neil", "O'Neil")]
    [TestCase(@"'a\nb\\c'", "a\nb\\c", @"a" + "\n" + @"b\\c")]
    [TestCase(@"'50\%'", "50%", @"50\%")]
    [TestCase(@"'\u00e9t\u00E9'", "été", "été")]
    public void Escapes_are_resolved_and_escaped_wildcards_stay_apart(string written, string value, string pattern)
    {
        var literal = (TextLiteral)ReadLiteral(written);

        Assert.That((literal.Value, literal.Pattern), Is.EqualTo((value, pattern)));
    }

    [TestCase("12", "12")]
    [TestCase("-0.5", "-0.5")]
    [TestCase("1.5e3", "1500")]
    [TestCase("+7", "7")]
    public void Numbers_are_decimal(string written, string value)
    {
        Assert.That(((NumberLiteral)ReadLiteral(written)).Value, Is.EqualTo(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Test]
    public void Words_are_read_in_any_case()
    {
        Assert.Multiple(() =>
        {
            Assert.That(ReadLiteral("null"), Is.TypeOf<NullLiteral>());
            Assert.That(((BooleanLiteral)ReadLiteral("True")).Value, Is.True);
            Assert.That(((PeriodLiteral)ReadLiteral("last_n_days:30")).Count, Is.EqualTo(30));
        });
    }

    private static Literal ReadLiteral(string written)
    {
        var query = QueryParser.Parse(new QuerySource($"SELECT Id FROM Account WHERE Field = {written}"));
        return ((ComparisonCondition)query.Where!).Right;
    }
}
