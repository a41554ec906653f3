namespace SalesRules.Policies;

/// <summary>How long what is left of a sale takes, in days, in one segment (catalogue section 6; P "Timeline").</summary>
public sealed record DaysLeft
{
    /// <summary>P's enterprise deal: 90 days from the POV's start, 14 more for the technical evaluation before it.</summary>
    public static DaysLeft Enterprise { get; } = new() { FromPovStart = 90 };

    /// <summary>P's commercial deal: 30 days in all.</summary>
    public static DaysLeft Commercial { get; } = new() { FromPovStart = null, InAll = 30 };

    public int TechnicalEvaluation { get; init; } = 14;

    public int Pov { get; init; } = 60;

    public int Legal { get; init; } = 14;

    public int Procurement { get; init; } = 14;

    /// <summary>The CFO's signature.</summary>
    public int Cfo { get; init; } = 7;

    /// <summary>From the start of a POV to the end; null: the sum of the steps. P says 90 where its own steps sum to 95.</summary>
    public int? FromPovStart { get; init; }

    /// <summary>The whole sale takes no longer than this; null: no such limit.</summary>
    public int? InAll { get; init; }

    /// <summary>Legal, procurement and the CFO's signature.</summary>
    public int AfterPov => Legal + Procurement + Cfo;

    /// <summary>The days that a deal of that stage still needs.</summary>
    /// <param name="leftOfPov">The days until the running POV ends; null: none runs.</param>
    public int In(StageType stage, int? leftOfPov)
    {
        var steps = stage switch
        {
            StageType.ClosedWon or StageType.ClosedLost => 0,
            StageType.Commitment => Cfo,
            StageType.Commercial => AfterPov,
            StageType.Pov => leftOfPov is { } left ? left + AfterPov : FromPovStart ?? Pov + AfterPov,
            _ => TechnicalEvaluation + (FromPovStart ?? Pov + AfterPov),
        };
        return InAll is { } most && most < steps ? most : steps;
    }
}
