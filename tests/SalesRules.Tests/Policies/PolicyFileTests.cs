using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>What a sound file becomes.</summary>
public sealed class PolicyFileTests
{
    [Test]
    public void Stages_alone_are_a_policy() => Assert.That(Sound(Least).Stages.All, Has.Count.EqualTo(3));

    [Test]
    public void A_section_with_nothing_behind_it_has_its_defaults()
    {
        var policy = With("business:\nmotions:\nforecast:\npov:\n  work:\noverrides:\n  roles:\ntasks: ~\nseverities: null\nfields:\n");

        Assert.That(policy.Forecast, Is.EqualTo(new ForecastPolicy()).UsingPropertiesComparer());
        Assert.That(policy.Motions.Find("Renewal"), Is.EqualTo(Motion.Renewal));
    }

    [Test]
    public void Order_is_one_more_than_that_of_the_stage_before()
    {
        var policy = Sound("""
            stages:
              - { name: A, type: discovery }
              - { name: B, type: discovery, order: 10 }
              - { name: C, type: pov }
              - { name: D, type: pov, order: 11, active: false }
            """);

        Assert.That(policy.Stages.All.Select(stage => (stage.Order, stage.Active)), Is.EqualTo(new[] { (1, true), (10, true), (11, true), (11, false) }));
    }

    [Test]
    public void Return_stage_is_the_last_open_active_stage_before_pov()
    {
        var policy = Sound("""
            stages:
              - { name: A, type: discovery }
              - { name: B, type: solution }
              - { name: C, type: solution, active: false }
              - { name: D, type: pov }
              - { name: E, type: pov }
            """);

        Assert.That(policy.Pov.ReturnStage, Is.EqualTo("B"));
    }

    [Test]
    public void Return_stage_is_named_as_the_stages_are_whatever_its_case() =>
        Assert.That(With("pov: { return-stage: discovery }").Pov.ReturnStage, Is.EqualTo("Discovery"));

    [Test]
    public void Without_a_pov_stage_none_is_needed() =>
        Assert.That(Sound("stages: [{ name: Proposal, type: commercial }]").Pov.ReturnStage, Is.Null);

    [TestCase("April", 4)]
    [TestCase("2", 2)]
    [TestCase("12", 12)]
    public void The_fiscal_year_starts_in_a_month_by_name_or_number(string month, int number) =>
        Assert.That(With($"business: {{ fiscal-year-starts-in: {month} }}").Fiscal.FirstMonth, Is.EqualTo(number));

    [Test]
    public void Holidays_are_no_business_days()
    {
        var calendar = With("business:\n  holidays:\n    - 2026-12-25\n    - \"2027-01-01\"\n").Business;

        Assert.That(calendar.IsBusinessDay(new DateOnly(2026, 12, 24)), Is.True);
        Assert.That(calendar.IsBusinessDay(new DateOnly(2026, 12, 25)), Is.False);
        Assert.That(calendar.IsBusinessDay(new DateOnly(2027, 1, 1)), Is.False);
    }

