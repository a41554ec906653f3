namespace SalesRules.Notifications.Settings;

/// <summary>The section <c>Channels</c> cannot be used. Everything that is wrong is listed, one sentence each.</summary>
public sealed class ChannelSettingsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
