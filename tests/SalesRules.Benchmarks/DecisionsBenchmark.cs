using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Benchmarks;

/// <summary>
/// One thread: the whole rule book with findings, on deals of which one in four is clean, beside a hand-written switch that knows
/// the forecast ceiling alone.
/// </summary>
[MemoryDiagnoser]
public class DecisionsBenchmark
{
    private const int Deals = 1_000;

    private readonly ArrayBufferWriter<byte> buffer = new(64 * 1024);
    private RuleBook rules = null!;
    private Opportunity[] mixed = null!;
    private Opportunity[] clean = null!;
    private readonly DealContext context = new() { Today = new DateOnly(2026, 3, 2) };
    private readonly DealContext cleanContext = SampleRows.CleanContext(new DateOnly(2026, 3, 2));

    public static int Run()
    {
        // Long enough for the JIT's last tier, which a short run measures in the middle of.
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(15).WithIterationCount(10);
        BenchmarkRunner.Run<DecisionsBenchmark>(DefaultConfig.Instance.AddJob(job));
        return 0;
    }

    [GlobalSetup]
    public void Setup()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml"));
        rules = new RuleBook(PolicyFile.Parse(text, "policy.yaml").Policy!);
        mixed = [.. SampleRows.Opportunities(Deals)];
        clean = [.. Enumerable.Repeat(SampleRows.Clean(), Deals)];
    }

    [Benchmark(OperationsPerInvoke = Deals, Description = "hand-written switch, ceiling alone")]
    public int Switch()
    {
        var sum = 0;
        foreach (var deal in mixed)
            sum += (int)Ceiling(deal.Outcome.Points, deal.Maps.Points, deal.Insight.Points, deal.Quantify.Points, deal.Leadership.Points);
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Deals, Description = "rule book with findings, mixed deals")]
    public int RuleBookMixed() => Decide(mixed, context);

    /// <summary>What a finding says is put into words when it is read: this reads everything.</summary>
    [Benchmark(OperationsPerInvoke = Deals, Description = "the same, every sentence, value, fix and task read")]
    public int RuleBookRead()
    {
        var read = 0;
        foreach (var deal in mixed)
        {
            var decision = rules.Decide(deal, context);
            read += decision.Tasks.Count;
            foreach (var finding in decision.Findings)
                read += finding.Message.Length + finding.Evidence.Count + finding.Fix.Count;
        }

        return read;
    }

    [Benchmark(OperationsPerInvoke = Deals, Description = "the same, decision written as JSON")]
    public int RuleBookWritten()
    {
        using var writer = new Utf8JsonWriter(buffer, DecisionJson.WriterOptions);
        var bytes = 0;
        foreach (var deal in mixed)
        {
            buffer.ResetWrittenCount();
            writer.Reset(buffer);
            DecisionJson.Write(writer, rules.Decide(deal, context));
            writer.Flush();
            bytes += buffer.WrittenCount;
        }

        return bytes;
    }

    [Benchmark(OperationsPerInvoke = Deals, Description = "rule book, clean deals")]
    public int RuleBookClean() => Decide(clean, cleanContext);

    private int Decide(Opportunity[] deals, DealContext around)
    {
        var findings = 0;
        foreach (var deal in deals)
            findings += rules.Decide(deal, around).Findings.Count;
        return findings;
    }

    private static ForecastCategory Ceiling(int? o, int? m, int? i, int? q, int? l) => (o + m + i + q + l, o, l) switch
    {
        (null, _, _) => ForecastCategory.Pipeline,
        ( >= 8, 2, 2) => ForecastCategory.Commit,
        ( >= 6, _, _) => ForecastCategory.BestCase,
        _ => ForecastCategory.Pipeline,
    };
}
