using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Results;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Binds the SELECT list of a query that returns records.</summary>
internal sealed class SelectBinder(BindingContext context, EntityScope scope, Query query)
{
    private readonly RecordShape shape = new();
    private readonly HashSet<string> selected = new(StringComparer.OrdinalIgnoreCase);

    public RecordShape Bind()
    {
        foreach (var item in query.Select)
            Bind(item);
        return shape;
    }

    private void Bind(SelectItem item)
    {
        switch (item)
        {
            case SelectExpression { Alias: not null }:
                throw context.Source.Malformed(item.Position, "only aggregate expressions use field aliasing");
            case SelectExpression { Expression: PathExpression path }:
                AddField(scope.Resolve(path));
                break;
            case SelectExpression { Expression: CallExpression call }:
                BindCall(call);
                break;
            case SelectSubquery subquery:
                BindChildren(subquery.Query);
                break;
            case SelectTypeof choice:
                shape.Add(BindTypeof(choice));
                break;
        }
    }

    private void AddField(FieldPath path, Func<object, object?>? convert = null)
    {
        if (!selected.Add(path.Name))
            throw new SoqlException(SoqlErrorCodes.InvalidField, $"duplicate field selected: {path.Name}");
        shape.Add(path, convert);
    }

    private void BindCall(CallExpression call)
    {
        if (call is not { Arguments: [PathExpression argument] })
            throw context.Source.Malformed(call.Position, $"unexpected token: '{call.Function}'");
        if (call.Is("FIELDS"))
            AddFields(argument);
        else if (call.Is("toLabel"))
            AddLabel(scope.Resolve(argument));
        else
            throw context.Source.Malformed(call.Position, $"unexpected token: '{call.Function}'");
    }

    private void AddFields(PathExpression set)
    {
        var fields = set.ToString().ToUpperInvariant() switch
        {
            "ALL" => scope.Entity.Fields,
            "STANDARD" => scope.Entity.Fields.Where(field => !field.Definition.Custom),
            "CUSTOM" => scope.Entity.Fields.Where(field => field.Definition.Custom),
            _ => throw context.Source.Malformed(set.Position, $"unexpected token: '{set}'"),
        };
        // What an administrator can extend at any time is only offered for a few rows.
        if (!set.Parts[0].Equals("STANDARD", StringComparison.OrdinalIgnoreCase) && query.Limit is not <= 200)
            throw new SoqlException(SoqlErrorCodes.MalformedQuery, "The SOQL FIELDS function must have a LIMIT of at most 200");
        foreach (var field in fields)
            AddField(new FieldPath([], field));
    }

    private void AddLabel(FieldPath path)
    {
        var values = path.Field.Definition.PicklistValues;
        AddField(path, value => values.FirstOrDefault(entry => entry.Value.Equals(value))?.Label ?? value);
    }

    private void BindChildren(Query children)
    {
        var relationship = scope.Entity.Type.FindChildRelationship(children.From.Parts[^1])
            ?? throw EntityScope.NoSuchChildren(context.Source, children.From);
        if (AggregateBinder.IsAggregate(children))
            throw context.Source.Malformed(children.Select[0].Position, "Aggregate functions are not supported in child relationship queries");
        var inner = new EntityScope(new ObjectEntity(relationship.Child, context.Store), children.Alias, context.Source);
        var rows = new RowQueryBinder(context, inner).Bind(children);
        var fields = new SelectBinder(context, inner, children).Bind();
        shape.Add(new ChildrenEntry(relationship.Name!, relationship.Field, new RecordQuery(rows, fields)));
    }

    private TypeofEntry BindTypeof(SelectTypeof choice)
    {
        if (scope.ResolveParents(choice.Relationship) is not [var lookup])
            throw context.Source.Malformed(choice.Relationship.Position, "TYPEOF takes a relationship of the queried object itself");
        var branches = choice.Branches.Where(branch => branch.ObjectName is not null)
            .Select(branch => (Type: BranchType(branch, lookup), branch.Fields))
            .ToDictionary(branch => branch.Type.Name, branch => Shape(new ObjectEntity(branch.Type, context.Store), branch.Fields));
        var otherwise = choice.Branches.FirstOrDefault(branch => branch.ObjectName is null);
        return new TypeofEntry(lookup, branches, otherwise is null ? null : NameShape(lookup.Target, otherwise.Fields));
    }

    private SObjectType BranchType(TypeofBranch branch, ParentLookup lookup) =>
        lookup.TargetNames.Contains(branch.ObjectName!, StringComparer.OrdinalIgnoreCase) && context.Store.Schema.Find(branch.ObjectName!) is { } type
            ? type
            : throw context.Source.Error(
                SoqlErrorCodes.InvalidType, branch.Position, $"Entity '{branch.ObjectName}' is not allowed as type of relationship '{lookup.Name}'");

    private RecordShape Shape(ObjectEntity entity, IEnumerable<PathExpression> fields)
    {
        var inner = new EntityScope(entity, null, context.Source);
        var result = new RecordShape();
        foreach (var field in fields)
            result.Add(inner.Resolve(field));
        return result;
    }

    private RecordShape NameShape(Entity target, IEnumerable<PathExpression> fields)
    {
        var result = new RecordShape();
        foreach (var field in fields)
            result.Add(new FieldPath([], target.FindField(field.ToString()) ?? throw scope.NoSuchColumn(field, target)));
        return result;
    }
}
