using SalesRules.Journal.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>What `alerts list` shows.</summary>
/// <param name="Others">Messages that tell no alert, such as pre-reads.</param>
internal sealed record AlertListing(IReadOnlyList<ListedAlert> Alerts, IReadOnlyList<OutgoingMessage> Others)
{
    /// <summary>Roles of the policy's routes that nobody in the settings fills.</summary>
    public IReadOnlyList<string> Unfilled { get; init; } = [];
}
