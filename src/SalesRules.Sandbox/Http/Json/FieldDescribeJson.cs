using System.Text.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>A field in describe: every key of the real reply, in alphabetic order.</summary>
internal static class FieldDescribeJson
{
    public static void Write(Utf8JsonWriter writer, SObjectField field)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("aggregatable", field.Aggregatable);
        writer.WriteBoolean("aiPredictionField", false);
        writer.WriteBoolean("autoNumber", field.AutoNumber);
        writer.WriteNumber("byteLength", field.Type.IsId() ? field.Length : field.Length * 3);
        writer.WriteBoolean("calculated", field.Calculated);
        writer.WriteString("calculatedFormula", field.Formula?.Text);
        writer.WriteBoolean("cascadeDelete", field.CascadeDelete);
        writer.WriteBoolean("caseSensitive", field.CaseSensitive);
        writer.WriteString("compoundFieldName", field.CompoundFieldName);
        writer.WriteNull("controllerName");
        writer.WriteBoolean("createable", field.Createable);
        writer.WriteBoolean("custom", field.Custom);
        writer.WritePropertyName("defaultValue");
        RecordJson.WriteValue(writer, field.DefaultValue, field.Type);
        writer.WriteNull("defaultValueFormula");
        writer.WriteBoolean("defaultedOnCreate", field.DefaultedOnCreate);
        writer.WriteBoolean("dependentPicklist", false);
        writer.WriteBoolean("deprecatedAndHidden", false);
        writer.WriteNumber("digits", field.Type == FieldType.Int ? 8 : 0);
        writer.WriteBoolean("displayLocationInDecimal", false);
        writer.WriteBoolean("encrypted", false);
        writer.WriteBoolean("externalId", field.ExternalId);
        writer.WriteString("extraTypeInfo", field.ExtraTypeInfo);
        writer.WriteBoolean("filterable", field.Filterable);
        writer.WriteNull("filteredLookupInfo");
        writer.WriteBoolean("formulaTreatNullNumberAsZero", field.Formula?.BlanksAsZero ?? false);
        writer.WriteBoolean("groupable", field.Groupable);
        writer.WriteBoolean("highScaleNumber", false);
        writer.WriteBoolean("htmlFormatted", field.HtmlFormatted);
        writer.WriteBoolean("idLookup", field.IdLookup);
        writer.WriteString("inlineHelpText", field.InlineHelpText);
        WriteRest(writer, field);
        writer.WriteEndObject();
    }

    private static void WriteRest(Utf8JsonWriter writer, SObjectField field)
    {
        writer.WriteString("label", field.Label);
        writer.WriteNumber("length", field.Length);
        writer.WriteNull("mask");
        writer.WriteNull("maskType");
        writer.WriteString("name", field.Name);
        writer.WriteBoolean("nameField", field.NameField);
        writer.WriteBoolean("namePointing", field.NamePointing);
        writer.WriteBoolean("nillable", field.Nillable);
        writer.WriteBoolean("permissionable", field.Permissionable);
        WritePicklist(writer, field);
        writer.WriteBoolean("polymorphicForeignKey", field.ReferenceTo.Count > 1);
        writer.WriteNumber("precision", field.Precision);
        writer.WriteBoolean("queryByDistance", false);
        writer.WriteNull("referenceTargetField");
        writer.WriteStrings("referenceTo", field.ReferenceTo);
        writer.WriteString("relationshipName", field.RelationshipName);
        if (field.RelationshipOrder is { } order)
            writer.WriteNumber("relationshipOrder", order);
        else
            writer.WriteNull("relationshipOrder");
        writer.WriteBoolean("restrictedDelete", field.RestrictedDelete);
        writer.WriteBoolean("restrictedPicklist", field.RestrictedPicklist);
        writer.WriteNumber("scale", field.Scale);
        writer.WriteBoolean("searchPrefilterable", field.SearchPrefilterable);
        writer.WriteString("soapType", field.Type.SoapType());
        writer.WriteBoolean("sortable", field.Sortable);
        writer.WriteString("type", field.Type.WireName());
        writer.WriteBoolean("unique", field.Unique);
        writer.WriteBoolean("updateable", field.Updateable);
        writer.WriteBoolean("writeRequiresMasterRead", field.WriteRequiresMasterRead);
    }

    private static void WritePicklist(Utf8JsonWriter writer, SObjectField field)
    {
        writer.WriteStartArray("picklistValues");
        foreach (var value in field.PicklistValues)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("active", value.Active);
            writer.WriteBoolean("defaultValue", value.DefaultValue);
            writer.WriteString("label", value.Label);
            writer.WriteNull("validFor");
            writer.WriteString("value", value.Value);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
