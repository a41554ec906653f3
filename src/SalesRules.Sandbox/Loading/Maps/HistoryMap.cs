using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>When an opportunity entered which stage; rows without the date have not.</summary>
internal sealed record HistoryMap(IMapValue On, IMapValue Stage);
