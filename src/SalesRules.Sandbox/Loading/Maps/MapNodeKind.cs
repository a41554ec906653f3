namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>The shapes of JSON that a map tells apart.</summary>
internal enum MapNodeKind
{
    Scalar,
    Object,
    List,
}
