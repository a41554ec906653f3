using System.Globalization;
using SalesRules.Sandbox.Soql.Dates;

namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Reads values: null, booleans, numbers, text, dates, and periods such as <c>LAST_N_DAYS:30</c>.</summary>
internal sealed class LiteralParser(TokenReader tokens)
{
    private static readonly string[] DateTimeForms = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    public Literal Read()
    {
        var token = tokens.Take();
        return token.Kind switch
        {
            TokenKind.Text => TextUnescaper.Read(tokens.Source, token),
            TokenKind.Number => Number(token),
            TokenKind.Date => Date(token),
            TokenKind.DateTime => DateAndTime(token),
            TokenKind.Word => Word(token),
            _ when token.IsSymbol(":") => throw tokens.Source.Malformed(token.Position, "Bind variables only allowed in Apex code"),
            _ => throw tokens.Source.Unexpected(token),
        };
    }

    private NumberLiteral Number(Token token) =>
        decimal.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new NumberLiteral(value, token.Position)
            : throw tokens.Source.Error(SoqlErrorCodes.NumberOutsideValidRange, token.Position, $"number out of range: {token}");

    private DateLiteral Date(Token token) =>
        DateOnly.TryParseExact(token.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? new DateLiteral(value, token.Position)
            : throw tokens.Source.Malformed(token.Position, $"Invalid date: {token}");

    private DateTimeLiteral DateAndTime(Token token) =>
        DateTimeOffset.TryParseExact(
            token.Text, DateTimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value)
            ? new DateTimeLiteral(value, token.Position)
            : throw tokens.Source.Malformed(token.Position, $"Invalid date time: {token}");

    private Literal Word(Token token)
    {
        var word = token.Text.ToUpperInvariant();
        return word switch
        {
            "NULL" => new NullLiteral(token.Position),
            "TRUE" => new BooleanLiteral(true, token.Position),
            "FALSE" => new BooleanLiteral(false, token.Position),
            _ when PeriodNames.Find(word) is { } period => Period(period, token),
            _ => throw tokens.Source.Unexpected(token),
        };
    }

    private PeriodLiteral Period(PeriodName period, Token token)
    {
        if (!period.TakesCount)
            return new PeriodLiteral(period.Name, null, token.Position);
        if (!tokens.TakeIfSymbol(":"))
            throw tokens.Source.Malformed(tokens.Peek.Position, $"expecting a colon, found '{tokens.Peek}'");
        var count = tokens.Expect(TokenKind.Number);
        return int.TryParse(count.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new PeriodLiteral(period.Name, value, token.Position)
            : throw tokens.Source.Unexpected(count);
    }
}
