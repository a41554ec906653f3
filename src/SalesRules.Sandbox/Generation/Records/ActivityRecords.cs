using System.Globalization;
using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.Deals;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Writes who takes part in a deal and what was done with them: contact roles, past calls and meetings, the next task.</summary>
internal sealed class ActivityRecords(IRecordSink sink, SampleCalendar calendar)
{
    public void Write(Deal deal, Chance chance)
    {
        var people = TakingPart(deal, chance);
        var joined = calendar.Moment(deal.CreatedOn, chance);
        for (var index = 0; index < people.Count; index++)
            Role(deal, people[index], isPrimary: index == 0, joined);

        Meeting(deal, people[0], deal.LastActivityOn, chance);
        Call(deal, people[^1], deal.LastActivityOn.AddDays(-chance.Between(1, 8)), chance);
        if (!deal.IsClosed && chance.Percent(60))
            NextTask(deal, chance.Pick(people), chance);
    }

    /// <summary>Champion and economic buyer where there are any, and one or two more; always at least two.</summary>
    private static List<ContactPerson> TakingPart(Deal deal, Chance chance)
    {
        ContactPerson?[] known = [deal.Meddpicc.Champion, deal.Meddpicc.EconomicBuyer];
        return [.. known.OfType<ContactPerson>().Concat(chance.PickSeveral(deal.Customer.People, 3)).Distinct().Take(chance.Between(2, 4))];
    }

    private void Role(Deal deal, ContactPerson person, bool isPrimary, DateTimeOffset joined) =>
        sink.Add("OpportunityContactRole", new Dictionary<string, object?>
        {
            ["Id"] = sink.NewId("OpportunityContactRole"),
            ["OpportunityId"] = deal.Id,
            ["ContactId"] = person.Id,
            ["Role"] = RoleOf(person),
            ["IsPrimary"] = isPrimary,
        }.Stamp(deal.Owner.Id, joined));

    private static string RoleOf(ContactPerson person) => person.Level switch
    {
        "CEO" => "Executive Sponsor",
        "CFO" => "Economic Buyer",
        "CTO" => "Decision Maker",
        "VP Engineering" => "Technical Buyer",
        "Director" => "Influencer",
        _ when person.Department == "Procurement" => "Evaluator",
        _ => "Business User",
    };

    private void Meeting(Deal deal, ContactPerson person, DateOnly on, Chance chance)
    {
        var start = calendar.Moment(on, chance);
        sink.Add("Event", About(deal, person, chance.Pick(DealWords.Meetings), "Event", on).With(
            ("StartDateTime", start),
            ("ActivityDateTime", start),
            ("EndDateTime", start.AddMinutes(45)),
            ("DurationInMinutes", 45m)).Stamp(deal.Owner.Id, start.AddDays(-3)));
    }

    private void Call(Deal deal, ContactPerson person, DateOnly on, Chance chance)
    {
        var done = calendar.Moment(on, chance);
        sink.Add("Task", About(deal, person, chance.Pick(DealWords.Calls), "Task", on).With(
            ("Status", "Completed"),
            ("Priority", "Normal"),
            ("IsClosed", true),
            ("CompletedDateTime", done)).Stamp(deal.Owner.Id, done));
    }

    private void NextTask(Deal deal, ContactPerson person, Chance chance) =>
        sink.Add("Task", About(deal, person, chance.Pick(DealWords.Tasks), "Task", deal.NextStepOn).With(
            ("Status", "Not Started"),
            ("Priority", "Normal"),
            ("IsClosed", false)).Stamp(deal.Owner.Id, calendar.Moment(deal.LastActivityOn, chance)));

    private Dictionary<string, object?> About(Deal deal, ContactPerson person, string subject, string objectName, DateOnly on) => new()
    {
        ["Id"] = sink.NewId(objectName),
        ["Subject"] = string.Format(CultureInfo.InvariantCulture, subject, person.Name),
        ["ActivityDate"] = on,
        ["WhatId"] = deal.Id,
        ["WhoId"] = person.Id,
        ["AccountId"] = deal.Customer.Id,
        ["OwnerId"] = deal.Owner.Id,
    };
}
