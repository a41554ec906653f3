namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>The stages of the sample org by name, in the order in which a deal passes them.</summary>
internal static class SampleStages
{
    public const string Qualification = "Qualification";
    public const string Discovery = "Discovery";
    public const string TechnicalDeepDive = "Technical Deep-Dive";
    public const string Pov = "POV";
    public const string Proposal = "Proposal";
    public const string Negotiation = "Negotiation";
    public const string ClosedWon = "Closed Won";
    public const string ClosedLost = "Closed Lost";

    private static readonly string[] Sale = [Qualification, Discovery, TechnicalDeepDive, Pov, Proposal, Negotiation];

    /// <summary>A renewal proves nothing again: it has no technical stages.</summary>
    private static readonly string[] Renewal = [Qualification, Discovery, Proposal, Negotiation];

    /// <summary>The open stages that deals of this motion pass.</summary>
    public static IReadOnlyList<string> Path(Motion motion) => motion == Motion.Renewal ? Renewal : Sale;

    public static bool IsClosed(string stage) => stage is ClosedWon or ClosedLost;

    /// <summary>True when a deal in this stage has got as far as the other one; a stage of no known order has.</summary>
    public static bool HasReached(string stage, string other) => OrderOf(stage) >= OrderOf(other);

    private static int OrderOf(string stage) => Array.IndexOf(Sale, stage) is var order and >= 0 ? order : Sale.Length;
}
