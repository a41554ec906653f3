using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Http;

/// <summary>Ends a request with an error body.</summary>
internal sealed class ApiException(int status, params IReadOnlyList<ApiError> errors) : Exception(errors.Count > 0 ? errors[0].Message : "")
{
    public ApiException(int status, string code, string message) : this(status, new ApiError(code, message))
    {
    }

    public int Status { get; } = status;
    public IReadOnlyList<ApiError> Errors { get; } = errors;

    /// <summary>The refusal on the wire; without a body when there is nothing to say beyond the status.</summary>
    public ApiReply ToReply() => Errors.Count > 0 ? ApiReply.Errors(Status, Errors) : new ApiReply(Status, default);

    public static ApiException NotFound(string message = "The requested resource does not exist") => new(404, "NOT_FOUND", message);

    public static ApiException BadRequest(string code, string message) => new(400, code, message);

    /// <summary>A failed save of a single row: 404 when the row is gone, else 400.</summary>
    public static ApiException From(IReadOnlyList<SaveError> errors) =>
        new(errors[0].StatusCode is "NOT_FOUND" or "ENTITY_IS_DELETED" ? 404 : 400, [.. errors.Select(ApiError.From)]);
}
