using FsCheck;
using FsCheck.Fluent;

namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>Makes histories at random, and smaller ones of one that fails: without some of its steps, with fewer deals.</summary>
internal static class RandomHistories
{
    private const int MostDeals = 8;
    private const int MostSteps = 15;
    private const int Places = 14;

    /// <summary>Less than a day: the two runs that must have caught up are of one day, or of two.</summary>
    private const int Rests = 8;

    private static readonly Gen<StepKind> Kind = Gen.Frequency(
        (6, Gen.Constant(StepKind.Edit)),
        (1, Gen.Constant(StepKind.Create)),
        (1, Gen.Constant(StepKind.Delete)),
        (1, Gen.Constant(StepKind.Undelete)),
        (3, Gen.Constant(StepKind.Pass)),
        (5, Gen.Constant(StepKind.Fault)),
        (5, Gen.Constant(StepKind.Run)),
        (1, Gen.Constant(StepKind.CutOffRun)),
        (1, Gen.Constant(StepKind.Restart)));

    private static readonly Gen<Step> OneStep =
        from kind in Kind
        from which in Gen.Choose(0, kind is StepKind.Edit or StepKind.Delete ? MostDeals - 1 : Places - 1)
        from choice in Gen.Choose(0, ChoicesOf(kind) - 1)
        select new Step(kind, which, choice);

    public static Arbitrary<History> Any { get; } = Arb.From(
        from deals in Gen.Choose(1, MostDeals)
        from rows in Gen.Choose(1, 4)
        from rest in Gen.Choose(0, Rests - 1)
        from count in Gen.Choose(3, MostSteps)
        from steps in OneStep.ListOf(count)
        select new History(deals, rows, rest, [.. steps]),
        Smaller);

    private static IEnumerable<History> Smaller(History history)
    {
        var steps = history.Steps;
        foreach (var length in new[] { steps.Count / 2, steps.Count / 4, 1 }.Where(length => length > 0).Distinct())
        {
            for (var from = steps.Count - length; from >= 0; from -= length)
                yield return history with { Steps = [.. steps.Take(from), .. steps.Skip(from + length)] };
        }

        if (history.Deals > 1)
            yield return history with { Deals = history.Deals - 1 };
        if (history.RowsPerQuery < 4)
            yield return history with { RowsPerQuery = 4 };
        if (history.Rest > 0)
            yield return history with { Rest = 0 };
        foreach (var (index, step) in steps.Index().Where(pair => pair.Item.Which > 0))
            yield return history with { Steps = [.. steps.Take(index), step with { Which = step.Which - 1 }, .. steps.Skip(index + 1)] };
    }

    private static int ChoicesOf(StepKind kind) => kind switch
    {
        StepKind.Edit or StepKind.Create => Edits.Choices,
        StepKind.Fault => OrgFaults.Choices,
        StepKind.Pass => Passing.Choices,
        _ => 1,
    };
}
