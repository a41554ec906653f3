using System.Text.Json;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>A user: owner, manager, or someone who is alerted.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Null where our user may not see it.</param>
/// <param name="IsActive">An inactive user can own deals but no new tasks.</param>
/// <param name="ManagerId">Null for who has no manager.</param>
/// <param name="RoleName">The role in the org's hierarchy; null for none.</param>
public sealed record SalesforceUser(SalesforceId Id, string Name, string? Email, bool IsActive, SalesforceId? ManagerId, string? RoleName)
{
    internal static IReadOnlyList<string> Fields { get; } = ["Id", "Name", "Email", "IsActive", "ManagerId", "UserRole.Name"];

    /// <summary>What the rules need of it.</summary>
    public User ToUser() => new(Id, Name, IsActive, ManagerId, RoleName, Email);

    internal static SalesforceUser From(JsonElement record) => new(
        record.Id("Id")!.Value,
        record.Text("Name") ?? "",
        record.Text("Email"),
        record.Flag("IsActive") ?? false,
        record.Id("ManagerId"),
        record.Parent("UserRole")?.Text("Name"));
}
