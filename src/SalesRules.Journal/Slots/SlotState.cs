namespace SalesRules.Journal.Slots;

/// <summary>What became of a schedule's slot. The first two are open, the others its end.</summary>
public enum SlotState
{
    /// <summary>A run is under way for it, or was when its process died.</summary>
    Running,

    /// <summary>It was missed, and a run under way is to make up for it.</summary>
    CatchingUp,

    /// <summary>Its run came to an end, good or bad: the outcome says which.</summary>
    Ran,

    /// <summary>No run did its work, for the reason that its sentence gives.</summary>
    Skipped,

    /// <summary>It was missed, or its own run was cut short; a later run has done its work.</summary>
    CaughtUp,
}
