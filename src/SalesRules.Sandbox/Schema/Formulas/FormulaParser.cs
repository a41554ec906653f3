using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesRules.Sandbox.Schema.Formulas;

/// <summary>Recursive descent over a formula's text; binding from loosest to tightest: comparison, sum, product, sign, primary.</summary>
internal sealed partial class FormulaParser(string text, bool blanksAsZero)
{
    private readonly List<string> tokens = [.. Token().Matches(text).Select(match => match.Value)];
    private int position;

    private string Next => position < tokens.Count ? tokens[position] : "";

    public FormulaExpression Parse()
    {
        var expression = Comparison();
        return position == tokens.Count ? expression : throw Unexpected();
    }

    private FormulaExpression Comparison()
    {
        var left = Sum();
        while (Next is "=" or "==" or "!=" or "<>" or "<" or "<=" or ">" or ">=")
            left = FormulaOperators.Compare(Take(), left, Sum());
        return left;
    }

    private FormulaExpression Sum()
    {
        var left = Product();
        while (Next is "+" or "-")
            left = FormulaOperators.Calculate(Take(), left, Product());
        return left;
    }

    private FormulaExpression Product()
    {
        var left = Sign();
        while (Next is "*" or "/")
            left = FormulaOperators.Calculate(Take(), left, Sign());
        return left;
    }

    private FormulaExpression Sign()
    {
        if (Next != "-")
            return Primary();
        Take();
        return FormulaOperators.Calculate("-", _ => 0m, Primary());
    }

    private FormulaExpression Primary()
    {
        var token = Take();
        if (token == "(")
            return Closing(Comparison());
        if (token[0] is '"' or '\'')
            return Constant(token[1..^1]);
        if (decimal.TryParse(token, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return Constant(number);
        if (!char.IsLetter(token[0]))
            throw Unexpected(token);
        return token.ToUpperInvariant() switch
        {
            "NULL" => Constant(null),
            "TRUE" => Constant(true),
            "FALSE" => Constant(false),
            _ when Next == "(" => FormulaFunctions.Call(token, Arguments()),
            _ => Reference(token),
        };
    }

    private List<FormulaExpression> Arguments()
    {
        Take();
        List<FormulaExpression> arguments = [];
        while (Next != ")")
        {
            arguments.Add(Comparison());
            if (Next == ",")
                Take();
            else if (Next != ")")
                throw Unexpected();
        }
        Take();
        return arguments;
    }

    private FormulaExpression Closing(FormulaExpression inner) => Take() == ")" ? inner : throw Unexpected();

    private FormulaExpression Reference(string name) => blanksAsZero
        ? field => field(name) ?? 0m
        : field => field(name);

    private static FormulaExpression Constant(object? value) => _ => value;

    private string Take() => position < tokens.Count ? tokens[position++] : throw Unexpected("the end");

    private FormulaException Unexpected() => Unexpected(Next.Length > 0 ? Next : "the end");

    private FormulaException Unexpected(string found) => new($"Formula \"{text}\": {found} was not expected there.");

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|\d+(\.\d+)?|[A-Za-z_][\w.]*|<>|<=|>=|==|!=|\S
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
