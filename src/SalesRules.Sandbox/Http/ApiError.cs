using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Http;

/// <summary>One entry of a REST error body. <paramref name="Fields"/> is null where Salesforce leaves the key out.</summary>
internal sealed record ApiError(string Code, string Message, IReadOnlyList<string>? Fields = null)
{
    // These arise before any field is looked at, or name it in the text; Salesforce sends no list with them.
    private static readonly string[] WithoutFields = ["INVALID_FIELD", "NOT_FOUND", SaveErrors.ParserErrorCode];

    public static ApiError From(SaveError error) =>
        new(error.StatusCode, error.Message, WithoutFields.Contains(error.StatusCode) ? null : error.Fields);
}
