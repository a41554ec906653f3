using System.Globalization;
using SalesRules.Expressions.Syntax;

namespace SalesRules.Tests.Expressions.Syntax;

/// <summary>Writes an expression down with no more brackets than it needs, and its shape with all of them.</summary>
internal static class ExpressionPrinter
{
    private const int Or = 0;
    private const int And = 1;
    private const int Not = 2;
    private const int Test = 3;
    private const int Sum = 4;
    private const int Product = 5;
    private const int Sign = 6;
    private const int Value = 7;

    /// <summary>As a person would write it.</summary>
    public static string Print(SyntaxNode node) => node switch
    {
        LogicalNode { Operator: LogicalOperator.Or } or => $"{Within(or.Left, Or)} or {Within(or.Right, And)}",
        LogicalNode and => $"{Within(and.Left, And)} and {Within(and.Right, Not)}",
        NotNode not => $"not {Within(not.Operand, Not)}",
        ComparisonNode comparison => $"{Within(comparison.Left, Sum)} {comparison.Operator.Symbol()} {Within(comparison.Right, Sum)}",
        MembershipNode membership => $"{Within(membership.Operand, Sum)} {(membership.IsNegated ? "not in" : "in")} ({string.Join(", ", membership.Items.Select(Print))})",
        NullTestNode test => $"{Within(test.Operand, Sum)} {(test.IsNegated ? "is not null" : "is null")}",
        ArithmeticNode { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } sum => $"{Within(sum.Left, Sum)} {sum.Operator.Symbol()} {Within(sum.Right, Product)}",
        ArithmeticNode product => $"{Within(product.Left, Product)} {product.Operator.Symbol()} {Within(product.Right, Sign)}",
        NegationNode negation => $"-{Within(negation.Operand, Sign)}",
        CallNode call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Print))})",
        _ => Leaf(node),
    };

    /// <summary>The tree itself, whatever was written.</summary>
    public static string Shape(SyntaxNode node) => node switch
    {
        LogicalNode logical => $"({Shape(logical.Left)} {logical.Operator} {Shape(logical.Right)})",
        NotNode not => $"(Not {Shape(not.Operand)})",
        ComparisonNode comparison => $"({Shape(comparison.Left)} {comparison.Operator} {Shape(comparison.Right)})",
        MembershipNode membership => $"({Shape(membership.Operand)} {(membership.IsNegated ? "NotIn" : "In")} {string.Join(' ', membership.Items.Select(Shape))})",
        NullTestNode test => $"({Shape(test.Operand)} {(test.IsNegated ? "Some" : "None")})",
        ArithmeticNode arithmetic => $"({Shape(arithmetic.Left)} {arithmetic.Operator} {Shape(arithmetic.Right)})",
        NegationNode negation => $"(Minus {Shape(negation.Operand)})",
        CallNode call => $"({call.Function} {string.Join(' ', call.Arguments.Select(Shape))})",
        _ => Leaf(node),
    };

    private static string Within(SyntaxNode node, int binding) => Binding(node) < binding ? $"({Print(node)})" : Print(node);

    private static int Binding(SyntaxNode node) => node switch
    {
        LogicalNode { Operator: LogicalOperator.Or } => Or,
        LogicalNode => And,
        NotNode => Not,
        ComparisonNode or MembershipNode or NullTestNode => Test,
        ArithmeticNode { Operator: ArithmeticOperator.Add or ArithmeticOperator.Subtract } => Sum,
        ArithmeticNode => Product,
        NegationNode => Sign,
        _ => Value,
    };

    private static string Leaf(SyntaxNode node) => node switch
    {
        NumberNode number => number.Value.ToString(CultureInfo.InvariantCulture),
        TextNode text => $"'{text.Value.Replace("'", "''", StringComparison.Ordinal)}'",
        DateNode date => date.Value.ToString("O", CultureInfo.InvariantCulture),
        DaysNode days => $"{days.Value} days",
        TrueFalseNode value => value.Value ? "true" : "false",
        NameNode name => name.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(node), node, null),
    };
}
