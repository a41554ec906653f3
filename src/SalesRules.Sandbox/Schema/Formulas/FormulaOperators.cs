namespace SalesRules.Sandbox.Schema.Formulas;

/// <summary>Arithmetic and comparison; an empty operand makes the result empty, as Salesforce does with blanks as blanks.</summary>
internal static class FormulaOperators
{
    public static FormulaExpression Calculate(string sign, FormulaExpression left, FormulaExpression right) => field =>
        (left(field), right(field)) switch
        {
            (decimal a, decimal b) => sign switch
            {
                "+" => a + b,
                "-" => a - b,
                "*" => a * b,
                _ => b == 0 ? null : a / b,
            },
            (string a, string b) when sign == "+" => a + b,
            _ => null,
        };

    public static FormulaExpression Compare(string sign, FormulaExpression left, FormulaExpression right) => field =>
    {
        var (a, b) = (left(field), right(field));
        return sign switch
        {
            "=" or "==" => Equals(a, b),
            "!=" or "<>" => !Equals(a, b),
            _ => a is decimal x && b is decimal y && Ordered(sign, x.CompareTo(y)),
        };
    };

    private static bool Ordered(string sign, int comparison) => sign switch
    {
        "<" => comparison < 0,
        "<=" => comparison <= 0,
        ">" => comparison > 0,
        _ => comparison >= 0,
    };
}
