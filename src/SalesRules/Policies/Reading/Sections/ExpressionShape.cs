using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Expressions;
using SalesRules.Expressions.Syntax;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A condition on a deal. Its problems have the place of the whole text and name the column within it.</summary>
internal sealed class ExpressionShape : Shape<Expression>
{
    public override string Expected => FormattableString.Invariant($"a condition such as Amount > 100000 and NextStep is null, of at most {Parser.LongestText:N0} characters");

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = Parser.LongestText };

    public override JsonNode? Written(Expression value) => value.Text;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out Expression result)
    {
        result = null;
        if (value.Node is not ScalarNode { IsNull: false } scalar)
            RefuseKind(value);
        else if (!SyntaxTree.TryParse(scalar.Text, out var tree, out var problem))
            value.Refuse(problem.ToString());
        else if (value.Names.Scope is { } scope)
            result = Checked(value, tree.In(scope));
        return result is not null;
    }

    private static Expression? Checked(Value value, ExpressionReading reading)
    {
        foreach (var problem in reading.Problems)
            value.Refuse(problem.ToString());
        return reading.Expression;
    }
}
