using System.Buffers;
using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Oversight;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>Gate debt for programs: every deal as it is read, by id, then the sums.</summary>
internal sealed class GateDebtJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> written = new();
    private readonly Utf8JsonWriter writer;
    private readonly TextWriter output;
    private readonly Policy policy;

    public GateDebtJson(TextWriter output, Policy policy)
    {
        (this.output, this.policy) = (output, policy);
        writer = new Utf8JsonWriter(written, DecisionJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteStartArray("deals"u8);
    }

    public void Add(GateDebt debt)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, debt.Record.Id.Value);
        writer.WriteString("name"u8, debt.Record.Name);
        writer.WriteString("owner"u8, debt.Record.OwnerId?.Value);
        writer.WriteString("stage"u8, debt.Record.StageName);
        FieldValue.Of(debt.Record.Amount).WriteTo(writer, "amount"u8);
        writer.WriteStartArray("owes"u8);
        foreach (var owed in debt.Debts)
            Write(owed);
        writer.WriteEndArray();
        writer.WriteEndObject();
        PassOn();
    }

    public void End(GateDebtTally tally)
    {
        writer.WriteEndArray();
        writer.WriteNumber("openDeals"u8, tally.Open);
        writer.WriteNumber("dealsInDebt"u8, tally.InDebt);
        writer.WriteNumber("amount"u8, tally.Amount);
        writer.WriteEndObject();
        PassOn();
        output.WriteLine();
    }

    public void Dispose() => writer.Dispose();

    /// <summary>What is written is not kept: an org may have many deals in debt.</summary>
    private void PassOn()
    {
        writer.Flush();
        output.Write(Encoding.UTF8.GetString(written.WrittenSpan));
        written.Clear();
    }

    private void Write(Debt owed)
    {
        writer.WriteStartObject();
        writer.WriteString("rule"u8, owed.Rule);
        writer.WriteString("since"u8, FieldValue.Of(policy.DayOf(owed.Since)).ToString());
        writer.WriteBoolean("orLonger"u8, owed.IsOlder);
        writer.WriteString("message"u8, owed.Message);
        writer.WriteEndObject();
    }
}
