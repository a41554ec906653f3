using SalesRules.Journal.Deals;
using SalesRules.Journal.History;
using SalesRules.Journal.Writes;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests.Deals;

[OnEachDatabase]
public sealed class DealMemoryTests(DatabaseKind database)
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);

    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task Of_a_deal_never_seen_nothing_is_remembered()
    {
        Assert.That(await RememberAsync(), Is.SameAs(DealMemory.Nothing));
        Assert.That(DealMemory.Nothing.ScoreHistory, Is.Null);
    }

    [Test]
    public async Task At_first_sight_each_pillar_has_a_baseline_and_none_was_seen_to_change()
    {
        await bench.RunAsync(TestDeals.Deal().Scored(2, 2, null, 2, 2));
        var entries = await ScoresAsync();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(entries.Select(entry => entry.Pillar), Is.EqualTo(Pillars.All));
            Assert.That(entries.Select(entry => entry.ChangedAt), Has.All.Null);
            Assert.That(entries[0].Score, Is.EqualTo(FieldValue.Of(2m)));
            Assert.That(entries[2].Score, Is.EqualTo(FieldValue.Null));
            Assert.That(entries[0].Evidence, Is.EqualTo("Said by the CFO"));
            Assert.That(Pillars.All.Select((await RememberAsync()).ScoreHistory!.Last), Has.All.Null);
        });
    }

    [Test]
    public async Task A_changed_score_is_kept_with_when_stage_category_and_who()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal().Scored(2, 2, 2, 2, 1) with { SystemModstamp = Noon, ScoredBy = TestDeals.Owner });

        var change = (await ScoresAsync()).Skip(5).Single();
        await Assert.MultipleAsync(async () =>
        {
            Assert.That(change.Pillar, Is.EqualTo(Pillar.Leadership));
            Assert.That(change.Score, Is.EqualTo(FieldValue.Of(1m)));
            Assert.That((change.ScoreChanged, change.EvidenceChanged), Is.EqualTo((true, false)));
            Assert.That(change.ChangedAt, Is.EqualTo(Noon));
            Assert.That(change.ScoredBy, Is.EqualTo(TestDeals.Owner));
            Assert.That((change.StageName, change.ForecastCategoryName), Is.EqualTo(("Technical Validation", "Best Case")));
            Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Leadership), Is.EqualTo(new ScoreChange(Noon, null)));
            Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Outcome), Is.Null);
        });
    }

    [Test]
    public async Task Changed_evidence_is_a_change_of_its_own()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal() with { MapsEvidence = "A newer chart", SystemModstamp = Noon });
        var change = (await ScoresAsync()).Skip(5).Single();
        Assert.That((change.Pillar, change.Evidence, change.ScoreChanged, change.EvidenceChanged), Is.EqualTo((Pillar.Maps, "A newer chart", false, true)));
        Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Maps), Is.EqualTo(new ScoreChange(null, Noon)));
    }

    [Test]
    public async Task A_score_and_its_evidence_may_have_changed_at_different_times()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal().Scored(2, 1, 2, 2, 2) with { SystemModstamp = Noon });
        await bench.RunAsync(TestDeals.Deal().Scored(2, 1, 2, 2, 2) with { SystemModstamp = Noon.AddDays(1), MapsEvidence = "New" });
        Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Maps), Is.EqualTo(new ScoreChange(Noon, Noon.AddDays(1))));
    }

    [Test]
    public async Task An_unchanged_deal_adds_nothing()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal() with { SystemModstamp = Noon });
        Assert.That(await ScoresAsync(), Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_change_without_a_modstamp_happened_when_the_run_saw_it()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal().Scored(1, 2, 2, 2, 2) with { SystemModstamp = null });
        Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Outcome)!.ScoreChangedAt, Is.EqualTo(bench.Clock.Now));
    }

    [Test]
    public async Task A_text_is_another_score_than_the_number_it_looks_like()
    {
        await bench.RunAsync(TestDeals.Deal());
        await bench.RunAsync(TestDeals.Deal() with { Outcome = PillarScore.Invalid(FieldValue.Of("2")) });
        Assert.That((await ScoresAsync())[5].Score, Is.EqualTo(FieldValue.Of("2")));
    }

    [Test]
    public async Task A_field_that_the_policy_maps_only_later_is_seen_for_the_first_time_then()
    {
        bench.Policy = TestPolicy.Without("MIQL_Maps_Evidence__c");
        await bench.RunAsync(TestDeals.Deal() with { MapsEvidence = null });
        bench.Policy = TestPolicy.Default;
        await bench.RunAsync(TestDeals.Deal() with { SystemModstamp = Noon });
        Assert.That((await ScoresAsync())[5].ChangedAt, Is.Null);
        Assert.That((await RememberAsync()).ScoreHistory!.Last(Pillar.Maps), Is.Null);
    }

    [Test]
    public async Task A_deferral_is_dated_from_the_day_it_was_first_seen_until_it_ends()
    {
        await bench.RunAsync(TestDeals.Deferred());
        bench.Clock.Advance(TimeSpan.FromDays(3));
        await bench.RunAsync(TestDeals.Deferred());
        Assert.That((await RememberAsync()).DeferredSince, Is.EqualTo(new DateOnly(2026, 3, 2)));

        await bench.RunAsync(TestDeals.Deal());
        Assert.That((await RememberAsync()).DeferredSince, Is.Null);

        bench.Clock.Advance(TimeSpan.FromDays(3));
        await bench.RunAsync(TestDeals.Deferred());
        Assert.That((await RememberAsync()).DeferredSince, Is.EqualTo(new DateOnly(2026, 3, 8)));
    }

    [Test]
    public async Task A_correction_is_remembered_with_the_probability_found_after_it_once_it_is_confirmed()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.TooHigh());
        Assert.That((await RememberAsync()).LastCorrection, Is.Null);

        await bench.SendAsync(run);
        Assert.That((await RememberAsync()).LastCorrection, Is.EqualTo(new CategoryCorrection(ForecastCategory.BestCase, 95)));
    }

    [Test]
    public async Task A_correction_whose_category_was_not_found_on_the_record_is_not_remembered()
    {
        var run = await bench.StartAsync();
        await bench.DecideAsync(run, TestDeals.TooHigh());
        await bench.Journal.SettleAsync(run, [WriteReceipt.Confirmed(TestDeals.Id(1), new AfterImage(null, "Pipeline", 50))]);
        Assert.That((await RememberAsync()).LastCorrection, Is.Null);
    }

    [Test]
    public async Task A_correction_is_forgotten_when_somebody_sets_another_category()
    {
        await bench.RunAsync(TestDeals.TooHigh());
        var corrected = TestDeals.TooHigh() with { ForecastCategoryName = "Best Case" };
        await bench.RunAsync(corrected);
        Assert.That((await RememberAsync()).LastCorrection, Is.Not.Null);

        await bench.RunAsync(corrected with { ForecastCategoryName = "Pipeline" });
        Assert.That((await RememberAsync()).LastCorrection, Is.Null);
    }

    [Test]
    public async Task A_write_that_corrects_nothing_of_a_person_is_no_correction()
    {
        await bench.RunAsync(TestDeals.Deal());
        Assert.That((await RememberAsync()).LastCorrection, Is.Null);
    }

    private Task<DealMemory> RememberAsync() => bench.RememberAsync(TestDeals.Id(1));

    private async Task<IReadOnlyList<ScoreEntry>> ScoresAsync() => (await bench.Journal.DealHistoryAsync(JournalBench.Org, TestDeals.Id(1))).Scores;
}
