using System.Text;
using System.Text.Json;
using SalesRules.Decisions;

namespace SalesRules.Host.Commands;

/// <summary>A report as JSON, in the form that decisions have: fixed property order, the same bytes for the same input.</summary>
internal static class JsonText
{
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            write(writer);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
