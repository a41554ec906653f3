using SalesRules.Expressions.Syntax;
using static SalesRules.Tests.Expressions.Conditions;

namespace SalesRules.Tests.Expressions;

/// <summary>Mistakes are told with their column, in the words of the person who wrote the rule.</summary>
public class ExpressionProblemTests
{
    // Names
    [TestCase("IsClosed and Amonut > 5", "column 14: there is no field \"Amonut\"; did you mean \"Amount\"?")]
    [TestCase("Colour = 'red'", "column 1: there is no field \"Colour\"")]
    [TestCase("Owner.Emial is null", "column 1: there is no field \"Owner.Emial\"; did you mean \"Owner.Email\"?")]
    [TestCase("today > CloseDate", "column 1: today is a function; write today()")]
    [TestCase("days_betwen(CloseDate, today()) > 3", "column 1: there is no function \"days_betwen\"; did you mean \"days_between\"?")]
    [TestCase("SalesRules_Risk__c = 'High'", "column 1: SalesRules_Risk__c is written by the service: a rule that read it would go by its own answer")]
    [TestCase("LastModifiedDate < today()", "column 1: LastModifiedDate changes whenever the service writes: a rule that read it would go by its own answer; LastActivityDate and LastStageChangeDate do not")]
    // Words that a text can be
    [TestCase("StageName = 'Negotation'", "column 13: \"Negotation\" is no stage of the policy; expected one of Qualification, Discovery, Technical Validation, Old Validation, Solution, POV, Commercial, Commitment, Closed Won, Closed Lost")]
    [TestCase("StageName in ('POV', 'Comercial')", "column 22: \"Comercial\" is no stage of the policy; did you mean \"Commercial\"?")]
    [TestCase("'Comit' = ForecastCategoryName", "column 1: \"Comit\" is no forecast category; did you mean \"Commit\"?")]
    [TestCase("stage_type() != 'povv'", "column 17: \"povv\" is no stage type; did you mean \"pov\"?")]
    [TestCase("motion() = 'upsell'", "column 12: \"upsell\" is no motion; expected one of new-business, expansion, renewal")]
    [TestCase("by('negotiation')", "column 4: \"negotiation\" is no stage type; expected one of qualification, discovery, technical-validation, solution, pov, commercial, commitment, closed-won, closed-lost")]
    [TestCase("by(StageName)", "column 4: StageName is a text; by('stage type') takes a stage type such as 'pov' there")]
    [TestCase("OwnerId = 'Ms Lee'", "column 11: 'Ms Lee' is no Salesforce id: 15 letters and digits, or 18 with a right checksum")]
    // Types
    [TestCase("Amount > 'big'", "column 1: Amount is a number and 'big' a text: both sides of > must be of one type")]
    [TestCase("CloseDate < 30", "column 1: CloseDate is a date and 30 a number: both sides of < must be of one type; a number of days is written 30 days")]
    [TestCase("CloseDate - today() < 30", "column 1: CloseDate - today() is a number of days and 30 a number: both sides of < must be of one type; a number of days is written 30 days")]
    [TestCase("CloseDate = '2026-03-31'", "column 1: CloseDate is a date and '2026-03-31' a text: both sides of = must be of one type; a date is written without quotes, 2026-03-31")]
    [TestCase("IsClosed = 'true'", "column 1: IsClosed is true or false and 'true' a text: both sides of = must be of one type")]
    [TestCase("Name > 'A'", "column 1: Name is a text, which has no order; use = or != instead of >")]
    [TestCase("IsClosed >= true", "column 1: IsClosed is true or false, which has no order; use = or != instead of >=")]
    [TestCase("Amount + Name > 1", "column 1: Amount is a number and Name a text, which + cannot combine")]
    [TestCase("CloseDate + 30 > today()", "column 1: CloseDate is a date and 30 a number, which + cannot combine; a number of days is written 30 days")]
    [TestCase("30 days - CloseDate > today()", "column 1: 30 days is a number of days and CloseDate a date, which - cannot combine")]
    [TestCase("CloseDate + today() > 1 day", "column 1: CloseDate is a date and today() a date, which + cannot combine")]
    [TestCase("-Name = 'x'", "column 1: Name is a text, which has no minus")]
    [TestCase("Amount in (1, 'two')", "column 1: Amount is a number and 'two' a text: the values of a list must be of the type that stands before in")]
    [TestCase("Amount", "column 1: Amount is a number; a rule fires where its condition is true, such as Amount > 100000")]
    [TestCase("Amount and IsClosed", "column 1: Amount is a number; and stands between two conditions, such as Amount > 100000")]
    [TestCase("IsClosed or Name", "column 13: Name is a text; or stands between two conditions, such as Amount > 100000")]
    [TestCase("not Amount", "column 5: Amount is a number; not stands before a condition, such as Amount > 100000")]
    [TestCase("contains(Amount, 'x')", "column 10: Amount is a number; contains(text, 'part') takes a text there")]
    [TestCase("contains(Name, NextStep)", "column 16: NextStep is a text; contains(text, 'part') takes a 'text' that is written out there")]
    [TestCase("contains(Name, '')", "column 16: '' is a text; contains(text, 'part') takes a 'text' that is written out there")]
    [TestCase("today(1) = today()", "column 1: today() takes 0 value(s), found 1")]
    [TestCase("length() > 1", "column 1: length(text) takes 1 value(s), found 0")]
    [TestCase("coalesce(Amount, 'none') > 1", "column 10: Amount is a number and 'none' a text: the values of coalesce must be of one type")]
    [TestCase("IsClosed IS NULL OR days_between(Amount, CloseDate) > 3", "column 34: Amount is a number; days_between(from, to) takes a date there")]
    // All at once
    [TestCase("Amonut > 5 and StagName = 'POV' and CloseDate > 5", "column 1: there is no field \"Amonut\"; did you mean \"Amount\"?|column 16: there is no field \"StagName\"; did you mean \"StageName\"?|column 37: CloseDate is a date and 5 a number: both sides of > must be of one type; a number of days is written 30 days")]
    [TestCase("Amonut + Name > StagName", "column 1: there is no field \"Amonut\"; did you mean \"Amount\"?|column 17: there is no field \"StagName\"; did you mean \"StageName\"?")]
    public void A_mistake_in_names_and_types_is_told_with_its_column(string text, string expected) =>
        Assert.That(Problems(text), Is.EqualTo(expected.Split('|')));

