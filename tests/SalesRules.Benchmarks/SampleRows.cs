using System.Globalization;
using System.Text;
using SalesRules.Portfolio;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Benchmarks;

/// <summary>Deals for measurements: a fixed mixture of stages, categories and scores, the same at every call.</summary>
internal static class SampleRows
{
    private static readonly string[] Stages = ["Qualification", "Discovery", "Technical Deep-Dive", "POV", "Proposal", "Negotiation"];
    private static readonly string[] Categories = ["Pipeline", "Best Case", "Commit", "Most Likely"];

    /// <summary>A deal that no rule has anything to say of, in <see cref="CleanContext"/>.</summary>
    public static Opportunity Clean() => new OpportunityJsonReader(FieldMap.Default).Read(Encoding.UTF8.GetBytes(
        """
        {"Id":"006000000000001AAA","Name":"Acme rollout","AccountId":"001000000000001AAA","OwnerId":"005000000000001AAA","Owner":{"Name":"Dana Fox","IsActive":true,"ManagerId":"005000000000002AAA"},
         "Amount":80000.0,"StageName":"Negotiation","ForecastCategoryName":"Commit","Probability":90.0,"CloseDate":"2026-03-30","Type":"New Business","LeadSource":"Referral","IsClosed":false,"IsWon":false,
         "LastActivityDate":"2026-03-01","PushCount":0,"Segment__c":"Midmarket","NextStep":"Review the redlines with legal","Next_Step_Date__c":"2026-03-05","Next_Step_Owner__c":"005000000000001AAA",
         "MIQL_Outcome__c":2.0,"MIQL_Maps__c":2.0,"MIQL_Insight__c":2.0,"MIQL_Quantify__c":2.0,"MIQL_Leadership__c":2.0,"MIQL_Scored_On__c":"2026-02-20",
         "MIQL_Outcome_Evidence__c":"call","MIQL_Maps_Evidence__c":"map","MIQL_Insight_Evidence__c":"workshop",
         "MIQL_Quantify_Evidence__c":"model","MIQL_Leadership_Evidence__c":"meeting","SalesRules_POV_Approved_On__c":"2026-01-15T10:00:00.000+0000",
         "Metrics_Baseline__c":"12 days to close","Metrics_Target__c":"5 days","Metrics_Success_Criterion__c":"Two closes in a row in 5 days",
         "Economic_Buyer__c":"003000000000001AAA","Economic_Buyer_Level__c":"CFO","Economic_Buyer_Met_On__c":"2026-02-20",
         "Decision_Criteria__c":"Speed, audit trail, price","Decision_Scorecard_Wins__c":9.0,"Decision_Process__c":"The CFO decides after the committee","Decision_Expected_On__c":"2026-03-20",
         "Paper_Process__c":"Legal, procurement, CFO","MSA_Sent_On__c":"2026-01-20","Legal_Status__c":"Agreed","Signature_Expected_On__c":"2026-03-30","Procurement_Owner__c":"003000000000001AAA",
         "Pain__c":"Audit findings two years in a row","Pain_Score__c":9.0,"Champion__c":"003000000000002AAA","Champion_Confirmed_On__c":"2026-02-20","Competition__c":"A spreadsheet","Budget__c":90000.0,
         "Mutual_Action_Plan__c":"https://example.com/plan","Mutual_Action_Plan_Criterion__c":"First close in 5 days","Mutual_Action_Plan_Next_Due__c":"2026-03-07",
         "Close_Date_Reviewed_On__c":"2026-03-01","Stage_Change_Reason__c":"Proposal accepted","Desk_Decision__c":"Approve","Desk_Decision_By__c":"005000000000002AAA","Desk_Decision_On__c":"2026-02-25",
         "POV_Start__c":"2026-01-16","POV_End__c":"2026-02-10","POV_SE__c":"005000000000003AAA"}
        """));

    /// <summary>What is known around a deal in a run.</summary>
    public static DealContext CleanContext(DateOnly today) => new()
    {
        Today = today,
        StageHistory = [.. Stages.Select((stage, n) => new StageEntry(stage, new DateTimeOffset(2025, 12, 1, 12, 0, 0, TimeSpan.Zero).AddDays(n * 15), SalesforceId.Parse("005000000000001AAA")))],
        FieldHistory = new FieldHistory(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero), new Dictionary<string, DateTimeOffset>()),
        ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange>()),
        Contacts = [new CustomerContact(SalesforceId.Parse("003000000000001AAA"), null, today), new CustomerContact(SalesforceId.Parse("003000000000002AAA"), null, today)],
        Siblings = [],
        RepeatedTexts = new HashSet<string>(),
        Aging = new StageAging([]),
    };

    public static IEnumerable<Opportunity> Opportunities(int count)
    {
        var reader = new OpportunityJsonReader(FieldMap.Default);
        return Enumerable.Range(0, count).Select(index => index % 4 == 0 ? Clean() : reader.Read(Encoding.UTF8.GetBytes(Json(index))));
    }

    /// <summary>One row in Salesforce's REST shape, about 700 bytes.</summary>
    public static string Json(int index)
    {
        var category = Categories[index / 6 % Categories.Length];
        return string.Create(CultureInfo.InvariantCulture,
            $$"""{"attributes":{"type":"Opportunity"},"Id":"{{Id(index)}}","Name":"Deal {{index}}","AccountId":"001000000000001AAA","Account":{"attributes":{"type":"Account"},"Name":"Account {{index % 97}}"},"OwnerId":"005000000000001AAA","Owner":{"attributes":{"type":"User"},"Name":"Dana Fox","IsActive":true,"ManagerId":"005000000000002AAA"},"Amount":{{10_000 + (index % 500 * 1_000)}}.0,"StageName":"{{Stages[index % Stages.Length]}}","ForecastCategoryName":"{{category}}","Probability":75.0,"CloseDate":"2026-05-15","Type":"New Business","IsClosed":false,"MIQL_Outcome__c":{{Score(index)}},"MIQL_Maps__c":{{Score(index / 3)}},"MIQL_Insight__c":{{Score(index / 5)}},"MIQL_Quantify__c":{{Score(index / 7)}},"MIQL_Leadership__c":{{Score(index / 11)}},"MIQL_Outcome_Evidence__c":"notes of the call","MIQL_Scored_On__c":"2026-02-20"}""");
    }

    /// <summary>The same row for a CSV with <see cref="CsvHeadings"/>.</summary>
    public static string Csv(int index) => string.Create(CultureInfo.InvariantCulture,
        $"{Id(index)},\"Deal {index}\",{10_000 + (index % 500 * 1_000)}.0,{Stages[index % Stages.Length]},{Categories[index / 6 % Categories.Length]},75,2026-05-15,New Business,false,{Cell(index)},{Cell(index / 3)},{Cell(index / 5)},{Cell(index / 7)},{Cell(index / 11)},\"notes, of the call\"");

    public const string CsvHeadings =
        "Id,Name,Amount,StageName,ForecastCategoryName,Probability,CloseDate,Type,IsClosed,MIQL_Outcome__c,MIQL_Maps__c,MIQL_Insight__c,MIQL_Quantify__c,MIQL_Leadership__c,MIQL_Outcome_Evidence__c";

    // 15 characters: no checksum to compute, and evaluate completes it.
    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"006{index:D12}");

    private static string Score(int index) => (index % 4) switch { 3 => "null", var points => $"{points}.0" };

    private static string Cell(int index) => (index % 4) switch { 3 => "", var points => $"{points}" };
}
