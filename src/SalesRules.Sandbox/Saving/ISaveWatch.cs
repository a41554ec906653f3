using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>Whoever may interfere with the saves of an org; it is asked while the store is locked.</summary>
internal interface ISaveWatch
{
    /// <summary>The stamp of a transaction that starts now.</summary>
    DateTimeOffset StampFor(DateTimeOffset now);

    /// <summary>Why a row is not to be saved; null lets it pass.</summary>
    /// <param name="type">The row's object.</param>
    /// <param name="before">What stands there; null for a new row.</param>
    /// <param name="sent">The values sent; null for a delete.</param>
    SaveError? Refuse(SObjectType type, Record? before, IReadOnlyDictionary<string, object?>? sent);

    /// <summary>Hears of a row that was inserted or updated and may go on with it in the same transaction; an error takes the save back.</summary>
    SaveError? Follow(OrgTransaction transaction, SObjectType type, string id, Record? before);
}
