namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>How a field is compared with one value.</summary>
internal enum ComparisonOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Like,
}
