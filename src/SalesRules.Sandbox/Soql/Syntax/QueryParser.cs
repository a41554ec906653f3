using System.Globalization;

namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Reads a query clause by clause. Names are not looked up here, so whatever fails here is a syntax error.</summary>
internal sealed class QueryParser
{
    /// <summary>Salesforce's own limit on the text of a query.</summary>
    private const int MaxLength = 100_000;

    private readonly TokenReader tokens;
    private readonly SelectParser select;
    private readonly ConditionParser conditions;
    private readonly ExpressionParser expressions;

    private QueryParser(TokenReader tokens)
    {
        this.tokens = tokens;
        expressions = new ExpressionParser(tokens);
        select = new SelectParser(tokens, expressions, ReadQuery);
        conditions = new ConditionParser(tokens, expressions, ReadQuery);
    }

    public static Query Parse(QuerySource source)
    {
        if (source.Text.Length > MaxLength)
            throw new SoqlException(SoqlErrorCodes.MalformedQuery, "SOQL statements cannot be longer than 100000 characters.");
        var tokens = new TokenReader(source);
        var query = new QueryParser(tokens).ReadQuery();
        tokens.Expect(TokenKind.End);
        return query;
    }

    private Query ReadQuery()
    {
        tokens.ExpectWord("SELECT");
        var items = select.ReadItems();
        tokens.ExpectWord("FROM");
        var query = ReadGroupBy(new Query
        {
            Select = items,
            From = expressions.ReadPath(),
            Alias = ReadAlias(),
            Scope = TakeIfWords("USING", "SCOPE") ? tokens.Expect(TokenKind.Word) : null,
            Where = tokens.TakeIfWord("WHERE") ? conditions.Read() : null,
        });
        query = query with
        {
            Having = tokens.TakeIfWord("HAVING") ? conditions.Read() : null,
            OrderBy = TakeIfWords("ORDER", "BY") ? ReadList(ReadOrderItem) : [],
            Limit = tokens.TakeIfWord("LIMIT") ? ReadCount() : null,
            Offset = tokens.TakeIfWord("OFFSET") ? ReadCount() : 0,
        };
        ReadUsageClauses();
        return query;
    }

    private Query ReadGroupBy(Query query)
    {
        SkipAccessMode();
        if (!TakeIfWords("GROUP", "BY"))
            return query;
        var grouping = tokens.PeekSecond.IsSymbol("(") ? GroupingOf(tokens.Peek) : Grouping.None;
        if (grouping == Grouping.None)
            return query with { GroupBy = ReadList(expressions.Read) };
        tokens.Take();
        tokens.ExpectOpening();
        var fields = ReadList(expressions.Read);
        tokens.ExpectClosing();
        return query with { GroupBy = fields, Grouping = grouping };
    }

    private static Grouping GroupingOf(Token word) =>
        word.IsWord("ROLLUP") ? Grouping.Rollup : word.IsWord("CUBE") ? Grouping.Cube : Grouping.None;

    /// <summary>A caller of the API always works in user mode, so both modes that check access change nothing.</summary>
    private void SkipAccessMode()
    {
        if (tokens.TakeIfWord("WITH") && !tokens.TakeIfWord("SECURITY_ENFORCED"))
            tokens.ExpectWord("USER_MODE");
    }

    private string? ReadAlias()
    {
        tokens.TakeIfWord("AS");
        return Keywords.CanBeAlias(tokens.Peek) ? tokens.Take().Text : null;
    }

    private bool TakeIfWords(string first, string second)
    {
        if (!tokens.TakeIfWord(first))
            return false;
        tokens.ExpectWord(second);
        return true;
    }

    private List<T> ReadList<T>(Func<T> readItem)
    {
        var items = new List<T> { readItem() };
        while (tokens.TakeIfSymbol(","))
            items.Add(readItem());
        return items;
    }

    private OrderItem ReadOrderItem()
    {
        var expression = expressions.Read();
        var descending = tokens.TakeIfWord("DESC");
        if (!descending)
            tokens.TakeIfWord("ASC");
        return new OrderItem(expression, descending, ReadNullsLast());
    }

    private bool ReadNullsLast()
    {
        if (!tokens.TakeIfWord("NULLS"))
            return false;
        if (tokens.TakeIfWord("LAST"))
            return true;
        tokens.ExpectWord("FIRST");
        return false;
    }

    private int ReadCount()
    {
        var token = tokens.Expect(TokenKind.Number);
        return int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : throw tokens.Source.Unexpected(token);
    }

    /// <summary>FOR VIEW and FOR REFERENCE only note that a person looked at the rows; ALL ROWS belongs to Apex.</summary>
    private void ReadUsageClauses()
    {
        while (tokens.TakeIfWord("FOR"))
        {
            if (!tokens.TakeIfWord("VIEW") && !tokens.TakeIfWord("REFERENCE"))
                tokens.ExpectWord("UPDATE");
        }

        if (tokens.Peek.IsWord("ALL"))
            throw tokens.Source.Malformed(tokens.Peek.Position, "ALL ROWS not allowed in this context");
    }
}
