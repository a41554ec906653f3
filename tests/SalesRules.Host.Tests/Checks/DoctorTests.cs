using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Schema;
using OrgFieldAccess = SalesRules.Sandbox.Schema.FieldAccess;

namespace SalesRules.Host.Tests.Checks;

internal sealed class DoctorTests
{
    private static readonly string[] OrgChecks = ["api-version", "fields", "writable-fields", "tasks", "related-objects", "picklists", "stages", "clock", "api-budget"];

    private TemporaryFolder folder = null!;
    private SandboxServer? server;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public async Task CleanUpAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        server = null;
        folder.Dispose();
    }

    [Test]
    public async Task A_sound_installation_passes_every_check_and_no_journal_is_made()
    {
        await StartOrgAsync();

        var (exitCode, checks, _) = await DoctorAsync();

        Assert.That(checks.Where(check => check.Key != "alerts" && check.Value.Status != "pass").Select(check => $"{check.Key}: {check.Value.Detail}"), Is.Empty);
        Assert.That(checks["alerts"].Detail, Does.StartWith("Nobody in the settings is cs-lead, manager, owner, sales-ops, se-director, vp-sales: "), "recipients have no default");
        Assert.That(exitCode, Is.EqualTo(ExitCode.Done));
        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EqualTo(new[] { "settings.json" }));
    }

    [Test]
    public async Task Without_Salesforce_it_names_the_key_and_skips_the_org()
    {
        var run = await CommandRun.OfAsync("doctor", "--config", SandboxSettingsFile.Write(folder));

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(run.Output, Does.Contain("FAIL     salesforce       No Salesforce is configured: set Salesforce:LoginUrl"));
        Assert.That(run.Output, Does.Contain("skipped  sign-in          no usable Salesforce settings"));
        Assert.That(run.Errors, Does.Contain("1 of 23 checks failed. The first, salesforce: No Salesforce is configured: set Salesforce:LoginUrl"));
    }

    [Test]
    public async Task Contacts_that_are_hidden_fail_with_the_rules_that_ask_for_them()
    {
        await StartOrgAsync();
        server!.Org.SetFieldAccess("Contact", "AccountId", OrgFieldAccess.Hidden);

        var (exitCode, checks, _) = await DoctorAsync();

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["related-objects"].Detail, Does.StartWith("OpportunityContactRole, or a field of it, is hidden from our user: the rules renewal.two-key, meddpicc.single-threaded, hygiene.blocker-missing do not run.").And.Contain("Contact, or a field of it, is hidden from our user: the rules renewal.champion-lost, "));
    }

    [Test]
    public async Task An_unknown_key_fails_the_settings_and_skips_all_else()
    {
        var (exitCode, checks, _) = await DoctorAsync(("Salesforce:Secret", "x"));

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["settings"].Detail, Does.Contain("Salesforce:Secret"));
        Assert.That(checks.Where(check => check.Key != "settings").Select(check => check.Value.Status), Is.All.EqualTo("skipped"));
    }

    [Test]
    public async Task A_wrong_secret_is_told_and_never_shown()
    {
        await StartOrgAsync();

        var (exitCode, checks, output) = await DoctorAsync(("Salesforce:ClientSecret", "wrong-and-private"));

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["sign-in"].Status, Is.EqualTo("fail"));
        Assert.That(checks["sign-in"].Detail, Does.Contain("Salesforce:ClientSecret"));
        Assert.That(OrgChecks.Select(name => checks[name].Status), Is.All.EqualTo("skipped"));
        Assert.That(output, Does.Not.Contain("wrong-and-private"));
    }

    [Test]
    public async Task A_host_where_nothing_answers_is_told()
    {
        var (exitCode, checks, _) = await DoctorAsync(
            ("Salesforce:LoginUrl", "http://127.0.0.1:1"), ("Salesforce:ClientId", "sandbox"), ("Salesforce:ClientSecret", "sandbox"), ("Salesforce:MaxRetries", "0"));

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["sign-in"].Detail, Does.Contain("Nothing answers there: check the host and port in Salesforce:LoginUrl"));
    }

    [Test]
    public async Task An_API_version_that_the_org_does_not_offer_is_told_with_those_it_offers()
    {
        await StartOrgAsync();

        var (_, checks, _) = await DoctorAsync(("Salesforce:ApiVersion", "99.0"));

        Assert.That(checks["api-version"], Is.EqualTo(new Check("fail", "The org does not offer version 99.0, but 31.0 to 67.0.", "Set Salesforce:ApiVersion to 67.0 or leave it out.")));
        Assert.That(checks["fields"].Status, Is.EqualTo("skipped"));
    }

    [Test]
    public async Task A_hidden_field_is_named()
    {
        var org = await StartOrgAsync();
        org.SetFieldAccess("Opportunity", "MIQL_Outcome__c", OrgFieldAccess.Hidden);

        var (exitCode, checks, _) = await DoctorAsync();

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["fields"].Detail, Does.StartWith("MIQL_Outcome__c is gone or hidden from our user: the rules miql.invalid-score, ").And.Contain("forecast.above-ceiling").And.Contain("pov.deferred"));
        Assert.That(checks["fields"].Fix, Does.Contain("SalesRules_Integration"));
    }

    [TestCase("SalesRules_Reason__c")]
    [TestCase("SalesRules_Risk__c")]
    public async Task A_field_that_cannot_be_edited_is_named(string field)
    {
        var org = await StartOrgAsync();
        org.SetFieldAccess("Opportunity", field, OrgFieldAccess.ReadOnly);

        var (_, checks, _) = await DoctorAsync();

        Assert.That(checks["writable-fields"].Detail, Does.StartWith($"{field} is read-only for our user: "));
    }

    [Test]
    public async Task A_field_that_is_only_read_may_be_read_only()
    {
        var org = await StartOrgAsync();
        org.SetFieldAccess("Opportunity", "MIQL_Quantify__c", OrgFieldAccess.ReadOnly);

        var (exitCode, _, _) = await DoctorAsync();

        Assert.That(exitCode, Is.EqualTo(ExitCode.Done));
    }

    [TestCase(OrgFieldAccess.Hidden, "Task has no field SalesRules_Key__c that our user can see: ")]
    [TestCase(OrgFieldAccess.ReadOnly, "Task.SalesRules_Key__c is read-only for our user: ")]
    public async Task The_key_of_tasks_must_be_there_and_writable(OrgFieldAccess access, string detail)
    {
        var org = await StartOrgAsync();
        org.SetFieldAccess("Task", "SalesRules_Key__c", access);

        var (_, checks, _) = await DoctorAsync();

        Assert.That(checks["tasks"].Detail, Does.StartWith(detail).And.Contain("no task is made or completed for "));
    }

    [Test]
    public async Task A_missing_picklist_value_is_named()
    {
        await StartOrgAsync();
        var standard = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"));
        var policy = folder.Write("policy.yaml", standard.Replace("fields: {}", "fields: { SalesRules_POV_Gate_Path__c: Legal_Status__c, Legal_Status__c: null }", StringComparison.Ordinal));

        var (_, checks, _) = await DoctorAsync(("Policy:File", policy));

        Assert.That(checks["picklists"].Detail, Does.Contain("Legal_Status__c no longer offers the value 'Standard'").And.Contain("Legal_Status__c no longer offers the value 'Executive-Led'"));
    }

    [Test]
    public async Task A_stage_that_the_policy_does_not_map_is_named()
    {
        var org = await StartOrgAsync();
        org.ReplaceStages([.. StageLists.Policy, new StageDefinition("Legal Review", 80, "Commit")]);

        var (_, checks, _) = await DoctorAsync();

        Assert.That(checks["stages"].Detail, Is.EqualTo("The policy does not map 'Legal Review': rules that need the stage do not run for deals there."));
        Assert.That(checks["stages"].Fix, Does.Contain("'Legal Review'"));
    }

    [Test]
    public async Task A_return_stage_that_the_org_lacks_is_named()
    {
        var org = await StartOrgAsync();
        org.ReplaceStages([.. StageLists.Policy.Where(stage => stage.Name != "Technical Deep-Dive")]);

        var (_, checks, _) = await DoctorAsync();

        Assert.That(checks["stages"].Detail, Is.EqualTo("StageName no longer offers the value 'Technical Deep-Dive': corrections to it by pov.stage-without-approval are not made."));
    }

    [Test]
    public async Task A_retired_stage_that_nothing_returns_to_is_a_warning()
    {
        var org = await StartOrgAsync();
        org.ReplaceStages([.. StageLists.Policy.Where(stage => stage.Name != "Qualification")]);

        var (exitCode, checks, _) = await DoctorAsync();

        Assert.That((exitCode, checks["stages"].Status), Is.EqualTo((ExitCode.Done, "warning")));
        Assert.That(checks["stages"].Detail, Is.EqualTo("StageName no longer offers the value 'Qualification': no deal is moved there."));
    }

    // Six describes are counted when the budget is looked at.
    [TestCase(6, "fail")]
    [TestCase(8, "pass")]
    public async Task A_used_up_budget_of_API_calls_is_told(int allowance, string status)
    {
        await StartOrgAsync(new SandboxOptions { Opportunities = 1, DailyApiRequests = allowance });

        var (_, checks, _) = await DoctorAsync();

        Assert.That(checks["api-budget"].Status, Is.EqualTo(status), checks["api-budget"].Detail);
    }

    [TestCase(-70, "warning", "ahead of")]
    [TestCase(70, "warning", "behind")]
    [TestCase(-50, "pass", "ahead of")]
    [TestCase(50, "pass", "behind")]
    public async Task A_clock_more_than_a_minute_off_is_told(int serverAheadSeconds, string status, string direction)
    {
        await StartOrgAsync(clock: new ShiftedClock(TimeSpan.FromSeconds(serverAheadSeconds)));

        var (exitCode, checks, _) = await DoctorAsync();

        Assert.That(checks["clock"].Status, Is.EqualTo(status));
        Assert.That(checks["clock"].Detail, Does.Contain(direction));
        Assert.That(exitCode, Is.EqualTo(ExitCode.Done), "a warning is no failure");
    }

    [Test]
    public async Task A_policy_with_errors_is_told_with_their_lines()
    {
        await StartOrgAsync();
        var policy = folder.Write("policy.yaml", "stages: []\nnonsense: 1\n");

        var (exitCode, checks, _) = await DoctorAsync(("Policy:File", policy));

        Assert.That(exitCode, Is.EqualTo(ExitCode.WrongInput));
        Assert.That(checks["policy"].Detail, Does.Contain("policy.yaml:2:1"));
        Assert.That((checks["time-zone"].Status, checks["fields"].Status, checks["sign-in"].Status), Is.EqualTo(("skipped", "skipped", "pass")));
    }

    [Test]
    public async Task Bad_schedules_are_told()
    {
        var (_, checks, _) = await DoctorAsync(("Schedules:x:Cron", "* *"));

        Assert.That(checks["schedules"].Detail, Does.StartWith("Schedules:x:Cron: '* *' has 2 field(s)"));
    }

    private async Task<Org> StartOrgAsync(SandboxOptions? options = null, TimeProvider? clock = null)
    {
        server = await SandboxServer.StartAsync(options ?? new SandboxOptions { Opportunities = 1 }, clock ?? TimeProvider.System, default);
        return server.Org;
    }

    private async Task<(int ExitCode, Dictionary<string, Check> Checks, string Printed)> DoctorAsync(params (string Key, string Value)[] settings)
    {
        var file = server is null ? SandboxSettingsFile.Write(folder, settings) : SandboxSettingsFile.Write(folder, server, settings);
        var run = await CommandRun.OfAsync("doctor", "--json", "--config", file);
        using var json = JsonDocument.Parse(run.Output);
        Assert.That(json.RootElement.GetProperty("ok").GetBoolean(), Is.EqualTo(run.ExitCode == ExitCode.Done));
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToDictionary(
            check => check.GetProperty("check").GetString()!,
            check => new Check(check.GetProperty("status").GetString()!, check.GetProperty("detail").GetString()!, check.GetProperty("fix").GetString()));
        return (run.ExitCode, checks, run.Output + run.Errors);
    }

    private sealed record Check(string Status, string Detail, string? Fix);
}
