namespace SalesRules.Journal.Slots;

/// <summary>A slot that has come due and gets its row.</summary>
/// <param name="State">Running or catching up while a run is to begin; skipped where none is.</param>
/// <param name="Reason">Why it is skipped; null for the others.</param>
public sealed record DueSlot(DateTimeOffset DueAt, SlotState State, string? Reason = null);
