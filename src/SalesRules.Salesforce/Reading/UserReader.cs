using System.Runtime.CompilerServices;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads users. Their changes do not stamp the opportunities they own, so they are read on their own.</summary>
public sealed class UserReader
{
    private const string User = "User";

    private readonly KeysetReader reader;

    internal UserReader(KeysetReader reader) => this.reader = reader;

    /// <summary>All users, inactive ones too: they may own deals.</summary>
    public async IAsyncEnumerable<SalesforceUser> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in reader.ReadAsync(new SoqlQuery(User, SalesforceUser.Fields), Keyset.ById, cancellationToken))
            yield return record.As(User, SalesforceUser.From);
    }

    /// <summary>The users of these ids that exist.</summary>
    public async IAsyncEnumerable<SalesforceUser> ReadByIdsAsync(
        IEnumerable<SalesforceId> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(User, SalesforceUser.Fields);
        foreach (var part in QueryLength.Split(ids.Distinct().Select(SoqlLiteral.Of), query, "Id"))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record.As(User, SalesforceUser.From);
        }
    }
}
