using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Soql.Entities;

/// <summary>Looks up the names of one FROM clause.</summary>
internal sealed class EntityScope(ObjectEntity entity, string? alias, QuerySource source)
{
    private const string CheckTheNames = "Please reference your WSDL or the describe call for the appropriate names.";

    public ObjectEntity Entity { get; } = entity;

    public QuerySource Source { get; } = source;

    public FieldPath Resolve(PathExpression path)
    {
        var (parents, target) = Walk(path, WithoutOwnName(path.Parts).SkipLast(1));
        var field = target.FindField(path.Parts[^1]) ?? throw NoSuchColumn(path, target);
        return new FieldPath(parents, field);
    }

    /// <summary>The parent that a whole path names, as TYPEOF does.</summary>
    public IReadOnlyList<ParentLookup> ResolveParents(PathExpression path) => Walk(path, WithoutOwnName(path.Parts)).Parents;

    public SoqlException NoSuchColumn(PathExpression path, Entity target) => Source.Error(
        SoqlErrorCodes.InvalidField,
        path.Position,
        $"No such column '{path.Parts[^1]}' on entity '{target.Name}'. If you are attempting to use a custom field, be sure to append "
        + $"the '__c' after the custom field name. {CheckTheNames}");

    public static SoqlException NoSuchObject(QuerySource source, PathExpression from) => source.Error(
        SoqlErrorCodes.InvalidType,
        from.Position,
        $"sObject type '{from}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the "
        + $"entity name. {CheckTheNames}");

    public static SoqlException NoSuchChildren(QuerySource source, PathExpression from) => source.Error(
        SoqlErrorCodes.InvalidType,
        from.Position,
        $"Didn't understand relationship '{from.Parts[^1]}' in FROM part of query call. If you are attempting to use a custom "
        + $"relationship, be sure to append the '__r' after the custom relationship name. {CheckTheNames}");

    private (IReadOnlyList<ParentLookup> Parents, Entity Target) Walk(PathExpression path, IEnumerable<string> relationships)
    {
        Entity target = Entity;
        var parents = new List<ParentLookup>();
        foreach (var relationship in relationships)
        {
            var parent = target.FindParent(relationship) ?? throw NoSuchRelationship(path, relationship);
            parents.Add(parent);
            target = parent.Target;
        }

        return (parents, target);
    }

    /// <summary>Fields may be qualified with the alias or name of the object in FROM: <c>FROM Opportunity o</c>, <c>o.Name</c>.</summary>
    private IEnumerable<string> WithoutOwnName(IReadOnlyList<string> parts)
    {
        var qualified = parts.Count > 1 && (IsSame(parts[0], alias) || (IsSame(parts[0], Entity.Name) && Entity.FindParent(parts[0]) is null));
        return qualified ? parts.Skip(1) : parts;
    }

    private static bool IsSame(string name, string? other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private SoqlException NoSuchRelationship(PathExpression path, string relationship) => Source.Error(
        SoqlErrorCodes.InvalidField,
        path.Position,
        $"Didn't understand relationship '{relationship}' in field path. If you are attempting to use a custom relationship, be sure to "
        + $"append the '__r' after the custom relationship name. {CheckTheNames}");
}
