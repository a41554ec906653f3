using SalesRules.Fuzzing;
using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Tests.Fuzz;

/// <summary>Whatever a value or an administrator's condition holds, it cannot become another query.</summary>
public class SoqlFuzzTests
{
    [Test]
    public void A_quoted_text_ends_where_it_should()
    {
        var mutator = new Mutator(seed: 12, "' OR Name != '", "\\'", "\\\\", "')", "--", "\u0000");
        for (var input = 0; input < Mutator.Inputs(everyBuild: 20_000); input++)
        {
            var text = mutator.Mutate("O'Brien \\ Söhne");
            var literal = SoqlLiteral.Of(text).ToString();

            Assert.That(EndOfString(literal), Is.EqualTo(literal.Length - 1), literal);
        }
    }

    [Test]
    public void A_condition_that_is_let_through_is_one_balanced_condition()
    {
        var mutator = new Mutator(seed: 13, " OR ", ") OR (", " LIMIT 1", " ORDER BY Id", "' ; ", "/*", "'", "\\'", "SELECT Id FROM User");
        var accepted = 0;
        for (var input = 0; input < Mutator.Inputs(everyBuild: 20_000); input++)
        {
            var text = mutator.Mutate("(StageName = 'POV' AND Amount > 5) OR Owner.Name LIKE 'D%'");
            try
            {
                var condition = SoqlCondition.Parse(text).ToString();
                accepted++;
                Assert.That(DepthNeverNegative(condition), Is.True, condition);
            }
            catch (FormatException problem)
            {
                Assert.That(problem.Message, Does.StartWith("The condition"));
            }
        }

        Assert.That(accepted, Is.GreaterThan(0));
    }

    private static int EndOfString(string literal)
    {
        for (var at = 1; at < literal.Length; at++)
        {
            if (literal[at] == '\\')
                at++;
            else if (literal[at] == '\'')
                return at;
        }

        return -1;
    }

    /// <summary>Outside of quoted texts no parenthesis closes what the condition did not open, and all are closed at its end.</summary>
    private static bool DepthNeverNegative(string condition)
    {
        var depth = 0;
        for (var at = 0; at < condition.Length; at++)
        {
            if (condition[at] == '\'')
                at += EndOfString(condition[at..]);
            else if (condition[at] is '(' or ')')
                depth += condition[at] == '(' ? 1 : -1;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }
}
