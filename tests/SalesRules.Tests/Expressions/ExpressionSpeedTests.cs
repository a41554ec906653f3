using System.Diagnostics;

namespace SalesRules.Tests.Expressions;

/// <summary>A rule is asked of every deal of every run.</summary>
public class ExpressionSpeedTests
{
    private const int Rounds = 200_000;

    [Test]
    public void A_usual_condition_is_asked_of_a_hundred_thousand_deals_in_a_second()
    {
        var expression = Conditions.Of("Amount > 100000 and (NextStep is null or Next_Step_Date__c < today() - 14 days) and StageName in ('POV', 'Commercial') and not contains(Name, 'test')");
        var deal = ADeal.InStage("POV").With(it => it with { Amount = 250_000m, NextStep = "Call", NextStepDate = ADeal.Today.AddDays(-20) }).Build();
        var watch = Stopwatch.StartNew();

        var fired = 0;
        for (var round = 0; round < Rounds; round++)
            fired += expression.Evaluate(deal) is true ? 1 : 0;

        Assert.That(fired, Is.EqualTo(Rounds));
        TestContext.Out.WriteLine($"{Rounds / watch.Elapsed.TotalSeconds:N0} evaluations a second");
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(Rounds / 100_000.0)));
    }
}
