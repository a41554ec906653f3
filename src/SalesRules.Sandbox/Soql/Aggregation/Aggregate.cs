using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>An aggregate function over a field: <c>SUM(Amount)</c>.</summary>
internal sealed record Aggregate(string Key, Operand<Record> Argument, FieldType ResultType, Func<Accumulator> Start)
{
    private static readonly string[] Functions = ["AVG", "COUNT", "COUNT_DISTINCT", "MAX", "MIN", "SUM"];

    public static bool IsFunction(string name) => Functions.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when the function does not take the field.</summary>
    public static Aggregate? Of(string name, Operand<Record> argument)
    {
        var type = argument.Type;
        if (argument.Field is { Aggregatable: false } || type == FieldType.MultiPicklist)
            return null;
        var function = name.ToUpperInvariant();
        Aggregate Make(FieldType result, Func<Accumulator> start) => new($"{function}({argument.Key})", argument, result, start);
        return function switch
        {
            "COUNT" => Make(FieldType.Int, static () => new CountAccumulator()),
            "COUNT_DISTINCT" => Make(
                FieldType.Int,
                () => new DistinctAccumulator(ValueComparison.EqualityOf(type, argument.Field?.CaseSensitive == true))),
            "SUM" when type.IsNumber() => Make(type, static () => new SumAccumulator()),
            "AVG" when type.IsNumber() => Make(FieldType.Double, static () => new AverageAccumulator()),
            "MIN" => Make(type, () => new ExtremeAccumulator(ValueComparison.OrderOf(type), largest: false)),
            "MAX" => Make(type, () => new ExtremeAccumulator(ValueComparison.OrderOf(type), largest: true)),
            _ => null,
        };
    }
}
