using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Policies;

/// <summary>The policies of the repository say what their comments and the documentation promise.</summary>
public sealed class ShippedPoliciesTests
{
    [TestCase("policy.yaml")]
    [TestCase("deploy/policies/salesforce-default-stages.yaml")]
    [TestCase("deploy/policies/maven.yaml")]
    public void A_shipped_policy_has_no_problem(string path) =>
        Assert.That(PolicyFile.Parse(ShippedFiles.Read(path), path).Problems, Is.Empty);

    [TestCase("policy.yaml", "docs/policy.schema.json")]
    [TestCase("deploy/policies/salesforce-default-stages.yaml", "../../docs/policy.schema.json")]
    [TestCase("deploy/policies/maven.yaml", "../../docs/policy.schema.json")]
    public void Its_first_line_names_the_schema(string path, string schema) =>
        Assert.That(ShippedFiles.Read(path), Does.StartWith($"# yaml-language-server: $schema={schema}\n"));

    /// <summary>Whoever deletes a line of policy.yaml keeps what it said.</summary>
    [Test]
    public void The_default_policy_writes_the_defaults_out()
    {
        var written = TestPolicies.Default();
        var stages = written.Stages.All.Select(stage => $"  - {{ name: {stage.Name}, type: {TypeName(stage.Type)} }}\n");
        var leftOut = TestPolicies.Sound($"stages:\n{string.Concat(stages)}");

        Assert.That(written.Stages.All, Is.EqualTo(leftOut.Stages.All));
        Assert.That(written.TimeZone, Is.EqualTo(leftOut.TimeZone));
        Assert.That(written.Fiscal, Is.EqualTo(leftOut.Fiscal));
        Assert.That(written.Motions.Otherwise, Is.EqualTo(leftOut.Motions.Otherwise));
        Assert.That(written.Forecast, Is.EqualTo(leftOut.Forecast).UsingPropertiesComparer());
        Assert.That(written.Pov, Is.EqualTo(leftOut.Pov).UsingPropertiesComparer());
        Assert.That(written.Qualification, Is.EqualTo(leftOut.Qualification));
        Assert.That(written.Retention, Is.EqualTo(leftOut.Retention));
        Assert.That(written.Risk, Is.EqualTo(leftOut.Risk));
        Assert.That((written.StageRules.AgingLeastStays, written.StageRules.AgingMonths), Is.EqualTo((leftOut.StageRules.AgingLeastStays, leftOut.StageRules.AgingMonths)));
        Assert.That(written.Overrides, Is.EqualTo(leftOut.Overrides).UsingPropertiesComparer());
        Assert.That(written.Tasks, Is.EqualTo(leftOut.Tasks).UsingPropertiesComparer());
        Assert.That(written.Severities, Is.Empty);
        Assert.That(written.CustomRules, Is.Empty);
        Assert.That(written.Fields.Fields, Is.EqualTo(leftOut.Fields.Fields));
    }

    [Test]
    public void The_default_policy_maps_the_stages_of_a_technical_sale()
    {
        var stages = TestPolicies.Default().Stages.All;

        Assert.That(stages.Select(stage => (stage.Name, stage.Type, stage.Order, stage.Active)), Is.EqualTo(new[]
        {
            ("Qualification", StageType.Qualification, 1, true),
            ("Discovery", StageType.Discovery, 2, true),
            ("Technical Deep-Dive", StageType.TechnicalValidation, 3, true),
            ("POV", StageType.Pov, 4, true),
            ("Proposal", StageType.Commercial, 5, true),
            ("Negotiation", StageType.Commitment, 6, true),
            ("Closed Won", StageType.ClosedWon, 7, true),
            ("Closed Lost", StageType.ClosedLost, 8, true),
        }));
    }

    [TestCase("New Business", Motion.NewBusiness)]
    [TestCase("New Customer", Motion.NewBusiness)]
    [TestCase("Existing Business", Motion.Expansion)]
    [TestCase("Existing Customer - Upgrade", Motion.Expansion)]
    [TestCase("Renewal", Motion.Renewal)]
    [TestCase("Partner", null)]
    public void The_default_policy_knows_the_usual_types(string type, Motion? motion)
    {
        var motions = TestPolicies.Default().Motions;

        Assert.That(motions.Find(type), Is.EqualTo(motion));
        Assert.That(motions.Otherwise, Is.EqualTo(Motion.NewBusiness));
    }

    [Test]
    public void The_default_policy_has_the_catalogues_figures()
    {
        var policy = TestPolicies.Default();

        Assert.That(policy.TimeZone, Is.EqualTo(TimeZoneInfo.Utc));
        Assert.That(policy.Fiscal.FirstMonth, Is.EqualTo(1));
        Assert.That(policy.Forecast.UnscoredCeiling, Is.EqualTo(ForecastCategory.Pipeline));
        Assert.That(policy.Forecast.BelowCeiling, Is.EqualTo(BelowCeilingMode.Cap));
        Assert.That(policy.Forecast.CorrectProbability, Is.False);
        Assert.That((policy.Pov.MaximumDays, policy.Pov.StaleDeferralDays, policy.Pov.Capacity, policy.Pov.CapacityPerSe), Is.EqualTo((60, 14, (int?)null, (int?)null)));
        Assert.That(policy.Pov.GatedMotions, Is.EquivalentTo([Motion.NewBusiness, Motion.Expansion]));
        Assert.That(policy.Pov.ReturnStage, Is.EqualTo("Technical Deep-Dive"));
        Assert.That(policy.Pov.EffectiveOn, Is.Null);
        Assert.That((policy.StageRules.AgingLeastStays, policy.StageRules.AgingMonths), Is.EqualTo((20, 12)));
        Assert.That((policy.Qualification.IntentHigh, policy.Qualification.IntentMedium, policy.Qualification.Ready), Is.EqualTo((7, 4, 7)));
        Assert.That((policy.Retention.BigDropPercent, policy.Retention.DropPercent, policy.Retention.MilestoneOverdueDays, policy.Retention.TicketsPercent, policy.Retention.OnTargetPercent), Is.EqualTo((40, 20, 14, 50, 90)));
        Assert.That(policy.Risk.MediumFindings, Is.EqualTo(3));
        Assert.That(policy.Overrides.MaximumDays, Is.EqualTo(14));
        Assert.That((policy.Tasks.DueDaysHigh, policy.Tasks.DueDaysOther), Is.EqualTo((2, 5)));
        Assert.That(policy.Tasks.Rules, Is.EquivalentTo(["forecast.score-required", "pov.deferred", "pov.conditions", "renewal.sponsor-silent", "renewal.expansion-lead", "meddpicc.low-pain"]));
        Assert.That(policy.Tasks.DefaultOwner, Is.Null);
    }

