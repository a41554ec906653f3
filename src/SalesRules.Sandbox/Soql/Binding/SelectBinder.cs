using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Results;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

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
            case SelectExpression { Expression: CallExpression call } function:
                BindCall(call, function.Alias);
                break;
            case SelectExpression { Alias: not null }:
                throw context.Source.Malformed(item.Position, "only aggregate expressions use field aliasing");
            case SelectExpression { Expression: PathExpression path }:
                AddField(scope.Resolve(path));
                break;
            case SelectSubquery subquery:
                BindChildren(subquery.Query);
                break;
            case SelectTypeof choice:
                shape.Add(BindTypeof(choice));
                break;
        }
    }

    private void AddField(FieldPath path)
    {
        RequireNew(path.Name);
        shape.Add(path);
    }

    private void RequireNew(string name)
    {
        if (!selected.Add(name))
            throw new SoqlException(SoqlErrorCodes.InvalidField, $"duplicate field selected: {name}");
    }

    private void BindCall(CallExpression call, string? alias)
    {
        if (call.Is("FIELDS") && call.Arguments is [PathExpression set] && alias is null)
            AddFields(set);
        else
            AddFunction(call, alias);
    }

    // Under its alias, or else where the field itself would stand, which may be in a parent.
    private void AddFunction(CallExpression call, string? alias)
    {
        var path = scope.Resolve(FieldOf(call));
        var function = Apply(call, (alias is null ? path with { Parents = [] } : path).ToOperand());
        RequireNew(alias ?? path.Name);
        shape.Add(
            alias is null ? path.Parents : [],
            new FieldEntry(alias ?? path.Field.Name, function.Type, function.Read) { Definition = path.Field.Definition });
    }

    private PathExpression FieldOf(CallExpression call) => call.Arguments switch
    {
        [PathExpression path] => path,
        [CallExpression inner] => FieldOf(inner),
        _ => throw Unexpected(call),
    };

    private Operand<Record> Apply(Expression expression, Operand<Record> field) => expression is CallExpression { Arguments: [var argument] } call
        ? ValueFunctions.Find(call.Function, Apply(argument, field)) ?? throw Unexpected(call)
        : field;

    private SoqlException Unexpected(CallExpression call) => context.Source.Malformed(call.Position, $"unexpected token: '{call.Function}'");

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
