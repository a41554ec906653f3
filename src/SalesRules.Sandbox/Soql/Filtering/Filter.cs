namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>A condition over rows: records in WHERE, groups in HAVING.</summary>
internal abstract class Filter<TRow>
{
    public abstract Truth Test(TRow row);

    public bool Accepts(TRow row) => Test(row) == Truth.True;
}

internal sealed class AndFilter<TRow>(IReadOnlyList<Filter<TRow>> parts) : Filter<TRow>
{
    public IReadOnlyList<Filter<TRow>> Parts { get; } = parts;

    public override Truth Test(TRow row)
    {
        var result = Truth.True;
        for (var index = 0; index < Parts.Count && result != Truth.False; index++)
            result = (Truth)Math.Min((int)result, (int)Parts[index].Test(row));
        return result;
    }
}

internal sealed class OrFilter<TRow>(IReadOnlyList<Filter<TRow>> parts) : Filter<TRow>
{
    public IReadOnlyList<Filter<TRow>> Parts { get; } = parts;

    public override Truth Test(TRow row)
    {
        var result = Truth.False;
        for (var index = 0; index < Parts.Count && result != Truth.True; index++)
            result = (Truth)Math.Max((int)result, (int)Parts[index].Test(row));
        return result;
    }
}

internal sealed class NotFilter<TRow>(Filter<TRow> inner) : Filter<TRow>
{
    public override Truth Test(TRow row) => inner.Test(row).Negate();
}

/// <summary>One value of the row put to one test.</summary>
internal sealed class TestFilter<TRow>(Operand<TRow> operand, ValueTest test) : Filter<TRow>
{
    public Operand<TRow> Operand { get; } = operand;
    public ValueTest ValueTest { get; } = test;

    public override Truth Test(TRow row) => ValueTest.Of(Operand.Read(row));
}
