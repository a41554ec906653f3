namespace SalesRules.Sandbox.Loading;

/// <summary>Something that keeps data from being loaded: which file, which line of it (0: the file as a whole), and a sentence that says what to do.</summary>
public sealed record LoadProblem(string File, int Line, string Sentence)
{
    public override string ToString() => Line > 0 ? FormattableString.Invariant($"{File}:{Line}: {Sentence}") : $"{File}: {Sentence}";
}
