using SalesRules.Expressions.Syntax;
using SalesRules.Policies;
using SalesRules.Rules.Custom;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Conditions;

/// <summary>What a condition asks of a deal. The stage is one unknown however it is asked for: by name, by type, by("pov").</summary>
internal sealed class Unknowns(CustomRule rule, Policy policy)
{
    private const string StageKey = "()stage";

    private static readonly IReadOnlyList<object?> Points = [null, 0m, 1m, 2m];
    private static readonly IReadOnlyList<object?> Totals = [null, .. Enumerable.Range(0, 11).Select(total => (object)(decimal)total)];

    private readonly Dictionary<string, Unknown> byKey = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The values of each, in the order of their places.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Values() => [.. byKey.Values.OrderBy(unknown => unknown.Place).Select(unknown => unknown.Values())];

    /// <summary>The piece as something that is compared with these; null where that is not understood.</summary>
    public Func<object?[], object?>? Compared(SyntaxNode node, IReadOnlyList<Constant> with)
    {
        if (OfStage(node) is { } stage)
            return stage;
        var unknown = Find(KeyOf(node), DomainOf(node), ValueRange.Of(node, FieldOf(node)));
        return with.All(unknown.Meets) ? Read(unknown) : null;
    }

    /// <summary>The piece as something that is there or not.</summary>
    public Func<object?[], object?> Value(SyntaxNode node) => OfStage(node) ?? Read(Find(KeyOf(node), DomainOf(node), ValueRange.Of(node, FieldOf(node))));

    /// <summary>The piece as something that is true, false or unknown.</summary>
    public Func<object?[], object?> Flag(SyntaxNode node) => OfStage(node) ?? Read(Find(KeyOf(node), DomainOf(node)).AsFlag());

    private static Func<object?[], object?> Read(Unknown unknown) => deal => deal[unknown.Place];

    private Func<object?[], object?>? OfStage(SyntaxNode node)
    {
        Func<Stage, object?>? read = node switch
        {
            NameNode when FieldOf(node) == "StageName" => stage => stage.Name,
            CallNode call when Is(call, "stage_type") => stage => stage.Type.Name(),
            CallNode { Arguments: [TextNode type] } call when Is(call, "by") => stage => policy.Stages.IsBy(stage, TypeOf(type)),
            CallNode { Arguments: [TextNode type] } call when Is(call, "past") => stage => policy.Stages.IsPast(stage, TypeOf(type)),
            _ => null,
        };
        if (read is null)
            return null;
        var place = Find(StageKey, Stages()).Place;
        return deal => deal[place] is Stage stage ? read(stage) : null;
    }

    /// <summary>The stages that a deal may stand in when the rule is asked about it.</summary>
    private List<object?> Stages()
    {
        List<object?> stages = [.. policy.Stages.All.Where(stage => rule.AsksClosedDeals || !stage.IsClosed)];
        if (rule.AsksClosedDeals || !rule.When.NeedsStage)
            stages.AddRange([null, new Stage("\0", StageType.Qualification, 0)]);
        return stages;
    }

    private IReadOnlyList<object?>? DomainOf(SyntaxNode node) => node switch
    {
        CallNode call when Is(call, "motion") => [.. policy.Motions.Known.Select(motion => motion.Name())],
        CallNode call when Is(call, "miql_total") => Totals,
        NameNode when FieldOf(node) is { } field && Pillars.ScoreFields.Contains(field) => Points,
        NameNode when FieldOf(node) is "IsClosed" or "IsWon" && !rule.AsksClosedDeals => [null, false],
        _ => null,
    };

    private Unknown Find(string key, IReadOnlyList<object?>? domain, ValueRange? range = null)
    {
        if (!byKey.TryGetValue(key, out var unknown))
            byKey[key] = unknown = new Unknown(byKey.Count, domain, range);
        return unknown;
    }

    /// <summary>Fields by the catalogue's name, everything else as it is written.</summary>
    private string KeyOf(SyntaxNode node) =>
        FieldOf(node) ?? string.Concat("()", string.Join(' ', rule.When.Text[node.Span.Start..node.Span.End].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private string? FieldOf(SyntaxNode node) =>
        node is NameNode name ? (policy.Fields.Find(name.Name) ?? OpportunityFields.Find(name.Name))?.ApiName : null;

    private static bool Is(CallNode call, string function) => call.Function.Equals(function, StringComparison.OrdinalIgnoreCase);

    private static StageType TypeOf(TextNode type) => StageTypes.All.First(known => known.Name().Equals(type.Value, StringComparison.OrdinalIgnoreCase));
}
