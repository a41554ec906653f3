using SalesRules.Journal.Database;

namespace SalesRules.Journal.Slots;

/// <summary>The slots without an end of one schedule and one holder, counted.</summary>
internal sealed record OpenSlotsRow
{
    public string Schedule { get; init; } = "";

    public long Token { get; init; }

    public string Oldest { get; init; } = "";

    public long Slots { get; init; }

    public OpenSlots ToOpenSlots() => new(Token, Stored.Instant(Oldest), (int)Slots);
}
