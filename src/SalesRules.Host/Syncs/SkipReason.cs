using SalesRules.Journal.Pauses;

namespace SalesRules.Host.Syncs;

/// <summary>Why a sync did not begin, as a sentence.</summary>
internal static class SkipReason
{
    public static string Of(Pause pause) => $"{(pause.Schedule == Pause.Everything ? "Everything" : "The schedule")} is {pause}";
}
