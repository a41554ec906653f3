using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Entities;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>Looks up fields and functions of them in the scope of one FROM clause.</summary>
internal sealed class OperandBinder(EntityScope scope, OrgCalendar calendar)
{
    private readonly DateFunctions dateFunctions = new(calendar);

    public Operand<Record> Bind(Expression expression) => expression switch
    {
        PathExpression path => scope.Resolve(path).ToOperand(),
        CallExpression { Arguments: [var argument] } call when !call.Is("FIELDS") => Function(call, Bind(argument)),
        _ => throw scope.Source.Malformed(expression.Position, $"unexpected token: '{expression}'"),
    };

    private Operand<Record> Function(CallExpression call, Operand<Record> argument)
    {
        if (ValueFunctions.Find(call.Function, argument) is { } value)
            return value;
        var function = dateFunctions.Find(call.Function, argument.Type)
            ?? throw scope.Source.Malformed(call.Position, $"unexpected token: '{call.Function}'");
        return new Operand<Record>
        {
            Key = $"{call.Function.ToUpperInvariant()}({argument.Key})",
            Name = argument.Name,
            Type = function.Type,
            Read = row => argument.Read(row) is { } value ? function.Apply(value) : null,
        };
    }
}
