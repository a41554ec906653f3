using SalesRules.Journal.Database;

namespace SalesRules.Journal.Messages;

/// <summary>A row of alerts, as far as those need it who tell people.</summary>
internal sealed record RaisedAlertRow
{
    public string AlertKey { get; init; } = "";

    public string? RunId { get; init; }

    public string Content { get; init; } = "";

    public string RaisedAt { get; init; } = "";

    public string? RoutedAt { get; init; }

    public RaisedAlert ToAlert() => new(
        AlertKey, RunId is null ? null : Runs.RunId.Parse(RunId), Content, Stored.Instant(RaisedAt), Stored.InstantOrNull(RoutedAt));
}