    [TestCase("", "column 1: expected a field, a value or a function, found the end")]
    [TestCase("   ", "column 4: expected a field, a value or a function, found the end")]
    [TestCase("Amount >", "column 9: expected a field, a value or a function, found the end")]
    [TestCase("Amount > and IsClosed", "column 10: expected a field, a value or a function, found 'and'")]
    [TestCase("Amount > 5 IsClosed", "column 12: expected an operator, and, or, or the end, found 'IsClosed'")]
    [TestCase("Amount > 100,000", "column 13: numbers have no thousands separator, write 100000: expected an operator, and, or, or the end, found ','")]
    [TestCase("1 < Amount < 5", "column 12: comparisons do not chain, write a < b and b < c: expected and, or, or the end, found '<'")]
    [TestCase("(Amount > 5", "column 12: expected ) to close the bracket, found the end")]
    [TestCase("Amount > 5)", "column 11: expected an operator, and, or, or the end, found ')'")]
    [TestCase("Amount in 5", "column 11: expected ( before the list behind in, found '5'")]
    [TestCase("Amount in ()", "column 12: a list holds values that are written out: expected a number, a 'text', a date, days, true or false, found ')'")]
    [TestCase("Amount in (5, Probability)", "column 15: a list holds values that are written out: expected a number, a 'text', a date, days, true or false, found 'Probability'")]
    [TestCase("Amount in (5", "column 13: expected ) behind the list, found the end")]
    [TestCase("Amount not 5", "column 12: expected in behind not, found '5'")]
    [TestCase("Amount is 5", "column 11: expected null or not null behind is, found '5'")]
    [TestCase("Amount is not 5", "column 15: expected null behind is not, found '5'")]
    [TestCase("Amount = null", "column 10: null is no value to compare with; write is null or is not null behind the field")]
    [TestCase("length(Name", "column 12: expected ) behind the arguments of length, found the end")]
    [TestCase("Name = 'Acme", "column 8: the text that begins here is not closed by '")]
    [TestCase("Name = \"Acme'", "column 8: the text that begins here is not closed by \"")]
    [TestCase("Amount == 5", "column 8: '==' has no meaning here; write =")]
    [TestCase("Amount <> 5", "column 8: '<>' has no meaning here; write !=")]
    [TestCase("IsClosed && IsWon", "column 10: '&&' has no meaning here; write and")]
    [TestCase("!IsClosed", "column 1: '!' has no meaning here; write not")]
    [TestCase("Name = ‘Acme’", "column 8: '‘' has no meaning here; write '")]
    [TestCase("Amount > $5", "column 10: '$' has no meaning in an expression")]
    [TestCase("Name = \U0001F4A5", "column 8: '\U0001F4A5' has no meaning in an expression")]
    [TestCase("Amount > 100k", "column 10: '100k' is no number; write 1500, 0.5, 30 days or a date such as 2026-03-31")]
    [TestCase("Amount > 1.", "column 10: '1.' is no number; write 1500, 0.5, 30 days or a date such as 2026-03-31")]
    [TestCase("CloseDate > today() + 30days", "column 23: '30days' is no number; write 1500, 0.5, 30 days or a date such as 2026-03-31")]
    [TestCase("CloseDate > today() + 1.5 days", "column 23: days are whole, and at most 4,000,000")]
    [TestCase("CloseDate > today() + 4000001 days", "column 23: days are whole, and at most 4,000,000")]
    [TestCase("CloseDate = 2026-02-30", "column 13: there is no day 2026-02-30; expected a date such as 2026-03-31")]
    [TestCase("Amount > 99999999999999999999999999999", "column 10: the number is too large; expected at most 28 digits")]
    [TestCase("days > 5", "column 1: expected a field, a value or a function, found 'days'")]
    public void A_mistake_in_the_grammar_is_told_with_its_column(string text, string expected) => Assert.That(Problems(text), Is.EqualTo([expected]));

