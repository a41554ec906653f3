using SalesRules.Sandbox.Http.Json;

namespace SalesRules.Sandbox.Http;

/// <summary>Which rows and fields a collections read asks for: in the URL of a GET or the body of a POST.</summary>
internal static class RetrieveRequest
{
    public static (IReadOnlyList<string> Ids, IReadOnlyList<string> Fields) Read(ApiRequest request)
    {
        var (ids, fields) = request.Method == "POST" ? FromBody(request) : (FromQuery(request, "ids"), FromQuery(request, "fields"));
        if (ids.Count == 0 || fields.Count == 0)
            throw ApiException.BadRequest("MISSING_ARGUMENT", "Both ids and fields are required");
        return (ids, fields);
    }

    private static (IReadOnlyList<string> Ids, IReadOnlyList<string> Fields) FromBody(ApiRequest request)
    {
        var body = RequestJson.ReadObject(request.Body);
        return (Texts(body.GetValueOrDefault("ids")), Texts(body.GetValueOrDefault("fields")));
    }

    private static IReadOnlyList<string> Texts(object? value) => value is List<object?> list ? [.. list.OfType<string>()] : [];

    private static string[] FromQuery(ApiRequest request, string name) =>
        (request.Parameter(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
