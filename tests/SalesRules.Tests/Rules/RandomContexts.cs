using FsCheck;
using FsCheck.Fluent;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules;

/// <summary>Contexts in which anything may be unknown, and what is known may be anything.</summary>
internal static class RandomContexts
{
    private static readonly SalesforceId?[] People = [null, ADeal.Owner, ADeal.Manager, ADeal.Stranger];
    private static readonly string[] Watched = ["NextStep", "Champion__c", "Legal_Status__c", "Stage_Change_Reason__c", "Pain__c"];

    private static readonly UserDirectory Directory = new(
    [
        new User(ADeal.Owner, "Rep", false, ADeal.Manager, null),
        new User(ADeal.Manager, "Manager", false, ADeal.Director, null),
        new User(ADeal.Director, "Director", true, null, "VP Sales"),
    ]);

    private static Gen<DateOnly> KnownDay { get; } = RandomFields.Day.Where(day => day is not null).Select(day => day!.Value);

    private static Gen<FieldHistory> FieldHistories { get; } =
        from since in KnownDay
        from changed in Gen.SubListOf(Watched)
        from changedOn in KnownDay
        select new FieldHistory(ADeal.Noon(since), changed.ToDictionary(field => field, _ => ADeal.Noon(changedOn)));

    private static Gen<ScoreHistory> ScoreHistories { get; } =
        from pillar in Gen.Elements<Pillar>(Pillars.All)
        from scored in KnownDay
        from noted in KnownDay
        select new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [pillar] = new(ADeal.Noon(scored), ADeal.Noon(noted)) });

    private static Gen<CustomerContact> Contact { get; } =
        from id in Gen.Elements(RandomFields.Ids)
        from day in RandomFields.Day
        select new CustomerContact(id, null, day);

    private static Gen<SiblingDeal> Sibling { get; } =
        from id in Gen.Elements(RandomFields.Ids)
        from name in Gen.Elements("Acme", "ACME 2", "Globex", null)
        from amount in Gen.Elements<decimal?>(50_000, 54_000, 100_000, decimal.MaxValue, null)
        from motion in Gen.Elements(Motion.NewBusiness, Motion.Expansion, Motion.Renewal)
        select new SiblingDeal(id, name, amount, motion);

    private static Gen<OriginalSale> Original { get; } =
        from quantify in Gen.Elements<int?>(null, 0, 1, 2)
        from closed in RandomFields.Day
        select new OriginalSale(RandomFields.Ids[0], quantify, closed);

    private static Gen<DealActivity> Activity { get; } =
        from last in RandomFields.Day
        from next in RandomFields.Day
        select new DealActivity(last, next);

    private static Gen<Func<DealContext, DealContext>> Surroundings { get; } =
        from contacts in Maybe(Contact.ArrayOf())
        from siblings in Maybe(Sibling.ArrayOf())
        from original in Maybe(Original)
        from champion in Gen.Elements([null, .. RandomFields.Ids.Select(id => (SalesforceId?)id)])
        from repeated in Maybe(Gen.SubListOf("Pain__c", "Competition__c"))
        select (Func<DealContext, DealContext>)(it => it with
        {
            Contacts = contacts,
            Siblings = siblings,
            Original = original,
            ChampionAccount = champion,
            RepeatedTexts = repeated?.ToHashSet(),
        });

    private static Gen<Func<DealContext, DealContext>> Memories { get; } =
        from fields in Maybe(FieldHistories)
        from scores in Maybe(ScoreHistories)
        from activity in Maybe(Activity)
        from service in Gen.Elements(People)
        from people in Gen.Elements(true, false)
        from inherited in Gen.SubListOf(Pillars.All.ToArray())
        from inherits in Gen.Elements(false, false, true)
        from since in RandomFields.Day
        select (Func<DealContext, DealContext>)(it => it with
        {
            FieldHistory = fields,
            ScoreHistory = scores,
            Activity = activity,
            ServiceUser = service,
            Users = people ? Directory : null,
            InheritedPillars = inherits ? inherited.ToHashSet() : it.InheritedPillars,
            DeferredSince = since,
        });

    /// <summary>What is known of a deal that stands in that stage: its history ends there more often than not.</summary>
    public static Gen<Func<DealContext, DealContext>> In(string? stage, string?[] stages) =>
        from surroundings in Surroundings
        from memories in Memories
        from history in Maybe(History(stage, stages))
        select (Func<DealContext, DealContext>)(it => memories(surroundings(it)) with { StageHistory = history });

    private static Gen<StageEntry[]> History(string? stage, string?[] stages) =>
        from names in Gen.Elements(stages).ArrayOf()
        from endsHere in Gen.Elements(true, true, false)
        from movers in Gen.Elements(People).ArrayOf(50)
        select (endsHere ? names.Append(stage) : names).OfType<string>()
            .Select((name, n) => new StageEntry(name, ADeal.Noon(ADeal.Today.AddDays(n - 200)), movers[n % movers.Length])).ToArray();

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency((1, Gen.Constant<T?>(null)), (3, gen.Select(value => (T?)value)));
}
