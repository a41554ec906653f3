using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Turns a literal into a value of the field's type, or refuses it. Salesforce converts nothing silently.</summary>
internal sealed class LiteralBinder(QuerySource source)
{
    /// <summary>The value as records hold it; null for NULL and, as in Salesforce, for an empty text.</summary>
    public object? Bind<TRow>(Operand<TRow> operand, Literal literal, int position) => (literal, operand.Type) switch
    {
        (NullLiteral, _) => null,
        (TextLiteral text, var type) when type.IsId() => Id(text, position),
        (TextLiteral text, var type) when type.IsText() => text.Value.Length == 0 ? null : text.Value,
        (NumberLiteral number, var type) when type.IsNumber() => number.Value,
        (BooleanLiteral boolean, FieldType.Boolean) => boolean.Value,
        (DateLiteral date, FieldType.Date) => date.Value,
        (DateTimeLiteral dateTime, FieldType.DateTime) => dateTime.Value,
        _ => throw WrongType(operand, position),
    };

    public SoqlException WrongType<TRow>(Operand<TRow> operand, int position)
    {
        var quoted = operand.Type.IsText() || operand.Type.IsId();
        return source.Error(
            SoqlErrorCodes.InvalidField,
            position,
            $"value of filter criterion for field '{operand.Name}' must be of type {TypeName(operand.Type)} and should "
            + (quoted ? "be enclosed in quotes" : "not be enclosed in quotes"));
    }

    private string Id(TextLiteral text, int position) => RecordId.TryParse(text.Value, out var id)
        ? id
        : throw source.Error(SoqlErrorCodes.InvalidQueryFilterOperator, position, $"invalid ID field: {text.Value}");

    /// <summary>The names of the SOAP types, which these messages use.</summary>
    private static string TypeName(FieldType type) => type switch
    {
        _ when type.IsId() => "ID",
        _ when type.IsText() => "string",
        _ when type.IsFractional() => "double",
        FieldType.DateTime => "dateTime",
        _ => type.WireName(),
    };
}
