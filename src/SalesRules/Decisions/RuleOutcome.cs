namespace SalesRules.Decisions;

/// <summary>What one rule says of one deal: nothing, a finding, or that it could not run because a field or context is lacking.</summary>
public readonly record struct RuleOutcome
{
    private RuleOutcome(Finding? finding, bool notRun)
    {
        Finding = finding;
        IsNotRun = notRun;
    }

    /// <summary>The rule ran and has nothing to say, or does not apply to this deal.</summary>
    public static RuleOutcome Clear => default;

    /// <summary>"Unknown" is its own value, never "no": what the rule needs is not there.</summary>
    public static RuleOutcome NotRun => new(null, true);

    public Finding? Finding { get; }

    public bool IsNotRun { get; }

    public static implicit operator RuleOutcome(Finding finding) => new(finding, false);

    public static RuleOutcome FromFinding(Finding finding) => finding;
}
