using SalesRules.Expressions;

namespace SalesRules.Tests.Expressions;

public class MessageTemplateTests
{
    private static readonly ADeal Deal = ADeal.InStage("POV").With(deal => deal with { Amount = 250_000.50m, LeadSource = null, NextStep = "Call\r\nthe CFO" });

    [TestCase("No field at all.", "No field at all.")]
    [TestCase("{Name} closes on {CloseDate}.", "Acme closes on 2026-03-16.")]
    [TestCase("{ amount }{Amount}", "250000.5250000.5")]
    [TestCase("Source: {LeadSource}", "Source: (empty)")]
    [TestCase("Next: {NextStep}", "Next: Call??the CFO")]
    [TestCase("Active: {Owner.IsActive}", "Active: true")]
    public void Fields_show_their_values_on_one_line(string template, string expected)
    {
        var read = MessageTemplate.Read(template, Conditions.Scope, out var problems);

        Assert.That(problems, Is.Empty);
        Assert.That(read!.For(Deal.Build()), Is.EqualTo(expected));
    }

    [Test]
    public void A_long_value_is_shown_in_part()
    {
        var template = MessageTemplate.Read("{NextStep}", Conditions.Scope, out _)!;

        Assert.That(template.For(Deal.With(deal => deal with { NextStep = new string('x', 61) }).Build()), Is.EqualTo(new string('x', 60) + "…"));
        Assert.That(template.For(Deal.With(deal => deal with { NextStep = new string('x', 60) }).Build()), Is.EqualTo(new string('x', 60)));
    }

    [TestCase("{Amonut}", "column 1: there is no field \"Amonut\"; did you mean \"Amount\"?")]
    [TestCase("a {", "column 3: '{' stands alone; a field is written {Amount}")]
    [TestCase("a } b", "column 3: '}' stands alone; a field is written {Amount}")]
    [TestCase("{}", "column 1: there is no field \"\"")]
    [TestCase("{SalesRules_Risk__c}", "column 1: SalesRules_Risk__c is written by the service: a rule that read it would go by its own answer")]
    [TestCase("{Amonut} {Nam} }", "column 1: there is no field \"Amonut\"; did you mean \"Amount\"?|column 10: there is no field \"Nam\"; did you mean \"Name\"?|column 16: '}' stands alone; a field is written {Amount}")]
    public void A_mistake_is_told_with_its_column(string template, string expected)
    {
        Assert.That(MessageTemplate.Read(template, Conditions.Scope, out var problems), Is.Null);
        Assert.That(problems.Select(problem => problem.ToString()), Is.EqualTo(expected.Split('|')));
    }

    [Test]
    public void It_names_its_fields_once_in_catalogue_order() =>
        Assert.That(
            MessageTemplate.Read("{CloseDate} {Amount} {closedate}", Conditions.Scope, out _)!.Fields.Select(field => field.ApiName),
            Is.EqualTo(["Amount", "CloseDate"]));
}
