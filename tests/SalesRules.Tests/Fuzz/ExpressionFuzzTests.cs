using System.Diagnostics;
using System.Text;
using SalesRules.Expressions;
using SalesRules.Fuzzing;
using SalesRules.Tests.Expressions;

namespace SalesRules.Tests.Fuzz;

/// <summary>Whatever stands behind when, it is an expression that ends, or a list of problems with their columns.</summary>
public class ExpressionFuzzTests
{
    private static readonly string[] Samples =
    [
        "Amount > 100000 and (NextStep is null or Next_Step_Date__c < today() - 14 days) and not IsClosed",
        "StageName in ('POV', 'Commercial') and contains(NextStep, 'it''s legal') or days_between(LastStageChangeDate, today()) / 7 >= 4.5",
        "coalesce(Amount, -5) * 2 - 1 != 0 and by('pov') and CloseDate + 30 days > quarter_end() and POV_SE__c = '005xx000001Sv6A'",
    ];

    private static readonly string[] Words =
        ["and ", " or ", "not ", " in ", " is null", "null", "(", ")", ",", "'", "''", "= ", "!=", "<", "-", "/ 0", "* 79228162514264337593543950335", " days", "2026-02-30", "9999-12-31",
            "Amount", "CloseDate", "CreatedDate", "IsClosed", "Name", "today()", "coalesce(", "length(", "miql_total()", "((((((((((((((((((((((((((((((((((", "- - - - - - - - - - - - "];

    private static readonly ADeal Deal = ADeal.InStage("POV").Scored(2, 1, 2, 2, null).Forecast("Commit");

    [Test]
    public void A_broken_expression_is_a_list_of_problems_with_their_columns()
    {
        var mutator = new Mutator(seed: 3, Words);
        var deal = Deal.Build();
        var sound = 0;
        var inputs = Mutator.Inputs(everyBuild: 5_000);
        for (var input = 0; input < inputs; input++)
        {
            var text = mutator.Mutate(Samples[input % Samples.Length]);
            var reading = Expression.Read(text, Conditions.Scope);
            if (reading.IsSound)
                sound++;
            else
                Assert.That(reading.Problems.All(problem => problem.Column >= 1 && problem.Column <= text.Length + 1 && problem.Sentence.Length > 0), Is.True, text);
            reading.Expression?.Evaluate(deal);
        }

        Assert.That(sound, Is.InRange(1, inputs - 1), "some of them must be sound and some broken");
    }

    [Test]
    public void A_broken_message_is_a_list_of_problems_with_their_columns()
    {
        var mutator = new Mutator(seed: 4, "{", "}", "{Amount}", "{Owner.Name}", "{Amonut}");
        var inputs = Mutator.Inputs(everyBuild: 1_000);
        for (var input = 0; input < inputs; input++)
        {
            var text = mutator.Mutate("{Name} closes on {CloseDate}, worth {Amount}.");
            var template = MessageTemplate.Read(text, Conditions.Scope, out var problems);
            Assert.That(problems.All(problem => problem.Column >= 1 && problem.Column <= text.Length), Is.True, text);
            template?.For(Deal.Build());
        }
    }

    [Test]
    public void Bytes_that_are_no_expression_at_all_break_nothing()
    {
        var chance = new Random(5);
        for (var input = 0; input < Mutator.Inputs(everyBuild: 5_000); input++)
        {
            var bytes = new byte[1 + chance.Next(200)];
            chance.NextBytes(bytes);
            Assert.That(Expression.Read(Encoding.UTF8.GetString(bytes), Conditions.Scope).Problems, Is.Not.Empty);
        }
    }

    [TestCase("(")]
    [TestCase("not ")]
    [TestCase("-")]
    [TestCase("length(")]
    [TestCase("1 in (1,1,1,1,1) or ")]
    [TestCase("IsWon = (")]
    [TestCase("'")]
    [TestCase("1.1.")]
    public void Endless_repetition_ends_at_once(string piece)
    {
        var watch = Stopwatch.StartNew();

        Assert.That(Expression.Read(string.Concat(Enumerable.Repeat(piece, 2_000 / piece.Length)), Conditions.Scope).IsSound, Is.False);
        Assert.That(Expression.Read(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)), Conditions.Scope).IsSound, Is.False);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(2)));
    }
}
