namespace SalesRules.Sandbox.Generation.Words;

/// <summary>What people write on a deal. {0} is a person of the customer.</summary>
internal static class DealWords
{
    public static readonly string[] Products =
    [
        "Beacon Platform", "Beacon Edge", "Relay Gateway", "Relay Cloud", "Tideline Analytics", "Tideline Forecast", "Harbor Identity",
        "Harbor Vault", "Compass Planner", "Compass Mobile", "Lattice Integration", "Lattice Events",
    ];

    public static readonly string[] Expansions = ["Second Region", "Additional Seats", "New Plant", "Analytics Add-on", "Premium Support", "Data Residency"];

    public static readonly string[] Sources = ["Web", "Phone Inquiry", "Partner Referral", "Purchased List", "Other"];

    public static readonly string[] NextSteps =
    [
        "Review open questions with {0}", "Walk {0} through the business case", "Agree the evaluation plan with {0}",
        "Prepare the steering meeting with {0}", "Send the updated scope to {0}", "Confirm dates and owners with {0}",
        "Collect reference questions from {0}", "Book the security review with {0}",
    ];

    public static readonly string[] Pains =
    [
        "Orders are keyed in twice; {0}'s team corrects about one in nine by hand.",
        "Month-end close takes twelve days and blocks {0}'s reporting.",
        "Outages are noticed by customers first; {0} answers for the penalties.",
        "Each audit costs {0}'s department three weeks of collecting evidence.",
        "Plans are rebuilt in spreadsheets; {0} learns of shortages too late.",
    ];

    public static readonly (string Baseline, string Target, string Criterion)[] Metrics =
    [
        ("12 days to close a month", "5 days by the end of the year", "Two closes in a row within 5 days"),
        ("11 % of orders corrected by hand", "under 2 %", "Correction rate measured over four weeks"),
        ("7 hours to find the cause of an outage", "under 45 minutes", "Median of the next ten incidents"),
        ("21 days to collect audit evidence", "2 days", "Next audit prepared in two working days"),
        ("62 % forecast accuracy", "85 %", "Accuracy of the next three months against actuals"),
    ];

    public static readonly string[] Criteria =
    [
        "Integration with the existing ledger; data stays in region; time to first value under 30 days; price per site",
        "Single sign-on; open interfaces; roadmap for mobile; references in the same trade",
        "Availability over 99.9 %; audit trail; migration support; total cost over three years",
    ];

    public static readonly string[] DecisionProcesses =
    [
        "Technical review, then business case with finance, then steering committee; {0} decides.",
        "Shortlist of two, proof of value, recommendation by {0}, approval by the board.",
        "Architecture board, security review, budget release; {0} signs.",
    ];

    public static readonly string[] PaperProcesses =
    [
        "Master agreement on our paper, legal review about ten days, security questionnaire, purchase order through procurement.",
        "Their paper; redlines by legal in two rounds; order form; signature by two officers.",
        "Amendment to the existing agreement; procurement checks the price sheet; electronic signature.",
    ];

    public static readonly string[] Competitors =
        ["Incumbent spreadsheet process", "Northwind Suite", "Orrery One", "Build it themselves", "None known: asked on the last call", "Palisade Cloud"];

    public static readonly string[] HoldReasons =
    [
        "Signature promised by phone, paper arrives this week", "Board approved the budget on Friday; score follows with the minutes",
        "Sponsor returns from leave in a week and has confirmed by mail",
    ];

    public static readonly string[] Calls = ["Call with {0}", "Follow-up mail to {0}", "Questions from {0} answered", "Notes sent to {0}"];

    public static readonly string[] Meetings = ["Workshop with {0}", "Review meeting with {0}", "Demo for {0}", "Planning session with {0}"];

    public static readonly string[] Tasks = ["Prepare the next meeting with {0}", "Send documents to {0}", "Update the action plan for {0}"];
}
