using SalesRules.Journal.Pauses;

namespace SalesRules.Host.Syncs;

/// <summary>Why a sync did not begin, as a sentence.</summary>
internal static class SkipReason
{
    public static string Of(Pause pause) => $"Skipped: {(pause.Schedule == Pause.Everything ? "everything is " : "")}{pause}";
}
