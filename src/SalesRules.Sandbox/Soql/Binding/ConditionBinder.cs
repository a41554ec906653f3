using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Turns a WHERE or HAVING clause into a filter.</summary>
/// <param name="bindOperand">Looks up a field or function of the clause.</param>
/// <param name="tests">Checks and builds the comparisons.</param>
/// <param name="bindSubquery">Binds IN (SELECT ...); null where Salesforce allows none.</param>
/// <param name="source">For the errors.</param>
internal sealed class ConditionBinder<TRow>(
    Func<Expression, Operand<TRow>> bindOperand,
    TestBinder tests,
    Func<SubqueryCondition, Filter<TRow>>? bindSubquery,
    QuerySource source)
{
    public Filter<TRow> Bind(Condition condition) => condition switch
    {
        AndCondition and => new AndFilter<TRow>([.. and.Parts.Select(Bind)]),
        OrCondition or => new OrFilter<TRow>([.. or.Parts.Select(BindAlternative)]),
        NotCondition not => new NotFilter<TRow>(Bind(not.Inner)),
        ComparisonCondition comparison => Test(
            comparison.Left, operand => tests.Comparison(operand, comparison.Operator, comparison.Right, comparison.Left.Position)),
        ListCondition list => Test(list.Left, operand => tests.List(operand, list.Negated, list.Values, list.Left.Position)),
        SelectionCondition selection => Test(
            selection.Left, operand => tests.Selection(operand, selection.Excludes, selection.Values, selection.Left.Position)),
        SubqueryCondition subquery when bindSubquery is not null => bindSubquery(subquery),
        SubqueryCondition subquery => throw source.Malformed(
            subquery.Left.Position, "Nesting of semi join sub-selects is not supported"),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, "A condition of unknown kind."),
    };

    private Filter<TRow> BindAlternative(Condition condition) => condition is SubqueryCondition subquery
        ? throw source.Malformed(subquery.Left.Position, "Semi join sub-selects are not allowed with the 'OR' operator")
        : Bind(condition);

    private TestFilter<TRow> Test(Expression left, Func<Operand<TRow>, ValueTest> bindTest)
    {
        var operand = bindOperand(left);
        return operand.Field is { Filterable: false }
            ? throw source.Error(SoqlErrorCodes.InvalidField, left.Position, $"field '{operand.Name}' can not be filtered in a query call")
            : new TestFilter<TRow>(operand, bindTest(operand));
    }
}