    [TestCase(ForecastCategory.Closed, 100, 100)]
    [TestCase(ForecastCategory.Commit, 90, 100)]
    [TestCase(ForecastCategory.MostLikely, 70, 100)]
    [TestCase(ForecastCategory.BestCase, 70, 100)]
    [TestCase(ForecastCategory.Pipeline, 30, 70)]
    public void The_default_bands_are_the_catalogues(ForecastCategory category, int from, int to) =>
        Assert.That(TestPolicies.Default().Forecast.Bands[category], Is.EqualTo(new ProbabilityBand(from, to)));

    [TestCase("29.99", true)]
    [TestCase("30", false)]
    public void Omitted_ends_below_30(string probability, bool fits) =>
        Assert.That(TestPolicies.Default().Forecast.Bands[ForecastCategory.Omitted].Contains(decimal.Parse(probability, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(fits));

    [Test]
    public void Work_texts_fit_a_tasks_subject_whole()
    {
        var pov = TestPolicies.Default().Pov;

        string[] texts = [.. pov.Work.Values, pov.TotalWork, pov.ScoreWork];

        Assert.That(texts, Has.Length.EqualTo(7));
        Assert.That(texts.Select(text => text.Length), Has.All.InRange(60, 255));
        Assert.That(texts, Has.None.Contains("\n"));
    }

    [Test]
    public void Salesforces_own_stages_have_no_pov_and_so_the_next_type_counts()
    {
        var policy = TestPolicies.Sound(ShippedFiles.Read("deploy/policies/salesforce-default-stages.yaml"));
        string[] By(StageType type) => [.. policy.Stages.All.Where(stage => policy.Stages.IsBy(stage, type)).Select(stage => stage.Name)];

        Assert.That(policy.Stages.All, Has.Count.EqualTo(10));
        Assert.That(By(StageType.TechnicalValidation)[0], Is.EqualTo("Value Proposition"));
        Assert.That(By(StageType.Pov)[0], Is.EqualTo("Proposal/Price Quote"));
        Assert.That(policy.Pov.ReturnStage, Is.EqualTo("Perception Analysis"));
    }

    [Test]
    public void The_maven_policy_gates_nothing_and_takes_every_deal_for_new_business()
    {
        var policy = TestPolicies.Sound(ShippedFiles.Read("deploy/policies/maven.yaml"));

        Assert.That(policy.Stages.All.Select(stage => stage.Name), Is.EqualTo(["Prospecting", "Engaging", "Closed Won", "Closed Lost"]));
        Assert.That(policy.Pov.GatedMotions, Is.Empty);
        Assert.That(policy.Motions.Find("New Business"), Is.Null);
        Assert.That(policy.Motions.Otherwise, Is.EqualTo(Motion.NewBusiness));
        Assert.That(policy.SeverityOf("motion.unmapped", SalesRules.Decisions.Severity.Low), Is.Null);
        Assert.That(policy.TimeZone.Id, Is.EqualTo("America/New_York"));
    }

    [Test]
    public void What_the_maven_data_has_not_is_not_run_rather_than_a_no()
    {
        var policy = TestPolicies.Sound(ShippedFiles.Read("deploy/policies/maven.yaml"));
        var deal = new Opportunity { Id = SalesforceId.Parse("006000000000001"), StageName = "Engaging", ForecastCategoryName = "Pipeline", IsClosed = false, CloseDate = new DateOnly(2017, 3, 20) };

        var planned = new RecordPlan(new RuleBook(policy)).Of(deal, new DealContext { Today = new DateOnly(2017, 12, 31) }, KnownTasks.None, new DateTimeOffset(2017, 12, 31, 12, 0, 0, TimeSpan.Zero));

        Assert.That(planned.Decision.Findings.Select(finding => finding.Rule), Is.EqualTo(["hygiene.missing-field"]), "the account and the amount, which other rows have");
        Assert.That(planned.Decision.NotRun, Is.SupersetOf(new[] { "forecast.above-ceiling", "hygiene.next-step-missing", "hygiene.no-activity", "stage.no-progress", "meddpicc.pain-unscored" }));
        Assert.That(planned.Planned.Changes.Select(change => change.Field), Has.None.EqualTo("SalesRules_Ceiling__c").And.None.EqualTo("SalesRules_Lowest_Pillar__c"));
    }

    private static string TypeName(StageType type) => type switch
    {
        StageType.TechnicalValidation => "technical-validation",
        StageType.ClosedWon => "closed-won",
        StageType.ClosedLost => "closed-lost",
        _ => type.ToString().ToLowerInvariant(),
    };
}
