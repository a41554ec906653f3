namespace SalesRules.Decisions;

/// <summary>What one rule says of one deal: nothing, a finding, or that it could not run because a field or context is lacking.</summary>
public readonly record struct RuleOutcome
{
    private static readonly object Unknown = new();

    // Nothing, a finding, or the mark of a rule that did not run: one word wide, because a hundred of them are passed on for every deal.
    private readonly object? said;

    private RuleOutcome(object said)
    {
        this.said = said;
    }

    /// <summary>The rule ran and has nothing to say, or does not apply to this deal.</summary>
    public static RuleOutcome Clear => default;

    /// <summary>"Unknown" is its own value, never "no": what the rule needs is not there.</summary>
    public static RuleOutcome NotRun => new(Unknown);

    public Finding? Finding => said as Finding;

    public bool IsNotRun => ReferenceEquals(said, Unknown);

    /// <summary>Whether it has something to say: most rules have not, of most deals.</summary>
    internal bool IsClear => said is null;

    public static implicit operator RuleOutcome(Finding finding) => new(finding);

    public static RuleOutcome FromFinding(Finding finding) => finding;
}
