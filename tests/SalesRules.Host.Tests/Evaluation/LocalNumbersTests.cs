using SalesRules.Host.Evaluation;

namespace SalesRules.Host.Tests.Evaluation;

public class LocalNumbersTests
{
    [TestCase("1234.56", "1234.56")]
    [TestCase("1,234.56", "1234.56")]
    [TestCase("1,234", "1234")]
    [TestCase("1,234,567", "1234567")]
    [TestCase("12,34,567.50", "1234567.50")]
    [TestCase("1 234.5", "1234.5")]
    [TestCase("1\u00A0234", "1234")]
    [TestCase("1\u2009234", "1234")]
    [TestCase("1'234.50", "1234.50")]
    [TestCase("-1,234.5", "-1234.5")]
    [TestCase("\u22121,234", "-1234")]
    [TestCase("1,23", null)]
    [TestCase("1,2345", null)]
    [TestCase("1234,567", null)]
    [TestCase("1,234 567", null)]
    [TestCase("1.234,56", null)]
    [TestCase("a lot", "a lot")]
    [TestCase("1e5", "1e5")]
    public void With_a_decimal_point(string text, string? expected) => Assert.That(new LocalNumbers(DecimalMark.Point).ToNumber(text, out _), Is.EqualTo(expected));

    [TestCase("1.234,56", "1234.56")]
    [TestCase("1234,56", "1234.56")]
    [TestCase("1.234", "1234")]
    [TestCase("1\u202F234,5", "1234.5")]
    [TestCase("1234", "1234")]
    [TestCase("1.23", null)]
    [TestCase("1,234.56", null)]
    public void With_a_decimal_comma(string text, string? expected) => Assert.That(new LocalNumbers(DecimalMark.Comma).ToNumber(text, out _), Is.EqualTo(expected));

    [Test]
    public void A_refusal_under_a_point_names_the_option()
    {
        new LocalNumbers(DecimalMark.Point).ToNumber("1,23", out var reason);

        Assert.That(reason, Does.Contain("--decimal comma"));
    }

    [TestCase("USD 1,234.00", "1,234.00", "USD")]
    [TestCase("$1,234.00", "1,234.00", null)]
    [TestCase("US$1,234.00", "1,234.00", null)]
    [TestCase("1.234,00 €", "1.234,00", null)]
    [TestCase("1.234,00 EUR", "1.234,00", "EUR")]
    [TestCase("-$5.00", "-5.00", null)]
    [TestCase("($5.00)", "-5.00", null)]
    [TestCase("EUR -5.00", "-5.00", "EUR")]
    [TestCase("EUR 1,000.00 (USD 1,100.00)", "1,000.00", "EUR")]
    [TestCase("1,234.00", "1,234.00", null)]
    [TestCase("(5.00", "(5.00", null)]
    [TestCase("USD 5 EUR", "USD 5 EUR", null)]
    [TestCase("about 5", "about 5", null)]
    public void An_amount_is_a_number_and_perhaps_a_code(string text, string number, string? code)
    {
        Assert.That(LocalAmounts.ToNumber(text, out var found), Is.EqualTo(number));
        Assert.That(found, Is.EqualTo(code));
    }
}
