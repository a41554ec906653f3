using SalesRules.Rules.Meddpicc;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Meddpicc;

public class RepeatedTextsTests
{
    [TestCase(4, false)]
    [TestCase(5, true)]
    public void The_same_text_on_five_deals_of_one_owner_says_nothing(int deals, bool repeated)
    {
        var texts = Of(Enumerable.Repeat(Pain("They lose orders"), deals));

        Assert.That(texts.On(Pain("They lose orders")), repeated ? Is.EqualTo(new[] { "Pain__c" }) : Is.Empty);
    }

    [Test]
    public void Case_and_spaces_make_no_other_text() =>
        Assert.That(Of(Enumerable.Repeat(Pain("  they LOSE\n orders "), 5)).On(Pain("They lose orders")), Is.EqualTo(new[] { "Pain__c" }));

    [Test]
    public void Another_owner_may_say_it_too()
    {
        var texts = Of(Enumerable.Repeat(Pain("They lose orders"), 5));

        Assert.That(texts.On(Pain("They lose orders") with { OwnerId = ADeal.Stranger }), Is.Empty);
    }

    [Test]
    public void Owners_are_counted_apart() => Assert.That(
        Of([.. Enumerable.Repeat(Pain("They lose orders"), 3), .. Enumerable.Repeat(Pain("They lose orders") with { OwnerId = ADeal.Stranger }, 4)]).Marks, Is.Empty);

    [Test]
    public void Another_field_is_another_text() =>
        Assert.That(Of(Enumerable.Repeat(Pain("They lose orders"), 5)).On(new Opportunity { Id = ADeal.Id, OwnerId = ADeal.Owner, Competition = "They lose orders" }), Is.Empty);

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  ")]
    public void No_text_repeats_nothing(string? text) => Assert.That(Of(Enumerable.Repeat(Pain(text), 9)).Marks, Is.Empty);

    [Test]
    public void What_is_kept_does_not_tell_the_text() =>
        Assert.That(Of(Enumerable.Repeat(Pain("They lose orders"), 5)).Marks.Single(), Does.Match("^[0-9a-f]{32}$"));

    [Test]
    public void The_number_is_the_policys() => Assert.That(new RepeatedTexts.Builder(2).With(Pain("a b"), Pain("a b")).Build().Marks, Has.Count.EqualTo(1));

    private static Opportunity Pain(string? text) => new() { Id = ADeal.Id, Pain = text, OwnerId = ADeal.Owner };

    private static RepeatedTexts Of(IEnumerable<Opportunity> deals) => new RepeatedTexts.Builder(5).With([.. deals]).Build();
}

internal static class RepeatedTextsBuilders
{
    public static RepeatedTexts.Builder With(this RepeatedTexts.Builder builder, params Opportunity[] deals)
    {
        foreach (var deal in deals)
            builder.Add(deal);
        return builder;
    }
}
