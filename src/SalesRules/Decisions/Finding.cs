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
    private readonly IReadOnlyList<FieldChange>? changes;

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
    public IReadOnlyList<FieldChange> Changes
    {
        get => changes ?? [];
        init => changes = value.Count == 0 ? null : value;
    }

    /// <summary>Whether it proposes any: asked of every finding, and few do.</summary>
    internal bool HasChanges => changes is not null;

    /// <summary>One sentence for a person, as it is said on the day of the decision.</summary>
    public string Message => Shown.Message;

    /// <summary>The values seen, on the day of the decision.</summary>
    public IReadOnlyList<Evidence> Evidence => Shown.Evidence;

    /// <inheritdoc cref="Explanation.Fix"/>
    public IReadOnlyList<Fix> Fix => Shown.Fix;

    /// <inheritdoc cref="Explanation.Tasks"/>
    public IReadOnlyList<TaskPart> Tasks => Lasting.Tasks;

    /// <summary>What it says on every day alike: this is written to the record and makes the decision's identity.</summary>
    public Explanation Lasting
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

    internal Explanation Shown => Lasting.OnTheDay ?? Lasting;

    /// <summary>The same finding, weighed otherwise.</summary>
    public Finding With(Severity severity) => severity == Severity ? this : new Finding(Rule, severity, explainer) { Changes = Changes };

    /// <summary>The same finding, with these corrections only.</summary>
    public Finding With(IReadOnlyList<FieldChange> changes) => new(Rule, Severity, explainer) { Changes = changes };

    /// <summary>Whether it carries its reasons with it, and asks nobody for them any more.</summary>
    internal bool IsExplained => explainer is Explanation;

    /// <summary>The same finding in other words.</summary>
    public Finding Saying(string message) => new(Rule, Severity, Lasting.Saying(_ => message)) { Changes = Changes };

    public bool Equals(Finding? other) =>
        other is not null
        && Rule == other.Rule
        && Severity == other.Severity
        && Changes.SequenceEqual(other.Changes)
        && Lasting == other.Lasting;

    public override bool Equals(object? obj) => Equals(obj as Finding);

    public override int GetHashCode() => HashCode.Combine(Rule, Severity);
}

/// <summary>A correction of a field that people own.</summary>
public sealed record FieldChange(string Field, FieldValue From, FieldValue To, string Rule);
