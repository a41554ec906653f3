using SalesRules.Sandbox.Loading.Values;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>The records that the rows of a source make. With a key other rows can find them, and no two have the same.</summary>
internal sealed record RecordMap(
    string Name, SObjectType Type, string Source, IMapValue? Key, bool KeepsFirst, IReadOnlyList<FieldMap> Fields, IReadOnlyList<HistoryMap> History);
