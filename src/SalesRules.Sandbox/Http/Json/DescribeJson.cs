using System.Text.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>Describe of an object, with all the keys of the real reply in their (mostly alphabetic) order.</summary>
internal sealed class DescribeJson(SObjectType type, ApiRequest request)
{
    private readonly SObjectTraits traits = type.Traits;
    private readonly string path = $"{request.BasePath}/sobjects/{type.Name}";

    /// <summary>The short form: an entry of describe global, and <c>objectDescribe</c>.</summary>
    public void WriteSummary(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("activateable", false);
        writer.WriteNull("associateEntityType");
        writer.WriteNull("associateParentEntity");
        writer.WriteBoolean("createable", traits.Createable);
        WriteCustom(writer);
        WriteDeletable(writer);
        writer.WriteBoolean("feedEnabled", traits.FeedEnabled);
        writer.WriteBoolean("hasSubtypes", false);
        writer.WriteBoolean("isInterface", false);
        writer.WriteBoolean("isSubtype", false);
        WriteLabels(writer);
        writer.WriteBoolean("layoutable", traits.Layoutable);
        writer.WriteBoolean("mergeable", traits.Mergeable);
        writer.WriteBoolean("mruEnabled", traits.MruEnabled);
        writer.WriteString("name", type.Name);
        writer.WriteBoolean("queryable", true);
        writer.WriteBoolean("replicateable", traits.Replicateable);
        writer.WriteBoolean("retrieveable", traits.Retrieveable);
        writer.WriteBoolean("searchable", traits.Searchable);
        WriteTriggers(writer);
        writer.WriteMap("urls", [("rowTemplate", $"{path}/{{ID}}"), ("describe", $"{path}/describe"), ("sobject", path)]);
        writer.WriteEndObject();
    }

    /// <summary>The whole describe.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStrings("actionOverrides", []);
        writer.WriteBoolean("activateable", false);
        writer.WriteNull("associateEntityType");
        writer.WriteNull("associateParentEntity");
        DescribeListsJson.WriteChildren(writer, type);
        writer.WriteBoolean("compactLayoutable", traits.CompactLayoutable);
        writer.WriteBoolean("createable", traits.Createable);
        WriteCustom(writer);
        writer.WriteNull("defaultImplementation");
        writer.WriteBoolean("deletable", traits.Deletable);
        writer.WriteBoolean("deprecatedAndHidden", false);
        writer.WriteNull("extendedBy");
        writer.WriteNull("extendsInterfaces");
        writer.WriteBoolean("feedEnabled", traits.FeedEnabled);
        WriteFields(writer);
        writer.WriteBoolean("hasSubtypes", false);
        writer.WriteNull("implementedBy");
        writer.WriteNull("implementsInterfaces");
        writer.WriteBoolean("isInterface", false);
        writer.WriteBoolean("isSubtype", false);
        WriteLabels(writer);
        writer.WriteBoolean("layoutable", traits.Layoutable);
        writer.WriteNull("listviewable");
        writer.WriteNull("lookupLayoutable");
        writer.WriteBoolean("mergeable", traits.Mergeable);
        writer.WriteBoolean("mruEnabled", traits.MruEnabled);
        writer.WriteString("name", type.Name);
        writer.WriteStrings("namedLayoutInfos", []);
        writer.WriteNull("networkScopeFieldName");
        writer.WriteBoolean("queryable", true);
        DescribeListsJson.WriteRecordTypes(writer, type, path);
        writer.WriteBoolean("replicateable", traits.Replicateable);
        writer.WriteBoolean("retrieveable", traits.Retrieveable);
        writer.WriteBoolean("searchLayoutable", traits.SearchLayoutable);
        writer.WriteBoolean("searchable", traits.Searchable);
        writer.WriteString("sobjectDescribeOption", "FULL");
        DescribeListsJson.WriteScopes(writer, type);
        WriteTriggers(writer);
        WriteUrls(writer);
        writer.WriteEndObject();
    }

    private void WriteCustom(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("custom", traits.Custom);
        writer.WriteBoolean("customSetting", false);
        writer.WriteBoolean("deepCloneable", traits.DeepCloneable);
    }

    private void WriteDeletable(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("deletable", traits.Deletable);
        writer.WriteBoolean("deprecatedAndHidden", false);
    }

    private void WriteLabels(Utf8JsonWriter writer)
    {
        writer.WriteString("keyPrefix", type.KeyPrefix);
        writer.WriteString("label", traits.Label);
        writer.WriteString("labelPlural", traits.LabelPlural);
    }

    private void WriteTriggers(Utf8JsonWriter writer)
    {
        writer.WriteBoolean("triggerable", traits.Triggerable);
        writer.WriteBoolean("undeletable", traits.Undeletable);
        writer.WriteBoolean("updateable", traits.Updateable);
    }

    private void WriteFields(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("fields");
        foreach (var field in type.Fields)
            FieldDescribeJson.Write(writer, field);
        writer.WriteEndArray();
    }

    private void WriteUrls(Utf8JsonWriter writer) => writer.WriteMap("urls",
    [
        ("compactLayouts", $"{path}/describe/compactLayouts"),
        ("rowTemplate", $"{path}/{{ID}}"),
        ("approvalLayouts", $"{path}/describe/approvalLayouts"),
        ("uiDetailTemplate", $"{request.Origin}/{{ID}}"),
        ("uiEditTemplate", $"{request.Origin}/{{ID}}/e"),
        ("listviews", $"{path}/listviews"),
        ("describe", $"{path}/describe"),
        ("uiNewRecord", $"{request.Origin}/{type.KeyPrefix}/e"),
        ("quickActions", $"{path}/quickActions"),
        ("layouts", $"{path}/describe/layouts"),
        ("sobject", path),
    ]);
}
