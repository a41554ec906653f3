namespace SalesRules.Sandbox.Schema.Formulas;

/// <summary>
/// A formula field's expression: field references, literals, arithmetic, comparison and the functions IF, AND, OR, NOT,
/// ISBLANK, BLANKVALUE, ISPICKVAL, MIN and MAX. Values are decimal, string, bool or null.
/// </summary>
public sealed class Formula
{
    private readonly FormulaExpression expression;

    private Formula(string text, bool blanksAsZero, FormulaExpression expression)
    {
        Text = text;
        BlanksAsZero = blanksAsZero;
        this.expression = expression;
    }

    /// <summary>The expression as deployed; describe shows it.</summary>
    public string Text { get; }

    /// <summary>An empty number counts as zero instead of making the result empty.</summary>
    public bool BlanksAsZero { get; }

    /// <summary>Reads a formula; <see cref="FormulaException"/> says which part the sandbox org does not understand.</summary>
    public static Formula Parse(string text, bool blanksAsZero) => new(text, blanksAsZero, new FormulaParser(text, blanksAsZero).Parse());

    /// <summary>The result for a record whose fields <paramref name="field"/> reads by name.</summary>
    public object? Evaluate(Func<string, object?> field) => expression(field);
}

/// <summary>A part of a formula, ready to compute from the fields of a record.</summary>
internal delegate object? FormulaExpression(Func<string, object?> field);
