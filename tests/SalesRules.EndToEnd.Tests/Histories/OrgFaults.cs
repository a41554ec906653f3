using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>
/// What can go wrong. Left out is the one window that docs/reliability.md names: a person's edit between the last look at a batch and its write.
/// </summary>
internal static class OrgFaults
{
    private const FaultOperation Any = FaultOperation.Read | FaultOperation.Write | FaultOperation.Changes;

    private static readonly (string Name, Func<int, Fault> Make)[] All =
    [
        ("503 before the call", nth => new ServerErrorFault { Status = 503, Where = At(Any), When = Nth(nth) }),
        ("502 after a write", nth => new ServerErrorFault { Status = 502, Moment = FaultMoment.After, Where = At(FaultOperation.Write), When = Nth(nth / 4) }),
        ("lost reply", nth => new LostReplyFault { Where = At(Any), When = Nth(nth) }),
        ("lost reply of a write", nth => new LostReplyFault { Where = At(FaultOperation.Write), When = Nth(nth / 4) }),
        ("torn body", nth => new TornBodyFault { Framing = TornFraming.ContentLength, Where = At(Any), When = Nth(nth) }),
        ("torn body that HTTP takes for whole", nth => new TornBodyFault { Framing = TornFraming.Complete, Kept = 0.8m, Where = At(Any), When = Nth(nth) }),
        ("maintenance page", nth => new HtmlPageFault { Where = At(Any), When = Nth(nth) }),
        ("session expired", nth => new SessionExpiredFault { Where = At(Any), When = Nth(nth) }),
        ("session expired behind a write", nth => new SessionExpiredFault { Moment = FaultMoment.After, Where = At(FaultOperation.Write), When = Nth(nth / 4) }),
        ("row lock", nth => new RowLockFault { Tries = 1 + (nth / 3), Where = AtRows("Opportunity") }),
        ("row lock of a task", nth => new RowLockFault { Tries = 1 + (nth / 3), Where = AtRows("Task") }),
        ("validation rule", nth => new ValidationErrorFault { Message = "no", Tries = 1 + (nth / 4), Where = AtRows("Opportunity") with { Operation = FaultOperation.Update } }),
        ("refused task", nth => new ValidationErrorFault { Message = "no", Tries = 1 + (nth / 4), Where = AtRows("Task") }),
        ("query timeout", nth => new QueryTimeoutFault { Where = At(FaultOperation.Query), When = Nth(nth) }),
        ("permission lost", nth => new PermissionLostFault { Where = At(FaultOperation.Write), When = Nth(nth / 4) }),
        ("org down", nth => new ServerErrorFault { Status = 503, Where = At(Any), When = new() { Times = 8 + nth } }),
        ("person's category before the last look", nth => Colleague("ForecastCategoryName", FaultOperation.Retrieve, FaultMoment.Before, nth / 4)),
        ("person's category behind a query", nth => Colleague("ForecastCategoryName", FaultOperation.Query, FaultMoment.After, nth)),
        ("person's category behind a write", nth => Colleague("ForecastCategoryName", FaultOperation.Write, FaultMoment.After, nth / 4)),
        ("person's score before the last look", nth => Colleague("MIQL_Leadership__c", FaultOperation.Retrieve, FaultMoment.Before, nth / 4)),
        ("person's score behind a query", nth => Colleague("MIQL_Leadership__c", FaultOperation.Query, FaultMoment.After, nth)),
        ("flow sets the category back", nth => new FlowFault { SetBack = ["ForecastCategoryName"], Where = AtRows("Opportunity") with { Operation = FaultOperation.Update }, When = new() { Times = 1 + (nth / 4) } }),
        ("deleted meanwhile", nth => new DeleteFault { Where = At(Any), When = Nth(nth) }),
        ("undeleted meanwhile", nth => new UndeleteFault { Where = At(Any), When = Nth(nth) }),
        ("equal stamps", _ => new EqualStampsFault { Span = TimeSpan.FromMinutes(1) }),
        // Together less than the two minutes by which a deletion may be stamped before the last version.
        ("org's clock behind", _ => new ClockSkewFault { By = TimeSpan.FromSeconds(-60), When = new() { For = TimeSpan.FromMinutes(5) } }),
        ("org's clock ahead", _ => new ClockSkewFault { By = TimeSpan.FromSeconds(45), When = new() { For = TimeSpan.FromMinutes(5) } }),
        ("seen 4 s late", nth => Late(TimeSpan.FromSeconds(4), nth)),
        ("seen 2 min late", nth => Late(TimeSpan.FromMinutes(2), nth)),
        ("seen 7 min late", nth => Late(TimeSpan.FromMinutes(7), nth)),
        ("seen 30 min late", nth => Late(TimeSpan.FromMinutes(30), nth)),
        ("seen 90 min late", nth => Late(TimeSpan.FromMinutes(90), nth)),
    ];

    public static int Choices => All.Length;

    /// <summary>The longest that a save stays unseen.</summary>
    public static TimeSpan Latest { get; } = TimeSpan.FromMinutes(90);

    public static Fault Make(int choice, int which) => All[choice % All.Length].Make(which);

    public static string NameOf(int choice) => All[choice % All.Length].Name;

    private static FaultTarget At(FaultOperation operation) => new() { Operation = operation };

    private static FaultTarget AtRows(string objectName) => new() { ObjectName = objectName };

    private static FaultTiming Nth(int from0) => new() { Nth = from0 + 1 };

    private static LateVisibilityFault Late(TimeSpan delay, int nth) =>
        new() { Delay = delay, Where = AtRows("Opportunity"), When = new() { Times = 1 + (nth / 3) } };

    private static EditFault Colleague(string field, FaultOperation operation, FaultMoment moment, int nth) => new()
    {
        Values = new Dictionary<string, object?> { [field] = field == "ForecastCategoryName" ? new List<object?> { "Commit", "Best Case", "Pipeline" } : new List<object?> { 0m, 1m, 2m } },
        Rows = new() { Count = 2 },
        Where = At(operation),
        When = Nth(nth),
        Moment = moment,
    };
}