    [Test]
    public void A_text_of_2000_characters_is_read_and_one_more_is_not()
    {
        var text = "Amount > 5".PadRight(Parser.LongestText);

        Assert.That(Problems(text), Is.Empty);
        Assert.That(Problems(text + " "), Is.EqualTo(["column 1: the expression has 2,001 characters, more than 2,000; make two rules of it"]));
    }

    [TestCase("(", "Amount > 5", ")")]
    [TestCase("not ", "IsClosed", "")]
    [TestCase("- ", "Amount > 5", "")]
    [TestCase("coalesce(IsClosed, ", "IsWon", ")")]
    public void Nesting_is_read_32_deep_and_not_33(string open, string inner, string close)
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

        Assert.That(Problems(Nested(TokenReader.DeepestNesting)), Is.Empty);
        Assert.That(Problems(Nested(TokenReader.DeepestNesting + 1)).Single(), Does.EndWith("nested more than 32 deep; make two rules of it"));
    }

    [Test]
    public void Brackets_beside_one_another_are_not_nested() =>
        Assert.That(Problems(string.Join(" or ", Enumerable.Repeat("(IsClosed)", 40))), Is.Empty);

    [Test]
    public void An_expression_has_400_values_and_operators_and_no_more()
    {
        // 200 fields and 199 operators, and one more with a not.
        var chain = string.Join(" or ", Enumerable.Repeat("IsWon", 200));

        Assert.That(Problems($"not {chain}"), Is.Empty);
        Assert.That(Problems($"not not {chain}").Single(), Does.EndWith("more than 400 values and operators; make two rules of it"));
    }

    [Test]
    public void A_field_that_the_org_calls_otherwise_is_suggested_by_the_orgs_name()
    {
        var mapped = TestPolicy.Default with { Fields = new SalesRules.Snapshots.FieldMap(new Dictionary<string, string?> { ["Champion__c"] = "Sponsor_Person__c" }) };
        var problem = SalesRules.Expressions.Expression.Read("Sponsor_Peson__c is null", Under(mapped)).Problems.Single();

        Assert.That(problem.Sentence, Does.EndWith("did you mean \"Sponsor_Person__c\"?"));
    }
}
