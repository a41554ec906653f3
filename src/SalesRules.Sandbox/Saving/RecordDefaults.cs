using System.Globalization;
using System.Text.RegularExpressions;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>What the platform fills in: id, checkboxes, default values, owner, numbering and audit fields.</summary>
internal static partial class RecordDefaults
{
    /// <summary>Completes a new record; what a migration has given stays.</summary>
    public static void Fill(RecordDraft draft, OrgTransaction transaction)
    {
        if (!draft.IsNew)
            return;
        foreach (var field in draft.Type.AllFields)
            if (draft[field] is null && !draft.IsSent(field))
                draft[field] = DefaultOf(field, draft.Type, transaction);
        Derive(draft, "CreatedDate", transaction.Stamp);
        Derive(draft, "CreatedById", transaction.UserId);
        Derive(draft, "LastModifiedDate", Value(draft, "CreatedDate") ?? transaction.Stamp);
        Derive(draft, "LastModifiedById", Value(draft, "CreatedById") ?? transaction.UserId);
        Derive(draft, "SystemModstamp", Value(draft, "LastModifiedDate") ?? Value(draft, "CreatedDate") ?? transaction.Stamp);
    }

    /// <summary>Marks a changed record with the transaction's second and user.</summary>
    public static void StampChange(RecordDraft draft, OrgTransaction transaction)
    {
        Set(draft, "LastModifiedDate", transaction.Stamp);
        Set(draft, "LastModifiedById", transaction.UserId);
        Set(draft, "SystemModstamp", transaction.Stamp);
    }

    private static object? DefaultOf(SObjectField field, SObjectType type, OrgTransaction transaction) => field switch
    {
        { Type: FieldType.Id } => RecordId.Create(type.KeyPrefix, transaction.Store.NextNumber(type.Name)),
        { Type: FieldType.Boolean } => field.DefaultValue,
        { AutoNumberFormat: { } format } => Number(format, transaction.Store.NextNumber($"{type.Name}.{field.Name}")),
        { Name: "OwnerId" } => transaction.UserId,
        { Type: FieldType.Picklist } => field.PicklistValues.FirstOrDefault(value => value.DefaultValue)?.Value,
        _ => null,
    };

    // MS-{000000} and 42 give MS-000042.
    private static string Number(string format, long number) => Placeholder().Replace(
        format, match => number.ToString(CultureInfo.InvariantCulture).PadLeft(match.Length - 2, '0'));

    private static bool Has(RecordDraft draft, string field) => draft.Type.FindStored(field) is not null;

    private static object? Value(RecordDraft draft, string field) => Has(draft, field) ? draft[field] : null;

    private static void Derive(RecordDraft draft, string field, object? value)
    {
        if (Has(draft, field))
            draft.Derive(field, value);
    }

    private static void Set(RecordDraft draft, string field, object value)
    {
        if (Has(draft, field))
            draft[field] = value;
    }

    [GeneratedRegex(@"\{0+\}")]
    private static partial Regex Placeholder();
}
