namespace SalesRules.Digests;

/// <summary>What digests say until an organisation says it otherwise.</summary>
internal static class DigestWording
{
    public static DigestTexts Of(DigestKind kind) => kind switch
    {
        DigestKind.Pipeline => Pipeline,
        DigestKind.Deals => Deals,
        DigestKind.Reviews => Reviews,
        DigestKind.Renewals => Renewals,
        _ => Pov,
    };

    private static DigestTexts Pipeline { get; } = Texts(
        "Pipeline pre-read, {date}",
        "For Monday's review. What changed since {since}, what is at risk, and who does what by when. In {quarter}.",
        ("figures", "Where we stand", null, "There is nothing to add up."),
        ("wins", "Wins: {deals} for {money}", null, "Nothing was won since {since}."),
        ("at-risk", "At risk: {deals} for {money}", "High first, then the largest. Talk about the fix.", "No open deal is at risk."),
        ("slipping", "Slipping: {deals} for {money}", "Pushed since {since}, or past their close date.", "Nothing was pushed since {since}, and no close date is past."),
        ("top", "Top {limit} deals", "The largest that can be reviewed. Open each with its lowest pillar.", "There is no open deal to review."),
        ("not-reviewable", "Not reviewable: {deals} for {money}", "No score, no review. They come off the agenda until their owners have scored them.", "Every deal in Best Case and above is scored."),
        ("built", "Pipeline built: {deals} for {money}", null, "No deal was created since {since}."),
        ("movement", "Movement since {since}", null, "Nothing moved since {since}."),
        ("round-trips", "There and back: {deals}", "Changed and changed back since {since}. Two snapshots would show nothing of it.", "Nothing was changed and changed back."),
        ("overrides", "Overrides due: {deals} for {money}", "Holds against the ceiling that end soon or do not count. Renew them with a reason, or let the rule decide.", "No override ends soon."),
        ("reasons", "Money by reason", "What puts open pipeline at risk. A deal counts under each of its reasons, so these do not add up.", "No money is at risk."),
        ("actions", "Open actions", "Who, what, by when. The next due first.", "Every action is done."));

    private static DigestTexts Deals { get; } = Texts(
        "Deal reviews, {date}",
        "AE, SE and VP Sales, letter by letter. Lowest pillar first. In {quarter}.",
        ("agenda", "On the agenda: {deals} for {money}", "Name the gap, the person who can close it, and the day.", "No large deal is up for review."),
        ("not-reviewable", "Not reviewable: {deals} for {money}", "No score, no review. Score all five pillars first.", "Every large deal is scored."),
        ("actions", "Open actions", "Who, what, by when. The next due first.", "Every action is done."));

    private static DigestTexts Reviews { get; } = Texts(
        "Weekly deal review, {date}",
        "Open Best Case, Most Likely and Commit by manager, lowest pillar first. Moves since {since}.",
        ("forecast", "In the forecast: {deals} for {money}", null, "Nothing stands in Best Case or above."),
        ("not-reviewable", "Not reviewable: {deals} for {money}", "No score, no review.", "Every deal in Best Case and above is scored."),
        ("moved", "Moved stage: {deals} for {money}", null, "No deal moved since {since}."),
        ("blocked", "Blocked by missing inputs: {deals} for {money}", null, "Nothing is blocked."),
        ("next-step", "Next step overdue: {deals} for {money}", null, "Every next step lies ahead."),
        ("decision-owner", "Unclear decision owner: {deals} for {money}", null, "Every deal names who decides."),
        ("actions", "Open actions", "Who, what, by when. The next due first.", "Every action is done."));

    private static DigestTexts Renewals { get; } = Texts(
        "Renewal pre-read, {date}",
        "Renewals that close in this quarter and those ahead. A silent sponsor is a red flag, whatever usage says.",
        ("figures", "What is up for renewal", null, "No renewal is due."),
        ("red-flags", "Red flags: {deals} for {money}", "Get the sponsor meeting on the calendar this week.", "Every sponsor speaks to us."),
        ("two-views", "Two views apart: {deals} for {money}", "CSM and computed risk differ by two levels. The CS lead settles it; nobody averages.", "CSMs and scores agree."),
        ("score-due", "Score due: {deals} for {money}", "At least once a quarter.", "Every renewal has a current score."),
        ("switching-cost", "Cost of switching weak: {deals} for {money}", "Have the customer put a figure on leaving.", "Every renewal has a cost of switching that the customer has confirmed."),
        ("performance-file", "No performance file: {deals} for {money}", null, "Every renewal that needs a performance file has one."),
        ("expansion", "Ask for more: {deals} for {money}", "Strong enough for an expansion.", "No renewal is strong enough yet."),
        ("due", "Next to close: {deals} for {money}", null, "No renewal is due."));

