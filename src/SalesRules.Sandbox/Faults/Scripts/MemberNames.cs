using System.Text.Json;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Says in words what a member of a script may hold.</summary>
internal static class MemberNames
{
    public static string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
            return $"{(type == typeof(FaultOperation) ? "one or several, joined by commas, of" : "one of")} {string.Join(", ", NamesOf(type))}";
        if (type == typeof(TimeSpan))
            return "a duration such as 250ms, 5s, 10m or 1h";
        if (type == typeof(DateTimeOffset))
            return "a moment such as 2026-03-02T09:30:00Z";
        if (type == typeof(int))
            return "a whole number";
        if (type == typeof(decimal))
            return "a number";
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(string))
            return "a text";
        return typeof(IEnumerable<string>).IsAssignableFrom(type) ? "a list of texts" : "an object";
    }

    private static IEnumerable<string> NamesOf(Type type) =>
        Enum.GetNames(type).Where(name => name != nameof(FaultOperation.None)).Select(JsonNamingPolicy.CamelCase.ConvertName);
}
