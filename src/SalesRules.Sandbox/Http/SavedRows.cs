using SalesRules.Sandbox.Http.Json;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Http;

/// <summary>Replies to saves of single rows.</summary>
internal static class SavedRows
{
    /// <summary>201 with the id and where the row is; or the errors.</summary>
    public static ApiReply Created(this SaveResult result, ApiRequest request, string objectName, bool showCreated = false) => ApiReply
        .Json(201, writer => SaveResultJson.Write(writer, result.OrThrow(request), showCreated))
        .With("Location", $"{request.BasePath}/sobjects/{objectName}/{result.Id}");

    /// <summary>The result of a save that worked; throws the error reply of one that did not.</summary>
    public static SaveResult OrThrow(this SaveResult result, ApiRequest request)
    {
        if (result.Success)
            return result;
        ThrowIfUnparsable(result, request);
        throw ApiException.From(result.Errors);
    }

    /// <summary>A value of a wrong JSON type fails the whole request, whatever else is in it.</summary>
    public static void ThrowIfUnparsable(SaveResult result, ApiRequest request)
    {
        if (result.Errors.FirstOrDefault(error => error.StatusCode == SaveErrors.ParserErrorCode) is { } error)
            throw ApiException.BadRequest(error.StatusCode, $"{error.Message} at {JsonPosition.After(request.Body.Span, error.Fields[0])}");
    }
}
