using Microsoft.Extensions.Configuration;

namespace SalesRules.Notifications.Recipients;

/// <summary>The section <c>Recipients</c> as read: the people who can be told, and everything that is wrong with the others.</summary>
internal sealed record RecipientReading(IReadOnlyList<RecipientProfile> Profiles, IReadOnlyList<string> Problems)
{
    private static readonly string[] Keys = [.. typeof(RecipientOptions).GetProperties().Select(property => property.Name)];

    /// <param name="channels">The names of the section <c>Channels</c>.</param>
    public static RecipientReading Of(IConfiguration configuration, IReadOnlyList<string> channels)
    {
        List<RecipientProfile> profiles = [];
        List<string> problems = [];
        foreach (var section in configuration.GetSection(RecipientOptions.Section).GetChildren())
        {
            problems.AddRange(section.GetChildren().Where(child => !Keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => $"{child.Path} is no setting of a recipient: expected one of {string.Join(", ", Keys)}."));
            var before = problems.Count;
            var profile = new ProfileReading(section.Key, section.Get<RecipientOptions>() ?? new RecipientOptions(), channels, problems).Read();
            if (problems.Count == before)
                profiles.Add(profile!);
        }

        problems.AddRange(profiles.Where(profile => profile.User is not null).GroupBy(profile => profile.User![..15], StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => $"{RecipientOptions.Section}: {string.Join(" and ", same.Select(profile => profile.Name))} name the same User: expected one recipient a user."));
        return new(profiles, problems);
    }
}
