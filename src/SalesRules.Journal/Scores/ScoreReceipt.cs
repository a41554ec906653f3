namespace SalesRules.Journal.Scores;

/// <summary>What became of one row of a score history.</summary>
/// <param name="Outcome">Confirmed, refused, unclear or, read back and not found, abandoned.</param>
/// <param name="Code">Salesforce's error code, where it refused.</param>
/// <param name="Sentence">For people: why it was refused or is unclear.</param>
public sealed record ScoreReceipt(string Key, ScoreRowState Outcome, string? Code = null, string? Sentence = null);
