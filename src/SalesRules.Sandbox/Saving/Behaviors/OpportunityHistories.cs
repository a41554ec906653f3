using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Writes OpportunityHistory (state after each change of the forecast fields) and OpportunityFieldHistory (tracked fields).</summary>
internal static class OpportunityHistories
{
    private static readonly string[] Watched = ["StageName", "Amount", "Probability", "CloseDate", "ForecastCategory"];

    public static void Write(RecordDraft draft, Record saved, OrgTransaction transaction)
    {
        if (draft.IsNew || Watched.Any(draft.Changed))
            PointAt(AddSnapshot(draft, saved, transaction), draft, saved, transaction);
        if (draft.IsNew)
            AddChange(saved, "created", null, null, null, transaction);
        else
            foreach (var field in transaction.Org.TrackedOpportunityFields.Where(draft.Changed))
                AddChanges(draft, saved, draft.Type.FindStored(field)!, transaction);
    }

    private static string AddSnapshot(RecordDraft draft, Record saved, OrgTransaction transaction) =>
        transaction.Load("OpportunityHistory", new Dictionary<string, object?>
        {
            ["OpportunityId"] = saved.Id,
            ["StageName"] = saved["StageName"],
            ["Amount"] = saved["Amount"],
            ["ExpectedRevenue"] = saved["ExpectedRevenue"],
            ["CloseDate"] = saved["CloseDate"],
            ["Probability"] = saved["Probability"],
            ["ForecastCategory"] = saved["ForecastCategory"],
            ["PrevAmount"] = draft.Before("Amount"),
            ["PrevCloseDate"] = draft.Before("CloseDate"),
        });

    // The opportunity points at the snapshots of its last amount and date changes.
    private static void PointAt(string snapshotId, RecordDraft draft, Record saved, OrgTransaction transaction)
    {
        if (draft.IsNew)
            return;
        if (draft.Changed("Amount"))
            draft["LastAmountChangedHistoryId"] = snapshotId;
        if (draft.Changed("CloseDate"))
            draft["LastCloseDateChangedHistoryId"] = snapshotId;
        if (draft.Changed("LastAmountChangedHistoryId") || draft.Changed("LastCloseDateChangedHistoryId"))
            transaction.Store.Put(draft.ToRecord());
    }

    private static void AddChanges(RecordDraft draft, Record saved, SObjectField field, OrgTransaction transaction)
    {
        var (before, after) = (draft.Before(field.Name), draft[field]);
        switch (field.Type)
        {
            // A lookup leaves two rows: the names for people, the ids for programs.
            case FieldType.Reference:
                AddChange(saved, field.Name, "Text", NameOf(before, transaction), NameOf(after, transaction), transaction);
                AddChange(saved, field.Name, "EntityId", before, after, transaction);
                break;
            // Long texts and multi-selects are tracked without their values.
            case FieldType.TextArea or FieldType.MultiPicklist:
                AddChange(saved, field.Name, DataTypeOf(field), null, null, transaction);
                break;
            default:
                AddChange(saved, field.Name, DataTypeOf(field), before, after, transaction);
                break;
        }
    }

    private static void AddChange(Record saved, string field, string? dataType, object? before, object? after, OrgTransaction transaction) =>
        transaction.Load("OpportunityFieldHistory", new Dictionary<string, object?>
        {
            ["OpportunityId"] = saved.Id,
            ["Field"] = field,
            ["DataType"] = dataType ?? "Text",
            ["OldValue"] = before,
            ["NewValue"] = after,
        });

    private static object? NameOf(object? id, OrgTransaction transaction) =>
        id is string text && transaction.Store.Schema.FindByKeyPrefix(text[..3]) is { NameField: { } name } type
            ? transaction.Store[type].Find(text)?[name]
            : null;

    private static string DataTypeOf(SObjectField field) => field.Type switch
    {
        FieldType.Currency => "Currency",
        FieldType.Percent => "Percent",
        FieldType.Double or FieldType.Int => "Double",
        FieldType.Date => "DateOnly",
        FieldType.DateTime => "DateTime",
        FieldType.Boolean => "Boolean",
        FieldType.Picklist => "DynamicEnum",
        FieldType.MultiPicklist => "MultiEnum",
        FieldType.TextArea => "StringPlusClob",
        _ => "Text",
    };
}
