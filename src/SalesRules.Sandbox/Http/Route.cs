namespace SalesRules.Sandbox.Http;

/// <summary>A resource of the data API: its path below the version, with <c>{names}</c> for the parts that vary, and its verbs.</summary>
internal sealed class Route(string template)
{
    private readonly string[] parts = template.Split('/', StringSplitOptions.RemoveEmptyEntries);
    private readonly SortedDictionary<string, Func<ApiRequest, ApiReply>> handlers = new(StringComparer.Ordinal);

    /// <summary>The path as registered; the call log counts by it.</summary>
    public string Template => template;

    /// <summary>How many parts are fixed: a fixed part beats a varying one.</summary>
    public int FixedParts => parts.Count(part => part[0] != '{');

    public Route On(string method, Func<ApiRequest, ApiReply> handle)
    {
        handlers[method] = handle;
        return this;
    }

    /// <summary>The varying parts by name when the path is this resource's, else null.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != parts.Length)
            return null;
        var values = new Dictionary<string, string>();
        for (var place = 0; place < parts.Length; place++)
        {
            if (parts[place][0] == '{')
                values[parts[place][1..^1]] = segments[place];
            else if (!string.Equals(parts[place], segments[place], StringComparison.OrdinalIgnoreCase))
                return null;
        }
        return values;
    }

    public ApiReply Handle(ApiRequest request) =>
        handlers.TryGetValue(request.Method == "HEAD" ? "GET" : request.Method, out var handle)
            ? handle(request)
            : throw new ApiException(405, "METHOD_NOT_ALLOWED", $"HTTP Method '{request.Method}' not allowed. Allowed are {Allowed}");

    private string Allowed => string.Join(',', handlers.ContainsKey("GET") ? handlers.Keys.Append("HEAD").Order(StringComparer.Ordinal) : handlers.Keys);
}
