namespace SalesRules.Host.Alerts;

/// <summary>Somebody who is told of an alert.</summary>
/// <param name="Name">Of the settings, or a user's id.</param>
/// <param name="Profile">The recipient of the settings whose channels and hours are used.</param>
/// <param name="Address">Their mail address, where the profile is for many people.</param>
internal sealed record Addressee(string Name, string Profile, string? Address);
