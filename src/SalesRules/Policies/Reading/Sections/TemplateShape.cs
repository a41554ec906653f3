using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Expressions;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A sentence with fields in it, on one line.</summary>
/// <param name="replaces">Whether it replaces a rule's own sentence, which it may then show as {finding}.</param>
internal sealed class TemplateShape(string what, bool replaces = false) : Shape<MessageTemplate?>
{
    private readonly TextShape text = new(TextShape.SalesforceLength, what);

    public override string Expected => $"{text.Expected}; {{CloseDate}} stands for the value of that field{(replaces ? ", {finding} for the rule's own sentence" : "")}";

    public override JsonObject Schema() => text.Schema();

    public override JsonNode? Written(MessageTemplate? value) => value?.Text;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out MessageTemplate? result)
    {
        result = null;
        if (!text.TryRead(value, out var line) || value.Names.Scope is not { } scope)
            return false;
        result = MessageTemplate.Read(line, scope, out var problems, replaces);
        foreach (var problem in problems)
            value.Refuse(problem.ToString());
        return result is not null;
    }
}
