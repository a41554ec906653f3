using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A time zone by its IANA name, which means the same on every machine.</summary>
internal sealed partial class TimeZoneShape : ScalarShape<TimeZoneInfo>
{
    private const string Form = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$";

    public override string Expected => "an IANA name such as America/New_York, Europe/Berlin or UTC";

    protected override string Noun => "time zone known to this machine";

    public override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = Form };

    protected override string Name(TimeZoneInfo value) => value.Id;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out TimeZoneInfo result)
    {
        // The system finds zones by file name: the form keeps anything else that is a path away from it.
        result = null;
        return text.Length <= 64 && IanaForm().IsMatch(text) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out result);
    }

    [GeneratedRegex(Form, RegexOptions.CultureInvariant)]
    private static partial Regex IanaForm();
}