    private static DigestTexts Pov { get; } = Texts(
        "POV queue, {date}",
        "What waits at the gate, what runs, and what should not run. Deferral is not denial: it names the work.",
        ("figures", "SE capacity", null, "No POV is at the gate."),
        ("unapproved", "Hours without approval: {deals} for {money}", "SE hours are being spent and no approval is on record.", "No SE works without an approval."),
        ("waiting", "Approved and waiting: {deals} for {money}", "By total score, then amount.", "No approved POV waits."),
        ("deferred", "Deferred: {deals} for {money}", "Asked for, and a floor is missed. The fix says what clears it.", "No request is deferred."),
        ("ending", "Ending: {deals} for {money}", "Near their end or past it. Agree what happens after the POV now.", "No POV ends soon."),
        ("dropped", "Score dropped since approval: {deals} for {money}", "Approved then; today's scores would not pass.", "Every approved POV keeps its score."),
        ("running", "Running: {deals} for {money}", null, "No POV is running."));

    /// <summary>The small words of every digest, by their keys in the policy.</summary>
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["deal"] = "Deal",
        ["owner"] = "Owner",
        ["amount"] = "Amount",
        ["stage"] = "Stage",
        ["forecast"] = "Forecast",
        ["closes"] = "Closes",
        ["miql"] = "MIQL",
        ["lowest"] = "Lowest pillar",
        ["gaps"] = "MEDDPICC gaps",
        ["why"] = "Why",
        ["fix"] = "Smallest fix",
        ["emptied"] = "emptied",
        ["scored"] = "scored",
        ["next-step"] = "Next step",
        ["trend"] = "Score history",
        ["risk"] = "Risk",
        ["level-high"] = "high",
        ["level-medium"] = "medium",
        ["level-low"] = "low",
        ["level-none"] = "none",
        ["held"] = "Held at",
        ["until"] = "until",
        ["changed"] = "Changed",
        ["stages"] = "Stages",
        ["entered"] = "In stage since",
        ["blocker"] = "Blocker",
        ["gate"] = "Gate",
        ["missed"] = "Missed floors",
        ["runs"] = "Runs",
        ["se"] = "SE",
        ["csm-view"] = "CSM view",
        ["competition"] = "Competition",
        ["deferred"] = "Deferred requests",
        ["who"] = "Who",
        ["what"] = "What",
        ["by-when"] = "By when",
        ["overdue"] = "overdue",
        ["unknown"] = "unknown",
        ["unscored"] = "unscored",
        ["none"] = "none",
        ["all-filled"] = "all filled",
        ["no-name"] = "no name",
        ["no-manager"] = "No manager",
        ["reason"] = "Reason",
        ["deals"] = "Deals",
        ["figure"] = "Figure",
        ["value"] = "Value",
        ["step"] = "Step",
        ["open-pipeline"] = "Open pipeline",
        ["weighted"] = "Weighted forecast of the quarter",
        ["target"] = "Target of the quarter",
        ["won-quarter"] = "Won in the quarter",
        ["coverage"] = "Pipeline coverage",
        ["coverage-goal"] = "Goal",
        ["qualified"] = "Qualified pipeline",
        ["left"] = "Left of the target",
        ["at-risk"] = "At risk",
        ["opening"] = "Open then",
        ["new"] = "New",
        ["reopened"] = "Reopened",
        ["amount-up"] = "Amounts up",
        ["won"] = "Won",
        ["lost"] = "Lost",
        ["amount-down"] = "Amounts down",
        ["closing"] = "Open now",
        ["raised"] = "Raised in forecast",
        ["lowered"] = "Lowered in forecast",
        ["pushed"] = "Pushed out",
        ["pulled-in"] = "Pulled in",
        ["due"] = "Due",
        ["total"] = "Total",
        ["quarter"] = "Quarter",
        ["running"] = "Running now",
        ["capacity"] = "Capacity",
        ["no-limit"] = "no limit",
        ["waiting"] = "Approved and waiting",
        ["not-asked"] = "Deferred, nobody has asked yet",
        ["more"] = "and {deals} more, {money}",
        ["more-actions"] = "and {deals} more",
        ["partial"] = "Not everything could be read: what stands here may be too little.",
        ["movement-chart"] = "Open pipeline from {opening} to {closing}, step by step",
        ["coverage-chart"] = "Pipeline coverage {coverage} against a goal of {goal}",
        ["history-chart"] = "MIQL total: {points}",
        ["risk-chart"] = "Renewals by quarter: at risk and the rest",
        ["made"] = "Made by SalesRules as of {date}. Amounts are the records' own.",
    };

    /// <summary>What a small word may show in braces; those that are not here show nothing.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> WordNames { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["more"] = ["deals", "money"],
        ["more-actions"] = ["deals"],
        ["movement-chart"] = ["opening", "closing"],
        ["coverage-chart"] = ["coverage", "goal"],
        ["history-chart"] = ["points"],
        ["made"] = ["date"],
    };

    private static DigestTexts Texts(string title, string intro, params (string Key, string Heading, string? Intro, string Empty)[] sections) => new(
        [],
        DigestTemplate.Of(title, DigestTexts.Names),
        DigestTemplate.Of(intro, DigestTexts.Names),
        sections.ToDictionary(
            section => section.Key,
            section => new SectionTexts(
                DigestTemplate.Of(section.Heading, SectionTexts.Names),
                section.Intro is null ? null : DigestTemplate.Of(section.Intro, SectionTexts.Names),
                DigestTemplate.Of(section.Empty, SectionTexts.Names)),
            StringComparer.Ordinal));
}
