using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Expressions;

/// <summary>
/// A condition on a deal in the policy's own language (docs/custom-rules.md): checked once, asked of any number of deals. Immutable and
/// pure: it reads the deal with its context and policy, and no clock and no culture. Never throws, and ends after a bounded number of steps.
/// </summary>
public sealed class Expression
{
    private readonly Func<Deal, bool?> condition;

    internal Expression(string text, IReadOnlyList<OpportunityField> fields, bool needsStage, Func<Deal, bool?> condition)
    {
        Text = text;
        Fields = fields;
        NeedsStage = needsStage;
        this.condition = condition;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The fields that it reads, itself and through functions, in catalogue order.</summary>
    public IReadOnlyList<OpportunityField> Fields { get; }

    /// <summary>Whether it speaks of the stage as the policy maps it.</summary>
    public bool NeedsStage { get; }

    /// <summary>Reads a condition, or reports what is wrong with it. Never throws for what the text says.</summary>
    public static ExpressionReading Read(string text, ExpressionScope scope) =>
        SyntaxTree.TryParse(text, out var tree, out var problem) ? tree.In(scope) : new ExpressionReading([problem]);

    /// <summary>Whether the condition holds for that deal; null: unknown, for lack of a value.</summary>
    public bool? Evaluate(Deal deal) => condition(deal);

    public override string ToString() => Text;
}
