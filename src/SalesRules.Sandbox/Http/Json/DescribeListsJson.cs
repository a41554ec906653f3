using System.Text.Json;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Http.Json;

/// <summary>The lists within a describe, apart from the fields.</summary>
internal static class DescribeListsJson
{
    /// <summary>Who points here, with the names that subqueries use.</summary>
    public static void WriteChildren(Utf8JsonWriter writer, SObjectType type)
    {
        writer.WriteStartArray("childRelationships");
        foreach (var child in type.ChildRelationships.Where(child => child.Child.FindField(child.Field.Name) is not null))
        {
            writer.WriteStartObject();
            writer.WriteBoolean("cascadeDelete", child.Field.CascadeDelete);
            writer.WriteString("childSObject", child.Child.Name);
            writer.WriteBoolean("deprecatedAndHidden", false);
            writer.WriteString("field", child.Field.Name);
            writer.WriteStrings("junctionIdListNames", []);
            writer.WriteStrings("junctionReferenceTo", []);
            writer.WriteString("relationshipName", child.Name);
            writer.WriteBoolean("restrictedDelete", child.Field.RestrictedDelete);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>The record types, of which the sandbox org has only the master.</summary>
    public static void WriteRecordTypes(Utf8JsonWriter writer, SObjectType type, string path)
    {
        writer.WriteStartArray("recordTypeInfos");
        foreach (var recordType in type.Traits.RecordTypes)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("active", true);
            writer.WriteBoolean("available", true);
            writer.WriteBoolean("defaultRecordTypeMapping", true);
            writer.WriteString("developerName", recordType.DeveloperName);
            writer.WriteBoolean("master", recordType.Master);
            writer.WriteString("name", recordType.Name);
            writer.WriteString("recordTypeId", recordType.Id);
            writer.WriteMap("urls", [("layout", $"{path}/describe/layouts/{recordType.Id}")]);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    /// <summary>The filter scopes.</summary>
    public static void WriteScopes(Utf8JsonWriter writer, SObjectType type)
    {
        writer.WriteStartArray("supportedScopes");
        foreach (var (name, label) in type.Traits.SupportedScopes)
        {
            writer.WriteStartObject();
            writer.WriteString("label", label);
            writer.WriteString("name", name);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
