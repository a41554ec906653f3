using System.Globalization;
using SalesRules.Sandbox.Generation.Customers;

namespace SalesRules.Sandbox.Generation.Words;

/// <summary>What reps write down as evidence for a pillar. {0} is a person of the customer, {1} their title, {2} a number.</summary>
internal static class EvidenceWords
{
    private static readonly string[][] ByPillar =
    [
        [
            "{0} ({1}) named the target in the kickoff call: {2} % fewer manual steps by year end.",
            "Board paper shared by {0}: cycle time down {2} %, owner and date given.",
            "{0} wrote the outcome into the project charter, page {2}.",
        ],
        [
            "Stakeholder map reviewed with {0}; {2} reviewers listed, each with a date.",
            "{0} ({1}) confirmed the approval steps in writing.",
            "Current and target process drawn with {0}; gaps {2} to our modules.",
        ],
        [
            "{0} repeated our benchmark in the steering meeting: peers run this with {2} % less rework.",
            "Workshop with {0}: our finding on hand-offs changed their shortlist.",
            "{0} ({1}) asked for the study behind slide {2} and used it internally.",
        ],
        [
            "Finance under {0} checked the model: {2}K a month of avoidable cost.",
            "{0} ({1}) signed off the business case, payback {2} months.",
            "Cost figure of {2}K confirmed by {0} by mail.",
        ],
        [
            "{0} ({1}) joined the review and will sign; next call in {2} days.",
            "Meeting with {0} held; budget line confirmed.",
            "{0} ({1}) answered our note and named a deputy for the next {2} weeks.",
        ],
    ];

    /// <summary>A sentence for the pillar with this index in the order of the pillars.</summary>
    public static string For(int pillar, Customer customer, Chance chance)
    {
        var person = pillar == 4 ? customer.People[chance.Between(0, 2)] : chance.Pick(customer.People);
        return string.Format(
            CultureInfo.InvariantCulture, chance.Pick(ByPillar[pillar]), person.Name, person.Title, chance.Between(6, 40));
    }
}
