namespace SalesRules.Expressions.Compilation;

/// <summary>The only texts that something can be, so that a misspelt one is a mistake and not a rule that never fires.</summary>
/// <param name="Noun">What they are: "stage type".</param>
internal sealed record Vocabulary(string Noun, IReadOnlyList<string> Words);
