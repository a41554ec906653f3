using System.Globalization;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Settings;

namespace SalesRules.Notifications.Recipients;

/// <summary>Reads one recipient. Null, and a problem for each thing that is wrong, where the settings cannot be used.</summary>
internal sealed class ProfileReading(string name, RecipientOptions options, IReadOnlyList<string> channels, List<string> problems)
{
    public RecipientProfile? Read()
    {
        var routes = Routes();
        var mostFailures = ChannelValues.Text(options.MostFailures) is null ? 5 : Whole(options.MostFailures!);
        var quiet = new QuietReading(options, Wrong).Read();
        var atAnyTime = IsTrue();
        var user = User();
        return routes.Count > 0 && mostFailures > 0
            ? new(name, new DeliveryPlan(new Escalation([.. routes.Keys], mostFailures), Backoff.Default, quiet), routes, atAnyTime) { User = user }
            : null;
    }

    private void Wrong(string key, string problem) => problems.Add($"{RecipientOptions.Section}:{name}:{key} {problem}.");

    private OrderedDictionary<string, string?> Routes()
    {
        var routes = new OrderedDictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in options.Channels)
        {
            var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
            if (channels.FirstOrDefault(channel => channel.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) is not { } channel)
                Wrong(nameof(options.Channels), $"names '{parts[0]}', which is no channel: expected one of {string.Join(", ", channels)}");
            else if (!routes.TryAdd(channel, parts.Length == 2 && parts[1].Length > 0 ? parts[1] : null))
                Wrong(nameof(options.Channels), $"names '{channel}' twice: expected each channel once, in order");
        }

        if (options.Channels.Count == 0)
            Wrong(nameof(options.Channels), "is missing: expected the channels to reach them by, in order, such as [\"mail:ana@example.com\"]");
        return routes;
    }

    private string? User()
    {
        if (ChannelValues.Text(options.User) is not { } id)
            return null;
        if (id.Length is 15 or 18 && id.StartsWith("005", StringComparison.Ordinal) && id.All(char.IsAsciiLetterOrDigit))
            return id;
        Wrong(nameof(options.User), "is no user id: expected the 15 or 18 characters of a user of Salesforce, beginning with 005");
        return null;
    }

    private int Whole(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100)
            return number;
        Wrong(nameof(options.MostFailures), "is not usable: expected 1 to 100");
        return 0;
    }

    private bool IsTrue()
    {
        if (ChannelValues.Text(options.UrgentAtAnyTime) is not { } text)
            return false;
        if (!bool.TryParse(text, out var isTrue))
            Wrong(nameof(options.UrgentAtAnyTime), "is not known: expected true or false");
        return isTrue;
    }
}
