namespace SalesRules.Policies.Reading.Sections;

/// <summary>What the pov section says; its return stage is checked once the stages are known.</summary>
/// <param name="Place">Where the return stage stands in the file; null when it is left out.</param>
internal sealed record PovSettings(PovPolicy Policy, Value? Place, string ReturnStage)
{
    public static PovSettings Default { get; } = new(
        new PovPolicy { Work = PovWork.Default.ByPillar, TotalWork = PovWork.Default.Total, ScoreWork = PovWork.Default.Unscored }, null, "");

    /// <summary>The policy with a return stage that a deal can go back to; problems are reported.</summary>
    /// <param name="stagesPlace">For a problem when the file names no return stage.</param>
    public PovPolicy With(StageMap stages, Value stagesPlace)
    {
        if (Place is not { } place)
            return Policy with { ReturnStage = LastBeforePov(stages, stagesPlace)?.Name };
        // A text that was no good has been reported where it stands.
        if (ReturnStage.Length > 0 && WhyNot(stages, ReturnStage) is { } reason)
            place.Refuse(reason);
        return Policy with { ReturnStage = stages.Find(ReturnStage)?.Name };
    }

    private static string? WhyNot(StageMap stages, string name) => stages.Find(name) switch
    {
        null => $"no stage is called {Wording.Quoted(name)}{Wording.DidYouMean(name, stages.All.Select(stage => stage.Name))}",
        { IsClosed: true } => $"{Wording.Quoted(name)} is a closed stage; a deal goes back to an open one",
        { Active: false } => $"{Wording.Quoted(name)} is not active; nothing is moved into it",
        var stage when stages.IsBy(stage, StageType.Pov) => $"{Wording.Quoted(name)} does not come before POV; a deal goes back to an earlier stage",
        _ => null,
    };

    private static Stage? LastBeforePov(StageMap stages, Value stagesPlace)
    {
        var last = stages.All.Where(stage => WhyNot(stages, stage.Name) is null).MaxBy(stage => stage.Order);
        if (last is null && stages.All.FirstOrDefault(stage => stage.Type == StageType.Pov) is { } pov)
            stagesPlace.Refuse($"no active, open stage comes before {Wording.Quoted(pov.Name)}; a deal without approval would have nowhere to go back to");
        return last;
    }
}
