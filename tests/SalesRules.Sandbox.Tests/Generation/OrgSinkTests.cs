using SalesRules.Sandbox.Generation;
using SalesRules.Sandbox.Generation.Records;

namespace SalesRules.Sandbox.Tests.Generation;

public sealed class OrgSinkTests
{
    private Org org = null!;

    [SetUp]
    public void Open_an_empty_org() => org = new Org(new SandboxOptions(), TimeProvider.System);

    [TearDown]
    public void Close() => org.Dispose();

    [Test, Explicit]
    public void Timing()
    {
        foreach (var n in new[] { 500, 50000 })
        {
            var w = System.Diagnostics.Stopwatch.StartNew();
            var o = CollectedOrg.Generate(n);
            TestContext.Progress.WriteLine($"{n}: collect {w.ElapsedMilliseconds} ms, {o.Records.Count} records");
            o.Records.Clear();
            w.Restart();
            using var fresh = new Org(new SandboxOptions(), TimeProvider.System);
            var start = fresh.Store["User"].Count;
            fresh.Write(t => SampleOrg.Generate(n, 7, CollectedOrg.Today, new OrgSink(t)));
            TestContext.Progress.WriteLine($"{n}: load {w.ElapsedMilliseconds} ms, {GC.GetTotalMemory(true) / 1_000_000} MB {start}");
        }
    }
}
