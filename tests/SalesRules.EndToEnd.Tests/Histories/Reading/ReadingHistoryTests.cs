using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>
/// Promise 1 for the reading alone, 10,000 histories in every build: late visibility, equal stamps on both sides of a query's end,
/// saves and pauses while a run reads, refused queries, new days. SALESRULES_READING_HISTORIES says how many.
/// </summary>
public class ReadingHistoryTests
{
    private const int EveryBuild = 10_000;
    private const int MostDeals = 6;

    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Both sides of the overlap.</summary>
    private static readonly TimeSpan[] Delays =
        [TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(600), TimeSpan.FromSeconds(605), TimeSpan.FromHours(1)];

    private static readonly Gen<ReadingStep> Step =
        from kind in Gen.Frequency(
            (5, Gen.Constant(ReadingKind.Save)),
            (4, Gen.Constant(ReadingKind.SaveSeenLate)),
            (1, Gen.Constant(ReadingKind.Close)),
            (5, Gen.Constant(ReadingKind.Pass)),
            (5, Gen.Constant(ReadingKind.Run)),
            (2, Gen.Constant(ReadingKind.SaveMeanwhile)),
            (2, Gen.Constant(ReadingKind.PassMeanwhile)),
            (1, Gen.Constant(ReadingKind.RefuseMeanwhile)))
        from which in Gen.Choose(0, MostDeals - 1)
        from choice in Gen.Choose(0, Passing.Choices - 1)
        select new ReadingStep(kind, which, choice);

    private static readonly Gen<ReadingStep[]> Steps = from count in Gen.Choose(3, 15) from steps in Step.ArrayOf(count) select steps;

    [Test]
    public async Task After_the_faults_stop_every_open_deal_is_read_within_two_runs()
    {
        var histories = int.TryParse(Environment.GetEnvironmentVariable("SALESRULES_READING_HISTORIES"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : EveryBuild;
        await using var model = await ReadingModel.OpenAsync(rowsPerQuery: 2);

        Prop.ForAll(Arb.From(Steps, Smaller), steps => Check(model, steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(histories).WithQuietOnSuccess(true));
    }

    private static void Check(ReadingModel model, ReadingStep[] steps)
    {
        using var alone = new NUnit.Framework.Internal.TestExecutionContext.IsolatedContext();
        CheckAsync(model, steps).GetAwaiter().GetResult();
    }

    private static async Task CheckAsync(ReadingModel model, ReadingStep[] steps)
    {
        model.Begin();
        foreach (var step in steps)
            await PlayAsync(model, step);
        model.Org.Meanwhile.Clear();
        var saves = steps.Where(step => step.Kind == ReadingKind.SaveSeenLate).Select(step => Delays[step.Choice % Delays.Length]).DefaultIfEmpty().Max();
        model.Clock.Advance(saves + TimeSpan.FromSeconds(3));

        var first = await model.RunAsync(reconcile: saves > Overlap);
        model.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await model.RunAsync();

        Assert.That(model.Skipped(), Is.Empty);
        Assert.That((first!.AddsUp, second!.AddsUp), Is.EqualTo((true, true)));
    }

    private static async Task PlayAsync(ReadingModel model, ReadingStep step)
    {
        switch (step.Kind)
        {
            case ReadingKind.Save or ReadingKind.Close or ReadingKind.SaveSeenLate:
                Save(model, step);
                break;
            case ReadingKind.Pass:
                model.Clock.Advance(Passing.Of(step.Choice));
                break;
            case ReadingKind.Run:
                await model.RunAsync();
                model.Org.Meanwhile.Clear();
                break;
            default:
                for (var undisturbed = model.Org.Meanwhile.Count; undisturbed < step.Which; undisturbed++)
                    model.Org.Meanwhile.Enqueue(() => true);
                model.Org.Meanwhile.Enqueue(() => Happen(model, step));
                break;
        }
    }

    private static bool Happen(ReadingModel model, ReadingStep step)
    {
        if (step.Kind == ReadingKind.SaveMeanwhile)
            Save(model, step);
        else if (step.Kind == ReadingKind.PassMeanwhile)
            model.Clock.Advance(Passing.Of(step.Choice % 4));
        return step.Kind != ReadingKind.RefuseMeanwhile;
    }

    /// <summary>The clock stands still between most saves, so that many have one stamp.</summary>
    private static void Save(ReadingModel model, ReadingStep step)
    {
        var id = $"00600000000000{step.Which}AAA";
        var now = model.Clock.GetUtcNow();
        var stamp = new DateTimeOffset(now.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        var delay = step.Kind == ReadingKind.SaveSeenLate ? Delays[step.Choice % Delays.Length] : TimeSpan.Zero;
        if (!model.Org.Deals.TryGetValue(id, out var deal))
            model.Org.Deals[id] = deal = new LeanDeal(id);
        deal.Save(stamp, now + delay, step.Kind == ReadingKind.Close);
    }

    private static IEnumerable<ReadingStep[]> Smaller(ReadingStep[] steps) =>
        Enumerable.Range(0, steps.Length).Select(without => steps.Where((_, index) => index != without).ToArray());
}
