namespace SalesRules.Journal.Messages;

/// <summary>An alert with the messages that tell it; none: it is not routed yet, or nobody is told.</summary>
public sealed record ListedAlert(RaisedAlert Alert, IReadOnlyList<OutgoingMessage> Messages);
