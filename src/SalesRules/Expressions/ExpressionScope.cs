using SalesRules.Policies;
using SalesRules.Policies.Reading;
using SalesRules.Snapshots;

namespace SalesRules.Expressions;

/// <summary>What the names in an expression mean under one policy: the org's names of fields, else the catalogue's; and the policy's stages.</summary>
public sealed class ExpressionScope(FieldMap fields, StageMap stages)
{
    /// <summary>They change with every write of ours: a rule that read them would go by its own answer, and no run would be the last.</summary>
    private static readonly string[] Stamps = ["LastModifiedDate", "SystemModstamp"];

    internal StageMap Stages => stages;

    /// <summary>The field of that name; null, with the reason, for one that is none or that no rule may read.</summary>
    internal OpportunityField? Find(string name, out string refusal)
    {
        refusal = "";
        var field = fields.Find(name) ?? OpportunityFields.Find(name);
        if (field is null)
            refusal = $"there is no field {Wording.Quoted(name)}{Wording.DidYouMean(name, Names())}";
        else if (field.Access == FieldAccess.Owned)
            refusal = $"{name} is written by the service: a rule that read it would go by its own answer";
        else if (Stamps.Contains(field.ApiName))
            refusal = $"{name} changes whenever the service writes: a rule that read it would go by its own answer; LastActivityDate and LastStageChangeDate do not";
        return refusal.Length == 0 ? field : null;
    }

    private IEnumerable<string> Names() => fields.Fields.Where(IsReadable).Select(field => fields.NameOf(field)!)
        .Concat(OpportunityFields.All.Where(IsReadable).Select(field => field.ApiName));

    private static bool IsReadable(OpportunityField field) => field.Access != FieldAccess.Owned && !Stamps.Contains(field.ApiName);
}
