namespace SalesRules.Sandbox.Http;

/// <summary>
/// Which resource answers which path. The framework's routing would serve whole requests only; subrequests of a composite call
/// come through here too, and external ids keep their encoded slashes.
/// </summary>
internal sealed class RouteTable
{
    private readonly List<Route> routes = [];

    /// <summary>Adds a resource; verbs follow on the result.</summary>
    public Route Map(string template)
    {
        var route = new Route(template);
        routes.Add(route);
        return route;
    }

    /// <summary>The resource of a path, the one with most fixed parts first; null when there is none.</summary>
    public (Route Route, IReadOnlyDictionary<string, string> Values)? Find(IReadOnlyList<string> segments)
    {
        foreach (var route in routes.OrderByDescending(route => route.FixedParts))
            if (route.Match(segments) is { } values)
                return (route, values);
        return null;
    }
}
