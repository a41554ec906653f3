using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Rules.Handoffs;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Handoffs;

public class SaleSeedsItsRenewalRuleTests
{
    private static readonly SalesforceId Sale = SalesforceId.Parse("006xx000003GYkK");

    private static readonly PillarSet All = PillarSet.Where(_ => true);

    [Test]
    public void Every_empty_pillar_but_Quantify_takes_the_score_of_the_sale()
    {
        var finding = Renewal(null, null, null, null, null).Finding<SaleSeedsItsRenewalRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Info));
            Assert.That(finding.Changes.Select(change => (change.Field, change.From, change.To)), Is.EqualTo(new[]
            {
                ("MIQL_Outcome__c", FieldValue.Null, FieldValue.Of(2m)),
                ("MIQL_Maps__c", FieldValue.Null, FieldValue.Of(1m)),
                ("MIQL_Insight__c", FieldValue.Null, FieldValue.Of(0m)),
                ("MIQL_Leadership__c", FieldValue.Null, FieldValue.Of(2m)),
            }));
            Assert.That(finding.Message, Is.EqualTo($"Outcome 2, Maps 1, Insight 0 and Leadership 2 of the sale {Sale} are carried over: a place to begin, which counts as unscored until somebody scores it."));
        }
    }

    [Test]
    public void A_pillar_that_holds_anything_is_left_alone() =>
        Assert.That(Renewal(0, null, 1, null, 2).Finding<SaleSeedsItsRenewalRule>().Changes.Select(change => change.Field), Is.EqualTo(new[] { "MIQL_Maps__c" }));

    [Test]
    public void One_without_an_empty_pillar_is_not_seeded() => Assert.That(Renewal(0, 0, 0, null, 0).Ask<SaleSeedsItsRenewalRule>(), Says.Nothing);

    [Test]
    public void What_was_ever_scored_is_not_filled_again()
    {
        var maps = PillarSet.Where(pillar => pillar == Pillar.Maps);

        Assert.That(Renewal(null, null, null, null, null, neverScored: maps).Finding<SaleSeedsItsRenewalRule>().Changes.Select(change => change.Field), Is.EqualTo(new[] { "MIQL_Maps__c" }));
        Assert.That(Renewal(null, null, null, null, null, neverScored: PillarSet.Empty).Ask<SaleSeedsItsRenewalRule>(), Says.Nothing);
    }

    [Test]
    public void A_sale_that_was_lost_or_a_renewal_itself_hands_nothing_over() =>
        Assert.That(Renewal(null, null, null, null, null).Knowing(context => context with { Original = context.Original! with { HandsOver = false } }).Ask<SaleSeedsItsRenewalRule>(), Says.Nothing);

    [Test]
    public void Without_the_sale_or_the_score_history_nobody_knows()
    {
        Assert.That(Renewal(null, null, null, null, null).Knowing(context => context with { Original = null }).Ask<SaleSeedsItsRenewalRule>(), Says.Unknown);
        Assert.That(Renewal(null, null, null, null, null).Knowing(context => context with { NeverScored = null }).Ask<SaleSeedsItsRenewalRule>(), Says.Unknown);
    }

    [Test]
    public void A_renewal_that_names_no_sale_is_seeded_by_the_one_that_its_account_tells()
    {
        var unnamed = Renewal(null, null, null, null, null).With(deal => deal with { RenewalOf = null });

        Assert.That(unnamed.Finding<SaleSeedsItsRenewalRule>().Changes, Has.Count.EqualTo(4));
        Assert.That(unnamed.Knowing(context => context with { Original = null }).Ask<SaleSeedsItsRenewalRule>(), Says.Unknown);
        Assert.That(unnamed.With(deal => deal with { AccountId = null }).Ask<SaleSeedsItsRenewalRule>(), Says.Nothing, "nobody can tell which sale it renews");
    }

    [Test]
    public void A_sale_is_not_seeded() => Assert.That(Renewal(null, null, null, null, null).OfType("New Business").Ask<SaleSeedsItsRenewalRule>(), Says.Nothing);

    private static ADeal Renewal(int? outcome, int? maps, int? insight, int? quantify, int? leadership, PillarSet? neverScored = null) => ADeal.Renewal
        .With(deal => deal with { RenewalOf = Sale, Outcome = Score(outcome), Maps = Score(maps), Insight = Score(insight), Quantify = Score(quantify), Leadership = Score(leadership) })
        .Knowing(context => context with
        {
            NeverScored = neverScored ?? All,
            Original = new OriginalSale(Sale, 1, new DateOnly(2025, 3, 31)) { HandsOver = true, Scores = new MiqlScores(2, 1, 0, 1, 2) },
        });

    private static PillarScore Score(int? points) => points is { } scored ? PillarScore.From(scored) : PillarScore.Unscored;
}
