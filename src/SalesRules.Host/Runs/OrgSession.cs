using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>The org that a run works on, and which of the catalogue's fields can be read there.</summary>
/// <param name="Fields">The org's API names to select.</param>
internal sealed record OrgSession(OrgIdentity Identity, IReadOnlyList<string> Fields)
{
    public string Id => Identity.OrganizationId.Value;
}

/// <summary>Signs in and compares the field map with what our user sees, before anything is decided.</summary>
internal sealed class OrgSessions(SalesforceConnection connection, DescribeReader describe)
{
    /// <exception cref="MissingFieldsException">A field that the map names does not exist or is hidden from our user.</exception>
    public async Task<OrgSession> OpenAsync(FieldMap fields, CancellationToken cancellationToken)
    {
        var identity = await connection.IdentityAsync(cancellationToken);
        var selection = OpportunityFieldSelection.For(fields, await describe.ReadAsync("Opportunity", cancellationToken));
        if (selection.Missing.Count > 0)
            throw new MissingFieldsException([.. selection.Missing.Select(field => fields.NameOf(field)!)]);
        return new OrgSession(identity, selection.Names);
    }
}
