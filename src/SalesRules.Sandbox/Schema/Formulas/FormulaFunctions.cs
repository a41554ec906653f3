namespace SalesRules.Sandbox.Schema.Formulas;

/// <summary>The functions a formula may call.</summary>
internal static class FormulaFunctions
{
    public static FormulaExpression Call(string name, IReadOnlyList<FormulaExpression> arguments) =>
        (name.ToUpperInvariant(), arguments) switch
        {
            ("IF", [var test, var then, var otherwise]) => field => (IsTrue(test(field)) ? then : otherwise)(field),
            ("AND", _) => field => arguments.All(argument => IsTrue(argument(field))),
            ("OR", _) => field => arguments.Any(argument => IsTrue(argument(field))),
            ("NOT", [var value]) => field => !IsTrue(value(field)),
            ("ISBLANK" or "ISNULL", [var value]) => field => IsBlank(value(field)),
            ("BLANKVALUE" or "NULLVALUE", [var value, var substitute]) =>
                field => value(field) is { } present && !IsBlank(present) ? present : substitute(field),
            ("ISPICKVAL", [var value, var expected]) => field => Equals(value(field) ?? "", expected(field)),
            ("MIN", _) => field => arguments.Select(argument => argument(field) as decimal?).Min(),
            ("MAX", _) => field => arguments.Select(argument => argument(field) as decimal?).Max(),
            _ => throw new FormulaException($"The sandbox org cannot compute {name} with {arguments.Count} arguments in a formula."),
        };

    private static bool IsTrue(object? value) => value is true;

    private static bool IsBlank(object? value) => value is null or "";
}
