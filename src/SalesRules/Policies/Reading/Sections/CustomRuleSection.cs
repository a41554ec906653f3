using SalesRules.Decisions;
using SalesRules.Expressions;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Rules.Custom;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A rule of the organisation's own.</summary>
internal sealed class CustomRuleSection : Section<CustomRule>
{
    private static readonly Key<string> Id = new("id", new CustomRuleIdShape(),
        "How findings, tasks and other sections name the rule. A changed id is a new rule: the tasks of the old one are completed.");

    private static readonly Key<Expression> When = new("when", new ExpressionShape(),
        "The condition: a deal of which it is true has the finding. docs/custom-rules.md teaches the language.");

    private static readonly Key<Severity> Weight = new("severity",
        new ChoiceShape<Severity>("severity", [.. Enum.GetValues<Severity>().Select(severity => (severity.Name(), severity))]),
        "How much the finding weighs.");

    private static readonly Key<MessageTemplate?> Message = new("message", new TemplateShape("message"),
        "What the finding says to the deal's owner.");

    private static readonly Key<MessageTemplate?> Task = new("task", new TemplateShape("task subject"), null,
        "The subject of a task for the deal's owner while the condition is true. Left out: no task, unless tasks.rules names the rule.", defaultNote: "none");

    private static readonly Key<bool> CountsForRisk = new("counts-for-risk", new TrueFalseShape(), false,
        "Whether a high or medium finding makes the deal at risk.");

    private static readonly Key<bool> Closed = new("closed", new TrueFalseShape(), false,
        "true: closed deals are asked too. A closed deal is read when it changes.");

    public override IReadOnlyList<Key> Keys { get; } = [Id, When, Weight, Message, Task, CountsForRisk, Closed];

    public override string Expected => "a rule with id, when, severity and message";

    protected override CustomRule Build(SectionValues values) => new(values.Get(Id), values.Get(When), values.Get(Weight), values.Get(Message)!)
    {
        Task = values.Get(Task),
        CountsForRisk = values.Get(CountsForRisk),
        AsksClosedDeals = values.Get(Closed),
    };
}
