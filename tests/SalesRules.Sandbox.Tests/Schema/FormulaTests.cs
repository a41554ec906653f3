using SalesRules.Sandbox.Schema.Formulas;

namespace SalesRules.Sandbox.Tests.Schema;

public sealed class FormulaTests
{
    private static readonly Dictionary<string, object?> Fields = new() { ["A__c"] = 2m, ["B__c"] = 3m, ["Empty__c"] = null, ["Name"] = "x", ["Open"] = true };

    [TestCase("1 + 2 * 3 - 4 / 2", "5")]
    [TestCase("(1 + 2) * -3", "-9")]
    [TestCase("A__c + B__c", "5")]
    [TestCase("A__c + Empty__c", "")]
    [TestCase("A__c / 0", "")]
    [TestCase("IF(A__c < B__c, 'less', 'more')", "less")]
    [TestCase("IF(OR(ISBLANK(Empty__c), A__c >= 9), NULL, 1)", "")]
    [TestCase("IF(AND(Open, NOT(A__c = 3), B__c <> 2), 1, 0)", "1")]
    [TestCase("BLANKVALUE(Empty__c, 7)", "7")]
    [TestCase("MAX(A__c, B__c) - MIN(A__c, B__c)", "1")]
    [TestCase("ISPICKVAL(Name, \"x\")", "True")]
    public void A_formula_computes(string text, string expected)
    {
        Assert.That(Formula.Parse(text, blanksAsZero: false).Evaluate(name => Fields[name])?.ToString() ?? "", Is.EqualTo(expected));
    }

    [Test]
    public void Blanks_count_as_zero_where_the_field_says_so()
    {
        Assert.That(Formula.Parse("A__c + Empty__c", blanksAsZero: true).Evaluate(name => Fields[name]), Is.EqualTo(2m));
    }

    [TestCase("1 +", "the end was not expected")]
    [TestCase("(1", "the end was not expected")]
    [TestCase("1 2", "2 was not expected")]
    [TestCase("IF(1", "the end was not expected")]
    [TestCase("VLOOKUP(1)", "cannot compute VLOOKUP with 1 arguments")]
    public void What_is_no_formula_is_refused_with_its_place(string text, string message)
    {
        Assert.That(() => Formula.Parse(text, blanksAsZero: false), Throws.TypeOf<FormulaException>().With.Message.Contains(message));
    }
}
