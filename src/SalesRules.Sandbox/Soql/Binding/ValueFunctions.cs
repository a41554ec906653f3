using System.Globalization;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>The functions that show a value another way: <c>toLabel</c>, <c>FORMAT</c>, <c>convertCurrency</c>. Null stays null.</summary>
internal static class ValueFunctions
{
    /// <summary>The function of this name over an operand; null when there is none or it does not take the operand's type.</summary>
    public static Operand<Record>? Find(string name, Operand<Record> argument) => name.ToUpperInvariant() switch
    {
        "TOLABEL" when argument.Field is { } field => Apply(name, argument, argument.Type, value => LabelOf(field, value)),
        "FORMAT" when CanFormat(argument.Type) => Apply(name, argument, FieldType.String, value => Format(argument, value)),
        // The org has a single currency, which is the user's as well.
        "CONVERTCURRENCY" when argument.Type == FieldType.Currency => Apply(name, argument, argument.Type, static value => value),
        _ => null,
    };

    private static Operand<Record> Apply(string name, Operand<Record> argument, FieldType type, Func<object, object> function) => new()
    {
        Key = $"{name.ToUpperInvariant()}({argument.Key})",
        Name = argument.Name,
        Type = type,
        Field = argument.Field,
        Read = row => argument.Read(row) is { } value ? function(value) : null,
    };

    private static object LabelOf(SObjectField field, object value) =>
        field.PicklistValues.FirstOrDefault(entry => entry.Value.Equals(value))?.Label ?? value;

    private static bool CanFormat(FieldType type) => type.IsNumber() || type is FieldType.Date or FieldType.DateTime;

    // The user's locale is en_US.
    private static string Format(Operand<Record> operand, object value) => (value, operand.Type) switch
    {
        (DateOnly date, _) => date.ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        (DateTimeOffset moment, _) => moment.UtcDateTime.ToString("M/d/yyyy, h:mm tt", CultureInfo.InvariantCulture),
        (decimal amount, FieldType.Currency) => amount.ToString("$#,##0.00;-$#,##0.00", CultureInfo.InvariantCulture),
        (decimal share, FieldType.Percent) => share.ToString("#,##0.##", CultureInfo.InvariantCulture) + "%",
        _ => ((decimal)value).ToString("#,##0.##################", CultureInfo.InvariantCulture),
    };
}
