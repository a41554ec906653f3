using System.Globalization;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>
/// Writes leads: half of them wait in a queue, and of every three one came in without anybody having touched it. Fit and intent stand in
/// NumberOfEmployees and AnnualRevenue, from 0 to 10: an org has no fields of its own for them until somebody makes them.
/// </summary>
internal sealed class LeadRecords(IRecordSink sink, SampleCalendar calendar)
{
    private static readonly string[] Sources = ["Web", "Phone Inquiry", "Partner Referral", "Other"];

    /// <param name="owner">The user who owns those that wait in no queue.</param>
    public void Write(int count, string owner, Chance chance)
    {
        if (count == 0)
            return;
        var queue = sink.NewId("Group");
        var begun = calendar.Moment(calendar.Day(-400), chance);
        sink.Add("Group", new Dictionary<string, object?> { ["Id"] = queue, ["Name"] = "Inbound leads", ["DeveloperName"] = "Inbound_leads", ["Type"] = "Queue" }.Stamp(owner, begun));
        for (var number = 0; number < count; number++)
            Write(number, number % 2 == 0 ? queue : owner, owner, chance);
    }

    private void Write(int number, string ownerId, string madeBy, Chance chance)
    {
        var id = sink.NewId("Lead");
        var (first, last) = (chance.Pick(PersonWords.FirstNames), chance.Pick(PersonWords.LastNames));
        var created = calendar.Moment(calendar.Day(-chance.Between(1, 20)), chance);
        var values = new Dictionary<string, object?>
        {
            ["Id"] = id,
            ["FirstName"] = first,
            ["LastName"] = last,
            ["Company"] = $"{chance.Pick(CompanyWords.Names)}{chance.Pick(CompanyWords.Forms)}",
            ["Email"] = string.Create(CultureInfo.InvariantCulture, $"lead{number}@example.com"),
            ["LeadSource"] = chance.Pick(Sources),
            ["Status"] = "Open - Not Contacted",
            ["OwnerId"] = ownerId,
            ["IsConverted"] = false,
            ["NumberOfEmployees"] = chance.Percent(90) ? chance.Between(0, 10) : null,
            ["AnnualRevenue"] = chance.Percent(90) ? (decimal?)chance.Between(0, 10) : null,
        };
        if (number % 3 != 0)
        {
            values["Status"] = "Working - Contacted";
            values["LastActivityDate"] = DateOnly.FromDateTime(created.UtcDateTime);
            sink.Add("Task", Touch(id, madeBy, created.AddMinutes(chance.Between(1, 10))));
        }

        sink.Add("Lead", values.Stamp(madeBy, created));
    }

    private Dictionary<string, object?> Touch(string lead, string by, DateTimeOffset at) => new Dictionary<string, object?>
    {
        ["Id"] = sink.NewId("Task"),
        ["WhoId"] = lead,
        ["OwnerId"] = by,
        ["Subject"] = "Call",
        ["Status"] = "Completed",
        ["IsClosed"] = true,
        ["Priority"] = "Normal",
        ["ActivityDate"] = DateOnly.FromDateTime(at.UtcDateTime),
    }.Stamp(by, at);
}
