namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>
/// Reads WHERE and HAVING. As in Salesforce, AND and OR mix only with parentheses, and NOT negates one condition that stands
/// alone or in parentheses of its own.
/// </summary>
internal sealed class ConditionParser(TokenReader tokens, ExpressionParser expressions, Func<Query> readQuery)
{
    /// <summary>Far above what people write; it keeps a hostile query from exhausting the stack.</summary>
    private const int MaxDepth = 250;

    private readonly LiteralParser literals = new(tokens);
    private int depth;

    public Condition Read()
    {
        if (tokens.TakeIfWord("NOT"))
            return new NotCondition(ReadSimple());
        var first = ReadSimple();
        if (tokens.Peek.IsWord("AND"))
            return new AndCondition(ReadChain(first, "AND"));
        return tokens.Peek.IsWord("OR") ? new OrCondition(ReadChain(first, "OR")) : first;
    }

    private List<Condition> ReadChain(Condition first, string connective)
    {
        var parts = new List<Condition> { first };
        while (tokens.TakeIfWord(connective))
            parts.Add(ReadSimple());
        return parts;
    }

    private Condition ReadSimple()
    {
        if (!tokens.Peek.IsSymbol("("))
            return ReadComparison();
        if (++depth > MaxDepth)
            throw tokens.Source.Malformed(tokens.Peek.Position, "The query is too deeply nested.");
        tokens.Take();
        var inner = Read();
        tokens.ExpectClosing();
        depth--;
        return inner;
    }

    private Condition ReadComparison()
    {
        var left = expressions.Read();
        if (tokens.TakeIfWord("IN"))
            return ReadIn(left, negated: false);
        if (tokens.TakeIfWord("NOT"))
        {
            tokens.ExpectWord("IN");
            return ReadIn(left, negated: true);
        }

        if (tokens.TakeIfWord("INCLUDES"))
            return new SelectionCondition(left, Excludes: false, ReadValues());
        if (tokens.TakeIfWord("EXCLUDES"))
            return new SelectionCondition(left, Excludes: true, ReadValues());
        return new ComparisonCondition(left, ReadOperator(), literals.Read());
    }

    private Condition ReadIn(Expression left, bool negated)
    {
        if (!tokens.Peek.IsSymbol("(") || !tokens.PeekSecond.IsWord("SELECT"))
            return new ListCondition(left, negated, ReadValues());
        tokens.ExpectOpening();
        var subquery = readQuery();
        tokens.ExpectClosing();
        return new SubqueryCondition(left, negated, subquery);
    }

    private List<Literal> ReadValues()
    {
        tokens.ExpectOpening();
        var values = new List<Literal> { literals.Read() };
        while (tokens.TakeIfSymbol(","))
            values.Add(literals.Read());
        tokens.ExpectClosing();
        return values;
    }

    private ComparisonOperator ReadOperator()
    {
        var token = tokens.Take();
        return token.Text.ToUpperInvariant() switch
        {
            "=" => ComparisonOperator.Equal,
            "!=" or "<>" => ComparisonOperator.NotEqual,
            "<" => ComparisonOperator.Less,
            "<=" => ComparisonOperator.LessOrEqual,
            ">" => ComparisonOperator.Greater,
            ">=" => ComparisonOperator.GreaterOrEqual,
            "LIKE" => ComparisonOperator.Like,
            _ => throw tokens.Source.Unexpected(token),
        };
    }
}
