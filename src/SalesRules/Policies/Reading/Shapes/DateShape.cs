using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A day of the calendar.</summary>
internal sealed class DateShape : ScalarShape<DateOnly>
{
    private const string Form = "yyyy-MM-dd";

    public override string Expected => "a date from 2000-01-01 to 2099-12-31 such as 2026-12-25";

    protected override string Noun => "date";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "^20[0-9]{2}-[0-9]{2}-[0-9]{2}$" };

    protected override string Name(DateOnly value) => value.ToString(Form, CultureInfo.InvariantCulture);

    protected override bool TryParse(string text, out DateOnly result) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out result) && result.Year is >= 2000 and <= 2099;
}
