namespace SalesRules.Policies;

/// <summary>One thing wrong with a policy file, said to the person who must put it right.</summary>
/// <param name="File">The file's name as it was given to the loader.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Key">The path of the key, such as forecast.unscored-ceiling or stages[2].type; empty for the file as a whole.</param>
/// <param name="Sentence">What is wrong, what was expected, what to do.</param>
public sealed record PolicyProblem(string File, int Line, int Column, string Key, string Sentence)
{
    /// <summary>policy.yaml:14:5: forecast.unscored-ceiling: "Comit" is no forecast category; expected one of ...</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{File}:{Line}:{Column}: {(Key.Length == 0 ? "" : $"{Key}: ")}{Sentence}");
}
