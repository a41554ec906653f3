using SalesRules.Decisions;
using SalesRules.Policies;

namespace SalesRules.Rules;

/// <summary>One rule of the catalogue: a pure question asked of one deal. Its class is named as its business sentence.</summary>
public interface IRule
{
    /// <summary>The stable id of the catalogue, such as forecast.above-ceiling.</summary>
    string Id { get; }

    /// <summary>Whether its high and medium findings make a deal at risk (catalogue section 14).</summary>
    bool CountsForRisk { get; }

    /// <summary>The catalogue's fields that the rule cannot do without: where the policy's field map leaves one out, it does not run.</summary>
    IReadOnlyList<string> Needs => [];

    /// <summary>
    /// The other fields that its outcome rests on. An organisation may do without them, and the rule runs all the same; but where the org
    /// has lost one that the policy counts on, the rule does not run: gone is not empty.
    /// </summary>
    IReadOnlyList<string> Reads => [];

    /// <summary>The fields that its correction writes, all or none; empty when it corrects nothing under that policy.</summary>
    IReadOnlyList<string> Corrects(Policy policy) => [];

    /// <summary>Whether the rule speaks of the stage: on an open deal whose stage is empty or not mapped, it does not run.</summary>
    bool NeedsStage => false;

    /// <summary>Whether the rule hands out tasks of its own. One that does not makes a task of its sentence where the policy asks for tasks.</summary>
    bool HandsOutTasks => false;

    /// <summary>
    /// What the rule decides of the deal. The finding carries the rule's own severity; the policy's replaces it. Asked of every
    /// deal, so it makes no sentences.
    /// </summary>
    RuleOutcome Apply(Deal deal);

    /// <summary>Why the rule made its finding of this deal; asked only where <see cref="Apply"/> made one, and only when it is read.</summary>
    Explanation Explain(Deal deal);
}
