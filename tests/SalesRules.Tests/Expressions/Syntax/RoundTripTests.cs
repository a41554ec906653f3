using FsCheck;
using FsCheck.Fluent;
using SalesRules.Expressions.Syntax;

namespace SalesRules.Tests.Expressions.Syntax;

/// <summary>Any expression that can be written down is read back as what was written.</summary>
public class RoundTripTests
{
    [Test]
    public void A_written_expression_reads_back_the_same() => Prop.ForAll(RandomExpressions.Arbitrary, expression =>
        ExpressionPrinter.Shape(Parser.Parse(ExpressionPrinter.Print(expression))) == ExpressionPrinter.Shape(expression))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(1, 1));

    [Test]
    public void Brackets_around_every_piece_change_nothing() => Prop.ForAll(RandomExpressions.Arbitrary, expression =>
    {
        var written = ExpressionPrinter.Print(expression);
        return ExpressionPrinter.Shape(Parser.Parse($"({written})")) == ExpressionPrinter.Shape(Parser.Parse(written));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Case_and_white_space_of_keywords_do_not_matter() => Prop.ForAll(RandomExpressions.Arbitrary, expression =>
    {
        var written = ExpressionPrinter.Print(expression);
        var changed = written.Replace(" and ", "\n AND\t", StringComparison.Ordinal).Replace(" or ", " Or ", StringComparison.Ordinal)
            .Replace("not ", "NOT  ", StringComparison.Ordinal).Replace(" is null", " IS\r\nNULL", StringComparison.Ordinal);
        return ExpressionPrinter.Shape(Parser.Parse(changed)) == ExpressionPrinter.Shape(expression);
    }).QuickCheckThrowOnFailure();

    [TestCase("a or b and not c = 1 + 2 * -d", "(a Or (b And (Not (c Equal (1 Add (2 Multiply (Minus d)))))))")]
    [TestCase("a - b - c", "((a Subtract b) Subtract c)")]
    [TestCase("a = 1 or b = 2 or c = 3", "(((a Equal 1) Or (b Equal 2)) Or (c Equal 3))")]
    [TestCase("not a in (1, -2)", "(Not (a In 1 (Minus 2)))")]
    public void Operators_bind_as_documented(string text, string shape) => Assert.That(ExpressionPrinter.Shape(Parser.Parse(text)), Is.EqualTo(shape));

    [TestCase("Amount > 5 and IsWon", 0, 20)]
    [TestCase("  ( Amount ) > 5", 4, 16)]
    [TestCase("not  IsWon", 0, 10)]
    [TestCase("length( Name ) = 1", 0, 18)]
    public void A_piece_knows_its_place(string text, int start, int end) => Assert.That(Parser.Parse(text).Span, Is.EqualTo(new Span(start, end)));
}
