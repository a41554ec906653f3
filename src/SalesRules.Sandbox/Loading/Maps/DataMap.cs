using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>A map as read and checked: where rows come from and which records they make.</summary>
internal sealed record DataMap(
    IReadOnlyList<StageDefinition>? Stages, IReadOnlyList<SourceMap> Sources, IReadOnlyList<RecordMap> Records, IReadOnlyList<ColumnUse> ColumnUses);
