using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>An uploaded row and what became of it.</summary>
internal sealed record IngestedRow(IReadOnlyList<string> Cells, SaveResult Result)
{
    /// <summary>The first reason in the form <c>CODE:message:fields --</c>.</summary>
    public string ErrorText(SObjectType type, IReadOnlyList<string> columns)
    {
        var error = Result.Errors[0].StatusCode == SaveErrors.ParserErrorCode ? WrongType(Result.Errors[0], type, columns) : Result.Errors[0];
        var fields = string.Join(',', error.Fields);
        return fields.Length > 0 ? $"{error.StatusCode}:{error.Message}:{fields} --" : $"{error.StatusCode}:{error.Message}:--";
    }

    // There is no JSON here that could be malformed: the cell does not suit its field.
    private SaveError WrongType(SaveError error, SObjectType type, IReadOnlyList<string> columns)
    {
        var name = error.Fields[0];
        var place = columns.ToList().FindIndex(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
        return new SaveError(
            "INVALID_TYPE_ON_FIELD_IN_RECORD", $"{type.FindField(name)?.Label ?? name}: value not of required type: {Cells[place]}", [name]);
    }
}
