using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class TasksSection : Section<TaskPolicy>
{
    private static readonly string[] DefaultRules = ["forecast.score-required", "pov.deferred", "pov.conditions", "renewal.sponsor-silent", "renewal.expansion-lead", "meddpicc.low-pain"];

    private static readonly Key<IReadOnlyList<string>> Rules = new("rules",
        new ListShape<string>(new RuleNameShape(), id => id, StringComparer.Ordinal),
        DefaultRules,
        "The rules that make tasks. Replaces the default list as a whole. A rule without work of its own makes a task of its sentence.");

    private static readonly Key<DueDays> Due = new("due-days", new DueDaysSection(), DueDays.Default,
        "Business days until a task is due.");

    private static readonly Key<SalesforceId?> DefaultOwner = new("default-owner", new OptionalShape<SalesforceId>(new UserIdShape()), null,
        "Who gets the tasks of a deal whose owner and managers are all inactive. null: they stay with the owner.");

    public static TaskPolicy DefaultTasks { get; } = new() { Rules = DefaultRules.ToHashSet() };

    public override IReadOnlyList<Key> Keys { get; } = [Rules, Due, DefaultOwner];

    protected override TaskPolicy Build(SectionValues values) => new()
    {
        Rules = values.Get(Rules).ToHashSet(),
        DueDaysHigh = values.Get(Due).High,
        DueDaysOther = values.Get(Due).Other,
        DefaultOwner = values.Get(DefaultOwner),
    };
}
