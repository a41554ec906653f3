using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SalesRules.Journal.Messages;

/// <summary>One try to send a message.</summary>
/// <param name="Channel">Its name in the settings; empty where it was put back into the queue.</param>
/// <param name="At">When it ended.</param>
/// <param name="AskedToWait">How long the counterpart asked to wait; null: it did not say.</param>
/// <param name="Reason">Why it failed, for the person who must act; null: it did not. Holds no secret.</param>
public sealed record MessageAttempt(string Channel, DateTimeOffset At, AttemptOutcome Outcome, TimeSpan? AskedToWait = null, string? Reason = null)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>How the journal keeps the tries of a message.</summary>
    internal static string Write(IEnumerable<MessageAttempt> attempts) => JsonSerializer.Serialize(attempts, Form);

    internal static IReadOnlyList<MessageAttempt> Read(string json) => JsonSerializer.Deserialize<List<MessageAttempt>>(json, Form)!;
}
