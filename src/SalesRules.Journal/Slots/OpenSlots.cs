namespace SalesRules.Journal.Slots;

/// <summary>Slots of a schedule that one holder of its lease has taken and that have no end yet.</summary>
/// <param name="Token">Under which lease they were taken.</param>
/// <param name="Oldest">When the first of them was due.</param>
public sealed record OpenSlots(long Token, DateTimeOffset Oldest, int Count);
