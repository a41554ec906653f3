using FsCheck;
using FsCheck.Fluent;
using SalesRules.Expressions;
using SalesRules.Expressions.Syntax;
using SalesRules.Tests.Expressions.Syntax;
using SalesRules.Tests.Rules;
using SalesRules.Tests.Schemas;

namespace SalesRules.Tests.Expressions.Compilation;

/// <summary>The compiled expression and the plainest way to work one out say the same, of any expression and any deal.</summary>
public class ReferenceTests
{
    private static Arbitrary<(SyntaxNode Expression, ADeal Deal)> Cases { get; } =
        (from expression in RandomExpressions.Arbitrary.Generator from deal in RandomDeals.Deals().Generator select (expression, deal)).ToArbitrary();

    [Test]
    public void Both_say_the_same()
    {
        var said = new Dictionary<string, int> { ["True"] = 0, ["False"] = 0, [""] = 0 };

        Prop.ForAll(Cases, it =>
        {
            var deal = it.Deal.Build();
            var written = ExpressionPrinter.Print(it.Expression);
            var reading = Expression.Read(written, Conditions.Under(it.Deal.Policy));
            if (reading.Problems.Count > 0)
                return IsTooLarge(written, reading);
            var expected = (bool?)new ReferenceEvaluator(deal).Evaluate(it.Expression);
            said[expected.ToString()!]++;
            return reading.Expression!.Evaluate(deal) == expected;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(7, 1));

        Assert.That(said.Values, Has.All.GreaterThan(100), "all three answers must be among them");
    }

    [Test]
    public void No_field_that_it_does_not_name_changes_what_it_says() => Prop.ForAll(Cases, it =>
    {
        if (Expression.Read(ExpressionPrinter.Print(it.Expression), Conditions.Under(it.Deal.Policy)).Expression is not { } expression)
            return true;
        var said = expression.Evaluate(it.Deal.Build());
        return Drifts.Losable.Where(field => !expression.Fields.Contains(field))
            .All(field => expression.Evaluate(it.Deal.With(deal => Drifts.Emptied(deal, field)).Build()) == said);
    }).QuickCheckThrowOnFailure();

    /// <summary>Made by the generator, refused by the bounds.</summary>
    private static bool IsTooLarge(string written, ExpressionReading reading) =>
        written.Length > 1_000 && reading.Problems.Single().Sentence.EndsWith("make two rules of it", StringComparison.Ordinal);
}
