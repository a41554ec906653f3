using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Reading.Soql;

internal sealed class SoqlLiteralTests
{
    [Test]
    public void Values_are_written_as_SOQL_reads_them()
    {
        Assert.That(SoqlLiteral.Of("O'Brien \\ Sons\n").ToString(), Is.EqualTo(@"'O\'Brien \\ Sons\n'"));
        Assert.That(SoqlLiteral.Of(1250000.50m).ToString(), Is.EqualTo("1250000.50"));
        Assert.That(SoqlLiteral.Of(0.0000001m).ToString(), Is.EqualTo("0.0000001"));
        Assert.That(SoqlLiteral.Of(true).ToString(), Is.EqualTo("true"));
        Assert.That(SoqlLiteral.Of(new DateOnly(2026, 3, 2)).ToString(), Is.EqualTo("2026-03-02"));
        Assert.That(SoqlLiteral.Of(new DateTimeOffset(2026, 3, 2, 10, 0, 5, 250, TimeSpan.FromHours(1))).ToString(), Is.EqualTo("2026-03-02T09:00:05.250Z"));
        Assert.That(SoqlLiteral.Of(SalesforceId.Parse("006xx000003GYkJ")).ToString(), Is.EqualTo("'006xx000003GYkJAAW'"));
        Assert.That(SoqlLiteral.Null.ToString(), Is.EqualTo("null"));
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Any_text_comes_out_of_its_literal_unchanged_and_never_ends_it_early(string? text) =>
        (Unquote(SoqlLiteral.Of(text ?? "").ToString()) == (text ?? "")).ToProperty();

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public Property Texts_made_of_quotes_and_backslashes_survive_too() => Prop.ForAll(
        Gen.Elements('\'', '\\', '\n', '\r', '\t', '\b', '\f', 'n', '"', '%').ArrayOf().Select(c => new string(c)).ToArbitrary(),
        text => Unquote(SoqlLiteral.Of(text).ToString()) == text);

    // Reads a literal as Salesforce documents it; null when it is not exactly one.
    private static string? Unquote(string literal)
    {
        var text = new StringBuilder();
        if (literal.Length < 2 || literal[0] != '\'')
            return null;
        for (var i = 1; i < literal.Length; i++)
        {
            if (literal[i] == '\'')
                return i == literal.Length - 1 ? text.ToString() : null;
            if (literal[i] != '\\')
                text.Append(literal[i]);
            else
                text.Append(literal[++i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', var c => c });
        }
        return null;
    }
}
