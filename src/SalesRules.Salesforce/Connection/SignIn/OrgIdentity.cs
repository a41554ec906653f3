using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Connection.SignIn;

/// <summary>Which org this is and as whom we are signed in. Journal rows and watermarks belong to the organization's id.</summary>
/// <param name="OrganizationId">The org's id.</param>
/// <param name="UserId">The id of the user we act as.</param>
/// <param name="InstanceUrl">Where the org's API and its record pages live.</param>
public sealed record OrgIdentity(SalesforceId OrganizationId, SalesforceId UserId, Uri InstanceUrl);
