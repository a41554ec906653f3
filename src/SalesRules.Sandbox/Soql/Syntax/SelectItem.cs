namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>One entry of the SELECT list.</summary>
internal abstract record SelectItem(int Position);

/// <summary>A field or function, with the alias that only aggregate queries may give it.</summary>
internal sealed record SelectExpression(Expression Expression, string? Alias) : SelectItem(Expression.Position);

/// <summary>The children of each row: <c>(SELECT Role FROM OpportunityContactRoles)</c>.</summary>
internal sealed record SelectSubquery(Query Query, int Position) : SelectItem(Position);

/// <summary>Fields that depend on what a polymorphic lookup points to.</summary>
internal sealed record SelectTypeof(PathExpression Relationship, IReadOnlyList<TypeofBranch> Branches, int Position)
    : SelectItem(Position);

/// <param name="ObjectName">The type the branch is for; null is ELSE.</param>
/// <param name="Fields">What is read of a row of that type.</param>
/// <param name="Position">Where the type's name is.</param>
internal sealed record TypeofBranch(string? ObjectName, IReadOnlyList<PathExpression> Fields, int Position);
