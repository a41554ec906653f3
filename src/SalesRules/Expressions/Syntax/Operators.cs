namespace SalesRules.Expressions.Syntax;

internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

internal enum LogicalOperator
{
    And,
    Or,
}

/// <summary>How the operators are written.</summary>
internal static class Operators
{
    public static IReadOnlyDictionary<string, ComparisonOperator> Comparisons { get; } = new Dictionary<string, ComparisonOperator>
    {
        ["="] = ComparisonOperator.Equal,
        ["!="] = ComparisonOperator.NotEqual,
        ["<"] = ComparisonOperator.Less,
        ["<="] = ComparisonOperator.LessOrEqual,
        [">"] = ComparisonOperator.Greater,
        [">="] = ComparisonOperator.GreaterOrEqual,
    };

    public static string Symbol(this ComparisonOperator comparison) => Comparisons.First(pair => pair.Value == comparison).Key;

    public static string Symbol(this ArithmeticOperator arithmetic) => arithmetic switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        _ => "/",
    };

    public static string Word(this LogicalOperator logical) => logical == LogicalOperator.And ? "and" : "or";
}
