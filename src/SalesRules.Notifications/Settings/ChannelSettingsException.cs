namespace SalesRules.Notifications.Settings;

/// <summary>The sections <c>Channels</c> and <c>Recipients</c> cannot be used. Everything that is wrong is listed, one sentence each.</summary>
public sealed class ChannelSettingsException(IReadOnlyList<string> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
