namespace SalesRules.Sandbox.Http;

/// <summary>One call that the org has served. <paramref name="Resource"/> is the path with names for what varies.</summary>
public sealed record ApiCall(string Method, string Resource, string Path, int Status);
