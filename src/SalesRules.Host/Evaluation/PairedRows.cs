using SalesRules.Host.Commands;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// The rows of a file as two policies read them. Where the two name fields differently, the file is read twice side by side, each time with
/// one policy's names; else once.
/// </summary>
internal sealed class PairedRows : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> opened = [];
    private readonly string name;
    private readonly Func<Policy, CsvOptions> options;
    private IRowSource first = null!;
    private IRowSource? second;

    private PairedRows(string name, Func<Policy, CsvOptions> options) => (this.name, this.options) = (name, options);

    /// <summary>Of the row read last.</summary>
    public long Line => first.Line;

    /// <summary>The date that the row is a snapshot of; null: it has none.</summary>
    public DateOnly? SnapshotOn => first.SnapshotOn;

    /// <summary>The file, for whoever shows how far it is read.</summary>
    public Stream Input { get; private set; } = null!;

    public long BytesRead => first.BytesRead;

    /// <param name="name">A file, or - for stdin.</param>
    /// <param name="other">Null: there is one policy only.</param>
    /// <exception cref="CommandException">The file is not there, or stdin would have to be read twice.</exception>
    public static async Task<PairedRows> OpenAsync(string name, Policy policy, Policy? other, Func<Policy, CsvOptions> options, CancellationToken cancellationToken)
    {
        var namesDiffer = other is not null && NamesDiffer(policy, other);
        if (namesDiffer && name == "-")
            throw CommandException.WrongInput("--input -: the two policies name fields differently, so the rows have to be read twice; write them to a file and name it.");
        var rows = new PairedRows(name, options);
        try
        {
            (rows.first, rows.Input) = await rows.ReadAsync(policy, cancellationToken);
            if (namesDiffer)
                (rows.second, _) = await rows.ReadAsync(other!, cancellationToken);
            return rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    /// <summary>Whether the two policies give a field of the org different names.</summary>
    public static bool NamesDiffer(Policy one, Policy other) => OpportunityFields.All.Any(field => one.Fields.NameOf(field) != other.Fields.NameOf(field));

    /// <returns>False: there is no further row.</returns>
    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken) =>
        await first.NextAsync(cancellationToken) && (second is null || await second.NextAsync(cancellationToken));

    /// <summary>The row by the names of either policy; one and the same where the names do not differ.</summary>
    /// <exception cref="SnapshotFormatException">It cannot be read.</exception>
    public (Opportunity First, Opportunity Second) Read()
    {
        var record = first.Read();
        return (record, second is null ? record : second.Read());
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = opened.Count - 1; i >= 0; i--)
            await opened[i].DisposeAsync();
    }

    private async Task<(IRowSource Rows, Stream Input)> ReadAsync(Policy policy, CancellationToken cancellationToken)
    {
        var input = InputFile.Open(name);
        opened.Add(input);
        var rows = await RowSources.OpenAsync(input, name, policy.Fields, options(policy), cancellationToken);
        opened.Add(rows);
        return (rows, input);
    }
}
