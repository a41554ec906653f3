using System.Runtime.CompilerServices;
using SalesRules.Rules;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Reads users. Their changes do not stamp the opportunities they own, so they are read on their own.</summary>
public sealed class UserReader
{
    private const string ObjectName = "User";

    private readonly KeysetReader reader;

    internal UserReader(KeysetReader reader) => this.reader = reader;

    /// <summary>All users, inactive ones too: they may own deals.</summary>
    public async IAsyncEnumerable<SalesforceUser> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var record in reader.ReadAsync(new SoqlQuery(ObjectName, SalesforceUser.Fields), Keyset.ById, cancellationToken))
            yield return record.As(ObjectName, SalesforceUser.From);
    }

    /// <summary>All users, by id, with their managers.</summary>
    public async Task<UserDirectory> ReadDirectoryAsync(CancellationToken cancellationToken = default)
    {
        var all = new List<User>();
        await foreach (var user in ReadAsync(cancellationToken))
            all.Add(user.ToUser());
        return new UserDirectory(all);
    }

    /// <summary>The users of these ids that exist.</summary>
    public async IAsyncEnumerable<SalesforceUser> ReadByIdsAsync(
        IEnumerable<SalesforceId> ids, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var query = new SoqlQuery(ObjectName, SalesforceUser.Fields);
        foreach (var part in QueryLength.Split(ids.Distinct().Select(SoqlLiteral.Of), query, "Id"))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record.As(ObjectName, SalesforceUser.From);
        }
    }
}
