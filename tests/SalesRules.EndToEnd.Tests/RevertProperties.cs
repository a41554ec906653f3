using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Sandbox.Store;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>
/// Any org, whatever people do in it between a run and its revert: each field is what a person made it, else what it was before the
/// run. Two dozen orgs in every build; SALESRULES_LONG=1 takes five hundred.
/// </summary>
public class RevertProperties
{
    private const int Deals = 25;

    private static readonly int Orgs = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1" ? 500 : 24;

    private static readonly string[] Fields =
    [
        "StageName", "ForecastCategoryName", "Probability", "NextStep", "Amount", "CloseDate", "MIQL_Leadership__c",
        .. OpportunityFields.All.Where(field => field.Access == FieldAccess.Owned).Select(field => field.ApiName),
    ];

    /// <summary>What people do to deals that the run wrote.</summary>
    private static readonly IReadOnlyList<(string Field, object? Value)[]> Edits =
    [
        [("NextStep", "call")],
        [("Probability", 33.5m)],
        [("ForecastCategoryName", "Pipeline")],
        [("ForecastCategoryName", "Commit")],
        [("StageName", "Discovery")],
        [("StageName", "Closed Lost")],
        [("SalesRules_Reason__c", "mine")],
        [("SalesRules_Ceiling__c", null)],
        [("Amount", 1m), ("MIQL_Leadership__c", 2m)],
        [("SalesRules_Findings__c", null), ("Probability", 5m)],
    ];

    private static readonly IReadOnlyList<(string Field, object? Value)[]> TaskEdits =
        [[("Status", "Completed")], [("Subject", "another subject")], [("Status", "In Progress")]];

    [Test]
    public void Apply_then_revert_gives_the_original_org_except_what_people_edited() => Prop.ForAll(
            (from seed in Gen.Choose(1, 100_000)
             from acts in (from deal in Gen.Choose(0, Deals - 1) from what in Gen.Choose(0, Edits.Count + TaskEdits.Count + 1) select (Deal: deal, What: what)).ListOf()
             select (Seed: seed, Acts: acts)).ToArbitrary(),
            given => Check(given.Seed, given.Acts))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Orgs).WithQuietOnSuccess(true));

    private static void Check(int seed, IReadOnlyList<(int Deal, int What)> acts)
    {
        using var alone = new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
        CheckAsync(seed, acts).GetAwaiter().GetResult();
    }

    private static async Task CheckAsync(int seed, IReadOnlyList<(int Deal, int What)> acts)
    {
        await using var org = await TestOrg.StartAsync(Deals, seed);
        var before = Deal(org);
        var run = await org.RunAsync(("Limits:ApiReserve", "0"));
        var written = Deal(org);
        var made = Tasks(org).Where(task => task.Value["SalesRules_Key__c"] is not null).Select(task => task.Key).ToHashSet(StringComparer.Ordinal);
        var touched = written.Keys.Where(id => Differs(before[id], written[id])).ToList();
        foreach (var (deal, what) in acts.Where(_ => touched.Count > 0))
            Act(org, touched[deal % touched.Count], what);
        var edited = Deal(org);
        var editedTasks = Tasks(org);

        var revert = await RevertAsync(org, run.Run);

        var expected = edited.ToDictionary(deal => deal.Key, deal => Fields.ToDictionary(field => field, field =>
            deal.Value.IsDeleted || !Same(deal.Value, written[deal.Key], field) ? Text(deal.Value, field) : Text(before[deal.Key], field)));
        foreach (var (id, after) in Deal(org))
            Assert.That(Fields.ToDictionary(field => field, field => Text(after, field)), Is.EqualTo(expected[id]), id);
        Assert.That(revert.Notes.Lines.Order(StringComparer.Ordinal), Is.EqualTo(LeftAlone(before, written, edited).Order(StringComparer.Ordinal)), "what is left alone is listed, and nothing else");
        Assert.That(revert.LeftAlone, Is.EqualTo(revert.Notes.Lines.Count));
        foreach (var (id, task) in Tasks(org))
            Assert.That((Text(task, "Status"), Text(task, "Subject"), task.IsDeleted), Is.EqualTo(ExpectedTask(editedTasks[id], made.Contains(id))), id);
    }

    /// <summary>The fields that the run changed and that hold neither its value nor the one before; and whole deals that are gone.</summary>
    private static IEnumerable<string> LeftAlone(Dictionary<string, Record> before, Dictionary<string, Record> written, Dictionary<string, Record> edited)
    {
        foreach (var (id, now) in edited.Where(deal => Differs(before[deal.Key], written[deal.Key])))
        {
            if (now.IsDeleted)
            {
                yield return $"{id}: left alone, deleted since or hidden from our user";
                continue;
            }

            foreach (var field in Fields.Where(field => !Same(before[id], written[id], field) && !Same(now, written[id], field) && !Same(now, before[id], field)))
                yield return $"{id}: {field} left alone, changed since: our value no longer stands there";
        }
    }

    private static (string Status, string Subject, bool IsDeleted) ExpectedTask(Record edited, bool isOurs) =>
        (isOurs && !edited.IsDeleted ? "Completed" : Text(edited, "Status"), Text(edited, "Subject"), edited.IsDeleted);

    private static void Act(TestOrg org, string deal, int what)
    {
        var task = Tasks(org).Values.FirstOrDefault(task => Text(task, "WhatId") == deal && task["SalesRules_Key__c"] is not null);
        _ = org.Server.Org.Write(transaction => (what - Edits.Count) switch
        {
            < 0 => transaction.Update("Opportunity", deal, Edits[what].ToDictionary(edit => edit.Field, edit => edit.Value)),
            0 => transaction.Delete("Opportunity", deal),
            1 when task is not null => transaction.Delete("Task", task.Id),
            var edit when edit > 1 && task is not null => transaction.Update("Task", task.Id, TaskEdits[edit - 2].ToDictionary(change => change.Field, change => change.Value)),
            _ => null,
        });
    }

    private static async Task<RunTally> RevertAsync(TestOrg org, RunId run)
    {
        await using var workplace = await org.OpenAsync(JournalUse.Write);
        return await workplace.Get<RevertRun>().RevertAsync(run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);
    }

    private static Dictionary<string, Record> Deal(TestOrg org) => All(org, "Opportunity");

    private static Dictionary<string, Record> Tasks(TestOrg org) => All(org, "Task");

    private static Dictionary<string, Record> All(TestOrg org, string objectName) =>
        org.Server.Org.Read(store => store[objectName].Scan(includeDeleted: true).ToDictionary(record => record.Id));

    private static bool Differs(Record one, Record other) => Array.Exists(Fields, field => !Same(one, other, field));

    private static bool Same(Record one, Record other, string field) => Text(one, field) == Text(other, field);

    private static string Text(Record record, string field) => Convert.ToString(record[field], CultureInfo.InvariantCulture) ?? "";
}
