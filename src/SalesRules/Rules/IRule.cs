using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>One rule of the catalogue: a pure question asked of one deal. Its class is named as its business sentence.</summary>
public interface IRule
{
    /// <summary>The stable id of the catalogue, such as forecast.above-ceiling.</summary>
    string Id { get; }

    /// <summary>
    /// When it finds something in a deal within its reach, in a plain sentence for documentation. A key of policy.yaml in braces stands for its
    /// value: "the pain score is below {meddpicc.strong-pain}".
    /// </summary>
    string Condition { get; }

    /// <summary>Whether its high and medium findings make a deal at risk (catalogue section 14).</summary>
    bool CountsForRisk { get; }

    /// <summary>The catalogue's fields that the rule cannot do without: where the policy's field map leaves one out, it does not run.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>
    /// The other fields that its outcome rests on. An organisation may do without them, and the rule runs all the same; but where the org
    /// has lost one that the policy counts on, the rule does not run: gone is not empty.
    /// </summary>
    IReadOnlyList<string> Reads => [];

    /// <summary>Those of its fields that the policy names: the letters of MEDDPICC, the items of a checklist.</summary>
    IEnumerable<string> ReadsUnder(Policy policy) => [];

    /// <summary>The fields that its correction writes, all or none; empty when it corrects nothing under that policy.</summary>
    IReadOnlyList<string> Corrects(Policy policy) => [];

    /// <summary>Its own severity in words, for documentation: "medium; high in Commit".</summary>
    string Weighs { get; }

    /// <summary>The deals that it speaks of. On an open deal whose stage is empty or not mapped, a rule that speaks of the stage does not run.</summary>
    Reach Reach => Reach.OpenDeals;

    /// <summary>The keys of policy.yaml that change what it decides, beside severities.</summary>
    IReadOnlyList<string> Settings => [];

    /// <summary>Whether the rule hands out tasks of its own. One that does not makes a task of its sentence where the policy asks for tasks.</summary>
    bool HandsOutTasks => false;

    /// <summary>Whether a deal owes what the rule finds missing in order to be legal in its stage: gate debt.</summary>
    bool IsOwedByStage => Reach.IsFromAStageOn;

    /// <summary>
    /// What the rule decides of the deal. The finding carries the rule's own severity; the policy's replaces it. Asked of every
    /// deal, so it makes no sentences.
    /// </summary>
    RuleOutcome Apply(Deal deal);

    /// <summary>Why the rule made its finding of this deal; asked only where <see cref="Apply"/> made one, and only when it is read.</summary>
    Explanation Explain(Deal deal);
}

/// <summary>
/// A rule that speaks of what the other rules found: it is asked after all of them. Its findings never count for the risk, and what it
/// found carries its reasons with it.
/// </summary>
public interface IRuleOnTheOthers : IRule
{
    /// <param name="risk">The deal's risk from the other rules.</param>
    /// <param name="found">The ids of the rules that found something.</param>
    RuleOutcome Apply(Deal deal, Risk risk, IReadOnlyList<Finding> found);
}
