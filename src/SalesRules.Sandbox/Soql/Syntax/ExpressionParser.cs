namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Reads fields, parent paths and function calls.</summary>
internal sealed class ExpressionParser(TokenReader tokens)
{
    public Expression Read()
    {
        var word = ExpectName();
        return tokens.TakeIfSymbol("(") ? ReadCall(word) : Path(word);
    }

    public PathExpression ReadPath() => Path(ExpectName());

    private Token ExpectName() => Keywords.CanBeName(tokens.Peek) ? tokens.Take() : throw tokens.Source.Unexpected(tokens.Peek);

    private static PathExpression Path(Token word) => new(word.Text.Split('.'), word.Position);

    private CallExpression ReadCall(Token function)
    {
        var arguments = new List<Expression>();
        if (!tokens.Peek.IsSymbol(")"))
        {
            do
                arguments.Add(Read());
            while (tokens.TakeIfSymbol(","));
        }

        tokens.ExpectClosing();
        return new CallExpression(function.Text, arguments, function.Position);
    }
}
