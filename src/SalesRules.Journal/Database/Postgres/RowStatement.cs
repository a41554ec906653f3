using System.Collections.Concurrent;
using System.Data;
using System.Reflection;
using System.Text.RegularExpressions;
using Npgsql;

namespace SalesRules.Journal.Database.Postgres;

/// <summary>
/// One statement for many rows, sent as one batch: a page of two thousand decisions is one round trip a table, not two thousand.
/// The statement names the row's properties (@OrgId); it is taken apart once.
/// </summary>
internal sealed partial class RowStatement
{
    private static readonly ConcurrentDictionary<(string Sql, Type Row), RowStatement> Known = new();

    private readonly string sql;
    private readonly IReadOnlyList<(PropertyInfo Property, DbType Type)> parameters;

    private RowStatement(string named, Type row)
    {
        var names = new List<string>();
        sql = ParameterName().Replace(named, match => $"${Position(names, match.Groups[1].Value)}");
        parameters = [.. names.Select(name => row.GetProperty(name) ?? throw new ArgumentException($"{row.Name} has no property {name}.", nameof(row))).Select(property => (property, TypeOf(property)))];
    }

    public static RowStatement Of(string sql, Type row) => Known.GetOrAdd((sql, row), key => new RowStatement(key.Sql, key.Row));

    public async Task ExecuteAsync<T>(NpgsqlTransaction transaction, IEnumerable<T> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        foreach (var row in rows)
            batch.BatchCommands.Add(Command(row));
        // Once a connection: the server then plans it once, not once a row.
        await batch.PrepareAsync(cancellationToken);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlBatchCommand Command<T>(T row)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (property, type) in parameters)
            command.Parameters.Add(new NpgsqlParameter { DbType = type, Value = property.GetValue(row) ?? DBNull.Value });
        return command;
    }

    private static int Position(List<string> names, string name)
    {
        if (!names.Contains(name))
            names.Add(name);
        return names.IndexOf(name) + 1;
    }

    private static DbType TypeOf(PropertyInfo property) => Type.GetTypeCode(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
    {
        TypeCode.String => DbType.String,
        TypeCode.Int32 => DbType.Int32,
        TypeCode.Int64 => DbType.Int64,
        TypeCode.Boolean => DbType.Boolean,
        _ => throw new ArgumentException($"{property.DeclaringType!.Name}.{property.Name} is of no type that the journal stores.", nameof(property)),
    };

    [GeneratedRegex("@([A-Za-z]+)", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterName();
}
