namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>What can happen to what is read.</summary>
internal enum ReadingKind
{
    Save,
    SaveSeenLate,
    Close,
    Pass,
    Run,

    /// <summary>During the next run somebody saves a deal.</summary>
    SaveMeanwhile,

    /// <summary>The next run takes its time, in which late saves may become visible.</summary>
    PassMeanwhile,

    /// <summary>The next run is refused a query.</summary>
    RefuseMeanwhile,
}

/// <summary>One step.</summary>
/// <param name="Which">The deal, or before which query of the next run it happens.</param>
/// <param name="Choice">How long.</param>
internal sealed record ReadingStep(ReadingKind Kind, int Which, int Choice);
