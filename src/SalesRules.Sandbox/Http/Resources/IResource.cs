namespace SalesRules.Sandbox.Http.Resources;

/// <summary>A group of resources of the data API.</summary>
internal interface IResource
{
    /// <summary>Registers the paths and verbs it answers.</summary>
    void Map(RouteTable routes);
}
