using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The work that clears the gate, in the words that the owner's task will have.</summary>
internal sealed record PovWork(IReadOnlyDictionary<Pillar, string> ByPillar, string Total, string Unscored)
{
    public static PovWork Default { get; } = new(
        new Dictionary<Pillar, string>
        {
            [Pillar.Outcome] = "Outcome: get the result in the customer's own words - one metric with today's baseline, the target and the "
                + "date - and the name of the person in the business who owns it.",
            [Pillar.Maps] = "Maps: name the champion, economic buyer, technical approver and procurement owner, and agree a mutual action "
                + "plan with an owner and a date for each step. Or win Leadership: L = 2 opens the Executive-Led path.",
            [Pillar.Insight] = "Insight: show the customer the cause of the problem in their own data - something they did not know - and "
                + "hear the champion explain it to a colleague without you.",
            [Pillar.Quantify] = "Quantify: work out with the customer what doing nothing costs - how often, how many people, how much money - "
                + "and have finance or the metric's owner confirm the figure in writing.",
            [Pillar.Leadership] = "Leadership: ask the champion for a meeting with the economic buyer; hear from them that the outcome is "
                + "theirs, the money is there, and what they need to see in order to sign.",
        },
        "Total under 6: open the lowest pillar with your manager, agree which evidence would raise it, get that "
            + "evidence and rescore the audit.",
        "Score all five pillars in the MIQL audit, each with a line of evidence; what nobody has scored, the SE director cannot approve.");
}
