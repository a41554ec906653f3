using System.Globalization;
using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>A date so many days later, or earlier when negative.</summary>
internal sealed class ShiftValue(IMapValue date, int days) : IMapValue
{
    public string? Of(SourceRow row, LoadScope scope)
    {
        if (date.Of(row, scope) is not { } text)
            return null;
        return row.Table.ParseDate(text) is { } parsed
            ? parsed.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new BrokenRowException($"\"{text}\" is no date; {row.Table.DateFormat} was expected.");
    }
}
