using System.Globalization;
using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Benchmarks;

/// <summary>Deals for measurements: a fixed mixture of stages, categories and scores, the same at every call.</summary>
internal static class SampleRows
{
    private static readonly string[] Stages = ["Qualification", "Discovery", "Technical Deep-Dive", "POV", "Proposal", "Negotiation"];
    private static readonly string[] Categories = ["Pipeline", "Best Case", "Commit", "Most Likely"];

    /// <summary>A deal that no rule has anything to say of.</summary>
    public static Opportunity Clean() => new OpportunityJsonReader(FieldMap.Default).Read(Encoding.UTF8.GetBytes(
        """
        {"Id":"006000000000001AAA","Name":"Acme rollout","OwnerId":"005000000000001AAA","Amount":120000.0,"StageName":"Negotiation",
         "ForecastCategoryName":"Commit","Probability":90.0,"CloseDate":"2026-03-30","Type":"New Business","IsClosed":false,
         "MIQL_Outcome__c":2.0,"MIQL_Maps__c":2.0,"MIQL_Insight__c":2.0,"MIQL_Quantify__c":2.0,"MIQL_Leadership__c":2.0,
         "MIQL_Outcome_Evidence__c":"call","MIQL_Maps_Evidence__c":"map","MIQL_Insight_Evidence__c":"workshop",
         "MIQL_Quantify_Evidence__c":"model","MIQL_Leadership_Evidence__c":"meeting","SalesRules_POV_Approved_On__c":"2026-01-15T10:00:00.000+0000"}
        """));

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
