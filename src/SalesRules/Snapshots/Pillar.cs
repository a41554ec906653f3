using System.Collections.Immutable;

namespace SalesRules.Snapshots;

/// <summary>The five MIQL pillars, in the order in which ties are broken everywhere (catalogue section 1): O, M, I, Q, L.</summary>
public enum Pillar
{
    Outcome,
    Maps,
    Insight,
    Quantify,
    Leadership,
}

/// <summary>The pillars as a list, their letters and their fields.</summary>
public static class Pillars
{
    public static ImmutableArray<Pillar> All { get; } = [.. Enum.GetValues<Pillar>()];

    // Names are asked for at every finding: made once.
    private static readonly string[] Names = [.. All.Select(pillar => pillar.ToString())];
    private static readonly string[] ScoreFieldNames = [.. All.Select(pillar => $"MIQL_{pillar}__c")];
    private static readonly string[] EvidenceFieldNames = [.. All.Select(pillar => $"MIQL_{pillar}_Evidence__c")];

    /// <summary>Outcome, Maps, Insight, Quantify or Leadership.</summary>
    public static string Name(this Pillar pillar) => Names[(int)pillar];

    /// <summary>The API names of the five scores.</summary>
    public static IReadOnlyList<string> ScoreFields => ScoreFieldNames;

    /// <summary>O, M, I, Q or L.</summary>
    public static string Letter(this Pillar pillar) => pillar switch
    {
        Pillar.Outcome => "O",
        Pillar.Maps => "M",
        Pillar.Insight => "I",
        Pillar.Quantify => "Q",
        _ => "L",
    };

    /// <summary>The API name of the pillar's score.</summary>
    public static string ScoreField(this Pillar pillar) => ScoreFieldNames[(int)pillar];

    /// <summary>The API name of the pillar's evidence.</summary>
    public static string EvidenceField(this Pillar pillar) => EvidenceFieldNames[(int)pillar];
}
