using System.Globalization;
using System.Text;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Notifications.Feedback;

namespace SalesRules.Host.Feedback;

/// <summary>Where links lead, what they are signed with and how long they are taken.</summary>
/// <param name="Secrets">The first signs; the others are still read.</param>
internal sealed record FeedbackSettings(Uri Page, IReadOnlyList<byte[]> Secrets, int Days)
{
    private const int DefaultDays = 30;
    private const int MostDays = 365;

    /// <summary>Null: there are to be no links.</summary>
    /// <exception cref="CommandException">Lists everything that is wrong, by key.</exception>
    public static FeedbackSettings? Of(IConfiguration settings)
    {
        var options = settings.Section<FeedbackOptions>(FeedbackOptions.Section);
        if (typeof(FeedbackOptions).GetProperties().All(property => string.IsNullOrWhiteSpace((string?)property.GetValue(options))))
            return null;
        var problems = new List<string>();
        var (page, days) = (PageOf(options.PublicUrl, problems), DaysOf(options.Days, problems));
        var secret = Secret(nameof(options.Secret), options.Secret, options.SecretFile, problems);
        var previous = Secret(nameof(options.PreviousSecret), options.PreviousSecret, options.PreviousSecretFile, problems);
        if (secret is null && problems.Count == 0)
            problems.Add(Problem(nameof(options.Secret), "is missing: set it, or SecretFile, to 32 random characters or more, such as the output of: openssl rand -hex 32"));
        return problems.Count == 0
            ? new FeedbackSettings(page!, previous is null ? [secret!] : [secret!, previous], days)
            : throw CommandException.WrongInput(string.Join(Environment.NewLine, problems));
    }

    /// <summary>Shows no secret.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Page}, {Days} days");

    private static Uri? PageOf(string? url, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(url))
            problems.Add(Problem(nameof(FeedbackOptions.PublicUrl), "is missing: set it to where people reach this worker's health page, such as https://rules.example.com, or remove the section"));
        else if (!Uri.TryCreate(url.Trim().TrimEnd('/') + "/feedback", UriKind.Absolute, out var page) || page.Query.Length > 0 || page.UserInfo.Length > 0
            || (page.Scheme != Uri.UriSchemeHttps && !(page.Scheme == Uri.UriSchemeHttp && page.IsLoopback)))
            problems.Add(Problem(nameof(FeedbackOptions.PublicUrl), "is not usable: expected an address that starts with https:// (http:// only for this machine), without query or user"));
        else
            return page;
        return null;
    }

    private static int DaysOf(string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return DefaultDays;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= MostDays)
            return days;
        problems.Add(Problem(nameof(FeedbackOptions.Days), $"is not usable: expected 1 to {MostDays}"));
        return DefaultDays;
    }

    private static byte[]? Secret(string key, string? value, string? file, List<string> problems)
    {
        if (!string.IsNullOrWhiteSpace(value) && !string.IsNullOrWhiteSpace(file))
            problems.Add(Problem(key, $"is set beside {key}File: set one of the two"));
        else if ((string.IsNullOrWhiteSpace(file) ? value?.Trim() : Content(key, file, problems)) is not { Length: > 0 } secret)
            return null;
        else if (Encoding.UTF8.GetBytes(secret) is { Length: >= SignedLinks.ShortestSecret } bytes)
            return bytes;
        else
            problems.Add(Problem(key, "is too short: expected 32 random characters or more, such as the output of: openssl rand -hex 32"));
        return null;
    }

    private static string? Content(string key, string file, List<string> problems)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The path is not quoted: the secret itself may have been put in its place.
            problems.Add(Problem($"{key}File", "names a file that cannot be read: expected the path of a file that holds only the value"));
            return null;
        }
    }

    private static string Problem(string key, string what) => $"{FeedbackOptions.Section}:{key} {what}.";
}
