using SalesRules.Digests;

namespace SalesRules.Alerts;

/// <summary>The small words of every alert until an organisation says them otherwise: labels, links, fixes, what links lead to.</summary>
public static class AlertWording
{
    private static readonly (string Key, string Text, string[] Names)[] Own =
    [
        ("why", "Why", []),
        ("fix", "Smallest fix", []),
        ("deal", "Deal", []),
        ("opportunity", "Opportunity", []),
        ("amount", "Amount", []),
        ("stage", "Stage", []),
        ("forecast", "Forecast category", []),
        ("closes", "Close date", []),
        ("open-record", "Open in Salesforce", []),
        ("useful", "This was useful", []),
        ("not-useful", "Not useful", []),
        ("many", "{count} alerts: {first} and others", ["count", "first"]),
        ("alert", "Alert", []),
        ("useful-column", "Useful?", []),
        ("not-useful-column", "Not useful?", []),
        ("fix-score", "Score {changes}.", ["changes"]),
        ("fix-at-least", "{field} ({value} or more)", ["field", "value"]),
        ("fix-raise", "Raise {changes}.", ["changes"]),
        ("fix-set", "Set {changes}.", ["changes"]),
        ("fix-to", "{field} to {value}", ["field", "value"]),
        ("fix-nothing", "nothing", []),
        ("fix-fill", "Fill in {field}.", ["field"]),
        ("gate-misses", "The gate misses {parts}.", ["parts"]),
        ("gate-score", "a score", []),
        ("gate-state", "The gate's state is {state}, path {path}.", ["state", "path"]),
        ("won", "It was won: {stage}.", ["stage"]),
        ("lost", "It was lost: {stage}.", ["stage"]),
        ("in-stage", "It is in {stage}.", ["stage"]),
        ("no-stage", "no stage", []),
        ("budget-advice", "Look at `salesrules plan`. If a threshold is wrong, mend the policy; if the changes are right, let one run go on: `salesrules run --approve-budget NAME --reason TEXT`.", []),
        ("canary-advice", "Look at these records first: often a flow of the org sets them back. `salesrules revert {run}` takes the canary back.", ["run"]),
        ("certificate-advice", "The watermark stays, so that the next run reads the same again; often that is all it takes. If it is red too, `salesrules doctor` and the notes of the run say where to look.", []),
        ("answer-title", "Was this alert useful?", []),
        ("answer-press", "Press the button to answer. One answer counts, and it helps to tell the rules that help from those that only make noise.", []),
        ("answer-yes", "Yes, it was useful", []),
        ("answer-no", "No, it was not useful", []),
        ("answer-thanks", "Thank you: your answer is taken down.", []),
        ("answer-used", "You have answered for this alert already. The first answer counts.", []),
        ("answer-too-old", "This link is too old: the alert was sent too long ago to be answered.", []),
        ("answer-not-ours", "This link is none of ours, or it was changed on its way. Follow the one in the message again.", []),
        ("answer-later", "Answers cannot be taken down right now. Please follow the link again later.", []),
    ];

    /// <summary>By their keys in the policy.</summary>
    public static IReadOnlyDictionary<string, DigestTemplate> Words { get; } =
        Own.ToDictionary(word => word.Key, word => DigestTemplate.Of(word.Text, word.Names), StringComparer.Ordinal);

    /// <summary>What each may show in braces.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> WordNames { get; } =
        Own.ToDictionary(word => word.Key, IReadOnlyList<string> (word) => word.Names, StringComparer.Ordinal);
}
