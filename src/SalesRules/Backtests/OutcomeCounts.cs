namespace SalesRules.Backtests;

/// <summary>Deals by what became of them.</summary>
public readonly record struct OutcomeCounts(int Won, int Lost, int Slipped, int Open)
{
    public int Bad => Lost + Slipped;

    public int Known => Won + Bad;

    public int All => Known + Open;

    public OutcomeCounts Plus(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Won => this with { Won = Won + 1 },
        OutcomeKind.Lost => this with { Lost = Lost + 1 },
        OutcomeKind.Slipped => this with { Slipped = Slipped + 1 },
        _ => this with { Open = Open + 1 },
    };
}