    [Test]
    public void A_time_zone_is_found_by_its_iana_name() =>
        Assert.That(With("business: { time-zone: America/New_York }").TimeZone.GetUtcOffset(new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero)), Is.EqualTo(TimeSpan.FromHours(-4)));

    [Test]
    public void Motions_given_replace_the_default_ones()
    {
        var motions = With("motions: { default: expansion, types: { Neu*: new-business } }").Motions;

        Assert.That(motions.Find("Neukunde"), Is.EqualTo(Motion.NewBusiness));
        Assert.That(motions.Find("Renewal"), Is.Null);
        Assert.That(motions.Otherwise, Is.EqualTo(Motion.Expansion));
    }

    [Test]
    public void A_band_given_leaves_the_others_as_they_are()
    {
        var bands = With("forecast: { probability-bands: { Commit: { from: 80 }, Pipeline: { from: 10.5, below: 70 } } }").Forecast.Bands;

        Assert.That(bands[ForecastCategory.Commit], Is.EqualTo(new ProbabilityBand(80, 100)));
        Assert.That(bands[ForecastCategory.Pipeline].Contains(10.5m), Is.True);
        Assert.That(bands[ForecastCategory.Pipeline].Contains(70), Is.False);
        Assert.That(bands[ForecastCategory.BestCase], Is.EqualTo(new ProbabilityBand(70, 100)));
    }

    [Test]
    public void Pov_settings_are_taken_over()
    {
        var pov = With("""
            pov:
              gated-motions: [renewal]
              effective-on: 2026-04-01
              maximum-days: 45
              stale-deferral-days: 7
              capacity: 6
              capacity-per-se: 2
              work:
                outcome: Ask again.
            """).Pov;

        Assert.That(pov.GatedMotions, Is.EquivalentTo([Motion.Renewal]));
        Assert.That(pov.EffectiveOn, Is.EqualTo(new DateOnly(2026, 4, 1)));
        Assert.That((pov.MaximumDays, pov.StaleDeferralDays, pov.Capacity, pov.CapacityPerSe), Is.EqualTo((45, 7, (int?)6, (int?)2)));
        Assert.That(pov.Work[Pillar.Outcome], Is.EqualTo("Ask again."));
        Assert.That(pov.Work[Pillar.Maps], Is.EqualTo(Default().Pov.Work[Pillar.Maps]));
    }

    [Test]
    public void Forecast_overrides_and_tasks_are_taken_over()
    {
        var policy = With("""
            forecast: { unscored-ceiling: Best Case, below-ceiling: follow, correct-probability: true }
            overrides: { maximum-days: 30, roles: [VP Sales, CRO] }
            tasks: { rules: [pov.deferred], due-days: { high: 1 }, default-owner: 005000000000001 }
            """);

        Assert.That(policy.Forecast, Is.EqualTo(new ForecastPolicy { UnscoredCeiling = ForecastCategory.BestCase, BelowCeiling = BelowCeilingMode.Follow, CorrectProbability = true }).UsingPropertiesComparer());
        Assert.That(policy.Overrides.MaximumDays, Is.EqualTo(30));
        Assert.That(policy.Overrides.Roles, Is.EquivalentTo(["VP Sales", "CRO"]));
        Assert.That(policy.Tasks.Rules, Is.EquivalentTo(["pov.deferred"]));
        Assert.That((policy.Tasks.DueDaysHigh, policy.Tasks.DueDaysOther), Is.EqualTo((1, 5)));
        Assert.That(policy.Tasks.DefaultOwner, Is.EqualTo(SalesforceId.Parse("005000000000001")));
    }

    [Test]
    public void Severities_replace_the_rules_own_and_off_switches_off()
    {
        var policy = With("severities:\n  pov.over-length: high\n  motion.unmapped: off\n");

        Assert.That(policy.SeverityOf("pov.over-length", Severity.Medium), Is.EqualTo(Severity.High));
        Assert.That(policy.SeverityOf("motion.unmapped", Severity.Low), Is.Null);
        Assert.That(policy.SeverityOf("pov.deferred", Severity.Info), Is.EqualTo(Severity.Info));
    }

    [Test]
    public void Fields_have_the_orgs_names_or_are_absent()
    {
        var fields = With("fields: { Champion__c: Primary_Champion__c, Owner.Email: Owner.Work_Email__c, MIQL_Audit_Url__c: null }").Fields;

        Assert.That(fields.Find("Primary_Champion__c")?.ApiName, Is.EqualTo("Champion__c"));
        Assert.That(fields.Find("Champion__c"), Is.Null);
        Assert.That(fields.Find("Owner.Work_Email__c")?.ApiName, Is.EqualTo("Owner.Email"));
        Assert.That(fields.Has("MIQL_Audit_Url__c"), Is.False);
    }

    [Test]
    public void Two_fields_may_swap_their_names() =>
        Assert.That(With("fields: { Pain__c: Champion__c, Champion__c: Pain__c }").Fields.Find("Pain__c")?.ApiName, Is.EqualTo("Champion__c"));

    [Test]
    public void Anchors_and_aliases_may_be_used()
    {
        var policy = With("""
            forecast:
              probability-bands:
                Best Case: &late { from: 60, to: 100 }
                Most Likely: *late
            """);

        Assert.That(policy.Forecast.Bands[ForecastCategory.MostLikely], Is.EqualTo(new ProbabilityBand(60, 100)));
    }

    [Test]
    public void The_hash_is_that_of_the_text_with_line_feeds()
    {
        var hash = Sound("stages: [{ name: A, type: discovery }]\n").Hash;

        // printf 'stages: [{ name: A, type: discovery }]\n' | sha256sum
        Assert.That(hash, Is.EqualTo("sha256:79e38b50adec2868a692ef08abbae43e220d1aa6918c20a43b9da2999cc9a349"));
        Assert.That(Sound("stages: [{ name: A, type: discovery }]\r\n").Hash, Is.EqualTo(hash));
        Assert.That(Sound("stages: [{ name: A, type: discovery }]\r").Hash, Is.EqualTo(hash));
        Assert.That(Sound("\uFEFFstages: [{ name: A, type: discovery }]\n").Hash, Is.EqualTo(hash));
        Assert.That(Sound("stages: [{ name: A, type: discovery }]\n\n").Hash, Is.Not.EqualTo(hash));
        Assert.That(PolicyFile.HashOf("stages: [{ name: A, type: discovery }]\r\n"), Is.EqualTo(hash));
    }
}
