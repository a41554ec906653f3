namespace SalesRules.Notifications.Messages;

/// <summary>Blocks that belong together.</summary>
/// <param name="Heading">Null: none.</param>
public sealed record Section(string? Heading, params IReadOnlyList<Block> Blocks);
