namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Reads the SELECT list: fields, functions with aliases, child subqueries, TYPEOF.</summary>
internal sealed class SelectParser(TokenReader tokens, ExpressionParser expressions, Func<Query> readQuery)
{
    public IReadOnlyList<SelectItem> ReadItems()
    {
        var items = new List<SelectItem>();
        do
            items.Add(ReadItem());
        while (tokens.TakeIfSymbol(","));
        return items;
    }

    private SelectItem ReadItem()
    {
        if (tokens.Peek.IsSymbol("("))
            return ReadSubquery();
        if (tokens.Peek.IsWord("TYPEOF") && tokens.PeekSecond.Kind == TokenKind.Word)
            return ReadTypeof();
        var expression = expressions.Read();
        return new SelectExpression(expression, Keywords.CanBeAlias(tokens.Peek) ? tokens.Take().Text : null);
    }

    private SelectSubquery ReadSubquery()
    {
        var position = tokens.Take().Position;
        var query = readQuery();
        tokens.ExpectClosing();
        return new SelectSubquery(query, position);
    }

    private SelectTypeof ReadTypeof()
    {
        var position = tokens.Take().Position;
        var relationship = expressions.ReadPath();
        var branches = new List<TypeofBranch>();
        while (tokens.TakeIfWord("WHEN"))
        {
            var type = tokens.Expect(TokenKind.Word);
            tokens.ExpectWord("THEN");
            branches.Add(new TypeofBranch(type.Text, ReadFields(), type.Position));
        }

        var otherwise = tokens.Peek.Position;
        if (branches.Count > 0 && tokens.TakeIfWord("ELSE"))
            branches.Add(new TypeofBranch(null, ReadFields(), otherwise));
        tokens.ExpectWord("END");
        return new SelectTypeof(relationship, branches, position);
    }

    private List<PathExpression> ReadFields()
    {
        var fields = new List<PathExpression> { expressions.ReadPath() };
        while (tokens.TakeIfSymbol(","))
            fields.Add(expressions.ReadPath());
        return fields;
    }
}
