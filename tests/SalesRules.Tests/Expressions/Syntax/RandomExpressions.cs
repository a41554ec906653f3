using FsCheck;
using FsCheck.Fluent;
using SalesRules.Expressions.Syntax;

namespace SalesRules.Tests.Expressions.Syntax;

/// <summary>Conditions of every kind whose types are right, over the fields that <see cref="Rules.RandomDeals"/> fills.</summary>
public static class RandomExpressions
{
    private static readonly Span Nowhere = new(0, 0);

    private static Gen<SyntaxNode> NumberLiteral { get; } = Gen.Elements(0m, 1m, 2m, 0.5m, 70m, 100m, 79228162514264337593543950335m).Select(number => (SyntaxNode)new NumberNode(number, Nowhere));

    private static Gen<SyntaxNode> TextLiteral { get; } = Gen.Elements("Notes", "NOTES", "it's", "Renewal", "a \"b\"", "(").Select(text => (SyntaxNode)new TextNode(text, Nowhere));

    private static Gen<SyntaxNode> DateLiteral { get; } =
        Gen.Elements(ADeal.Today, ADeal.Today.AddDays(14), new DateOnly(2026, 4, 3), DateOnly.MinValue, DateOnly.MaxValue).Select(date => (SyntaxNode)new DateNode(date, Nowhere));

    private static Gen<SyntaxNode> DaysLiteral { get; } = Gen.Elements(0, 1, 30, 4_000_000).Select(days => (SyntaxNode)new DaysNode(days, Nowhere));

    private static Gen<SyntaxNode> TrueOrFalse { get; } = Gen.Elements(true, false).Select(value => (SyntaxNode)new TrueFalseNode(value, Nowhere));

    private static Gen<SyntaxNode> Text { get; } = Gen.OneOf(TextLiteral, Field("Type", "MIQL_Insight_Evidence__c", "Name"));

    /// <summary>A condition, for FsCheck.</summary>
    internal static Arbitrary<SyntaxNode> Arbitrary { get; } = Condition(4).ToArbitrary();

    private static Gen<SyntaxNode> Condition(int depth) => depth == 0
        ? Gen.OneOf(Field("Owner.IsActive", "IsClosed"), TrueOrFalse, Field("CloseDate", "Probability", "Type").Select(name => (SyntaxNode)new NullTestNode(name, false, Nowhere)))
        : Gen.OneOf(
            Logical(depth),
            Logical(depth),
            Condition(depth - 1).Select(operand => (SyntaxNode)new NotNode(operand, Nowhere)),
            Compared(Number(depth - 1), Enum.GetValues<ComparisonOperator>()),
            Compared(Day(depth - 1), Enum.GetValues<ComparisonOperator>()),
            Compared(Days(depth - 1), Enum.GetValues<ComparisonOperator>()),
            Compared(Text, ComparisonOperator.Equal, ComparisonOperator.NotEqual),
            Compared(Condition(depth - 1), ComparisonOperator.Equal, ComparisonOperator.NotEqual),
            Among(Number(depth - 1), Gen.OneOf(NumberLiteral, NumberLiteral.Select(number => (SyntaxNode)new NegationNode(number, Nowhere)))),
            Among(Text, TextLiteral),
            Among(Day(depth - 1), DateLiteral),
            Among(Days(depth - 1), DaysLiteral),
            NullTest(Gen.OneOf(Number(depth - 1), Text, Day(depth - 1), Days(depth - 1), Condition(depth - 1))),
            Calls(["contains", "starts_with", "includes"], Text, TextLiteral));

    private static Gen<SyntaxNode> Number(int depth) => depth == 0
        ? Gen.OneOf(NumberLiteral, Field("Probability", "MIQL_Outcome__c", "MIQL_Leadership__c"), Call("miql_total"))
        : Gen.OneOf(
            Number(0),
            Calculated(Number(depth - 1), Enum.GetValues<ArithmeticOperator>(), Number(depth - 1)),
            Number(depth - 1).Select(operand => (SyntaxNode)new NegationNode(operand, Nowhere)),
            Calls(["days_between", "business_days_between"], Day(depth - 1), Day(depth - 1)),
            Calls(["coalesce"], Number(depth - 1), Number(depth - 1)),
            Text.Select(text => (SyntaxNode)new CallNode("length", [text], Nowhere)));

    /// <summary>A date, or a date and time.</summary>
    private static Gen<SyntaxNode> Day(int depth) => depth == 0
        ? Gen.OneOf(DateLiteral, Field("CloseDate", "POV_Start__c", "LastStageChangeDate", "CreatedDate"), Call("today"), Call("quarter_end"))
        : Gen.OneOf(
            Day(0),
            Calculated(Day(depth - 1), [ArithmeticOperator.Add, ArithmeticOperator.Subtract], Days(depth - 1)),
            Calculated(Days(depth - 1), [ArithmeticOperator.Add], Day(depth - 1)),
            Calls(["coalesce"], Day(depth - 1), Day(depth - 1)));

    private static Gen<SyntaxNode> Days(int depth) => depth == 0
        ? DaysLiteral
        : Gen.OneOf(
            DaysLiteral,
            Calculated(Day(depth - 1), [ArithmeticOperator.Subtract], Day(depth - 1)),
            Calculated(Days(depth - 1), [ArithmeticOperator.Add, ArithmeticOperator.Subtract], Days(depth - 1)),
            Days(depth - 1).Select(operand => (SyntaxNode)new NegationNode(operand, Nowhere)));

    private static Gen<SyntaxNode> Field(params string[] names) => Gen.Elements(names).Select(name => (SyntaxNode)new NameNode(name, Nowhere));

    private static Gen<SyntaxNode> Call(string function) => Gen.Constant((SyntaxNode)new CallNode(function, [], Nowhere));

    private static Gen<SyntaxNode> Calls(string[] functions, Gen<SyntaxNode> first, Gen<SyntaxNode> second) =>
        from function in Gen.Elements(functions)
        from one in first
        from other in second
        select (SyntaxNode)new CallNode(function, [one, other], Nowhere);

    private static Gen<SyntaxNode> Logical(int depth) =>
        from logical in Gen.Elements(LogicalOperator.And, LogicalOperator.Or)
        from left in Condition(depth - 1)
        from right in Condition(depth - 1)
        select (SyntaxNode)new LogicalNode(logical, left, right, Nowhere);

    private static Gen<SyntaxNode> Compared(Gen<SyntaxNode> operands, params ComparisonOperator[] comparisons) =>
        from comparison in Gen.Elements(comparisons)
        from left in operands
        from right in operands
        select (SyntaxNode)new ComparisonNode(comparison, left, right, Nowhere);

    private static Gen<SyntaxNode> Calculated(Gen<SyntaxNode> lefts, ArithmeticOperator[] operators, Gen<SyntaxNode> rights) =>
        from arithmetic in Gen.Elements(operators)
        from left in lefts
        from right in rights
        select (SyntaxNode)new ArithmeticNode(arithmetic, left, right, Nowhere);

    private static Gen<SyntaxNode> Among(Gen<SyntaxNode> operands, Gen<SyntaxNode> items) =>
        from operand in operands
        from list in items.NonEmptyListOf()
        from isNegated in Gen.Elements(true, false)
        select (SyntaxNode)new MembershipNode(operand, [.. list.Take(3)], isNegated, Nowhere);

    private static Gen<SyntaxNode> NullTest(Gen<SyntaxNode> operands) =>
        from operand in operands
        from isNegated in Gen.Elements(true, false)
        select (SyntaxNode)new NullTestNode(operand, isNegated, Nowhere);
}
