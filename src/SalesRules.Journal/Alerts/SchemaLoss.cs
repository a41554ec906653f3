namespace SalesRules.Journal.Alerts;

/// <summary>Something that an org lacks of its schema.</summary>
/// <param name="Id">A stable name of what is lost.</param>
/// <param name="Sentence">What is lost and what that stops.</param>
/// <param name="Fix">What to do, in a sentence; null: nobody can say.</param>
/// <param name="Rules">The rules that it stops.</param>
/// <param name="IsFoundByUse">Whether only a run that asks for it finds it, so that one that finds nothing knows nothing.</param>
public sealed record SchemaLoss(string Id, string Sentence, string? Fix, IReadOnlyList<string> Rules, bool IsFoundByUse);
