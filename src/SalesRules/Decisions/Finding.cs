using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>
/// What one rule found on one deal. What it decides is there at once; what it says (the sentence, the values seen, the fix, the
/// work) is put into words when it is first read, because most decisions are counted and compared and few are read out.
/// </summary>
public sealed class Finding : IEquatable<Finding>
{
    // The explanation itself once it was asked for. Threads that ask at the same time get equal ones.
    private IExplainer explainer;

    /// <param name="rule">The rule's stable id, such as forecast.above-ceiling.</param>
    /// <param name="explainer">Says why: the deal, or an explanation that is already there.</param>
    public Finding(string rule, Severity severity, IExplainer explainer)
    {
        Rule = rule;
        Severity = severity;
        this.explainer = explainer;
    }

    /// <summary>The rule's stable id, such as forecast.above-ceiling.</summary>
    public string Rule { get; }

    public Severity Severity { get; }

    /// <summary>What the rule proposes to correct on the record.</summary>
    public IReadOnlyList<FieldChange> Changes { get; init; } = [];

    /// <inheritdoc cref="Explanation.Message"/>
    public string Message => Explanation.Message;

    /// <inheritdoc cref="Explanation.Evidence"/>
    public IReadOnlyList<Evidence> Evidence => Explanation.Evidence;

    /// <inheritdoc cref="Explanation.Fix"/>
    public IReadOnlyList<Fix> Fix => Explanation.Fix;

    /// <inheritdoc cref="Explanation.Tasks"/>
    public IReadOnlyList<TaskPart> Tasks => Explanation.Tasks;

    private Explanation Explanation
    {
        get
        {
            if (explainer is Explanation known)
                return known;
            var explanation = explainer.Explain(Rule);
            explainer = explanation;
            return explanation;
        }
    }

    /// <summary>The same finding, weighed otherwise.</summary>
    public Finding With(Severity severity) => severity == Severity ? this : new Finding(Rule, severity, explainer) { Changes = Changes };

    /// <summary>The same finding, with these corrections only.</summary>
    public Finding With(IReadOnlyList<FieldChange> changes) => new(Rule, Severity, explainer) { Changes = changes };

    /// <summary>Whether it carries its reasons with it, and asks nobody for them any more.</summary>
    internal bool IsExplained => explainer is Explanation;

    /// <summary>The same finding in other words.</summary>
    public Finding Saying(string message) => new(Rule, Severity, Explanation with { Message = message }) { Changes = Changes };

    public bool Equals(Finding? other) =>
        other is not null
        && Rule == other.Rule
        && Severity == other.Severity
        && Changes.SequenceEqual(other.Changes)
        && Explanation == other.Explanation;

    public override bool Equals(object? obj) => Equals(obj as Finding);

    public override int GetHashCode() => HashCode.Combine(Rule, Severity);
}

/// <summary>A correction of a field that people own.</summary>
public sealed record FieldChange(string Field, FieldValue From, FieldValue To, string Rule);
