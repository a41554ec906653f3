using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Alerts;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A text of one kind of alert, on one line, with what is known of the alert in braces.</summary>
internal sealed class AlertTemplateShape(string what, int longest, AlertKind kind) : Shape<AlertTemplate>
{
    private readonly TextShape text = new(longest, what);

    public override string Expected => $"{text.Expected}; {{date}} stands for the day on which it was found";

    public override JsonObject Schema() => text.Schema();

    public override JsonNode? Written(AlertTemplate value) => value.Text;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out AlertTemplate result)
    {
        result = null;
        if (!text.TryRead(value, out var line))
            return false;
        result = AlertTemplate.Read(line, kind, out var problems);
        foreach (var problem in problems)
            value.Refuse(problem.ToString());
        return result is not null;
    }
}
