using SalesRules.Policies;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

namespace SalesRules.Portfolio;

/// <summary>The steps of the funnel, in its order.</summary>
public sealed record StepConversions(IReadOnlyList<StepConversion> Steps)
{
    private static readonly (FunnelStep Step, StageType From, StageType To)[] Between =
    [
        (FunnelStep.QualificationToDiscovery, StageType.Qualification, StageType.Discovery),
        (FunnelStep.DiscoveryToCommercial, StageType.Discovery, StageType.Commercial),
        (FunnelStep.CommercialToWon, StageType.Commercial, StageType.ClosedWon),
    ];

    /// <summary>Gathers the histories.</summary>
    internal sealed class Builder(PortfolioScope scope)
    {
        private readonly Gathered[] gathered = [.. Between.Select(_ => new Gathered())];
        private bool hasHistory;

        public void Add(PortfolioDeal deal)
        {
            if (deal.Entries is not { } entries)
                return;
            hasHistory = true;
            for (var i = 0; i < Between.Length; i++)
                gathered[i].Add(deal, entries, Between[i].From, Between[i].To, scope);
        }

        public StepConversions Build() => new(
        [
            new StepConversion(FunnelStep.LeadToQualification, scope.Settings.Benchmarks[FunnelStep.LeadToQualification], default, 0, null, scope.Settings.LeastDeals,
                "leads are not read"),
            .. Between.Select((between, i) => new StepConversion(
                between.Step, scope.Settings.Benchmarks[between.Step], gathered[i].Converted, gathered[i].Lost, gathered[i].Days.Median, scope.Settings.LeastDeals,
                WhyUnknown(between.From, between.To, gathered[i])) { Undocumented = gathered[i].Undocumented }),
        ]);

        private string? WhyUnknown(StageType from, StageType to, Gathered counts) =>
            new[] { from, to }.Where(type => !scope.Policy.Stages.Has(type)).Select(type => $"the policy maps no stage to {type.Name()}").FirstOrDefault()
            ?? (!hasHistory ? "no stage history" : counts.Converted.Of == 0 ? Nobody(from, counts) : null);

        private static string Nobody(StageType from, Gathered counts) => counts.Undocumented == 0
            ? $"no deal entered {from.Name()} within twelve months"
            : $"every deal that entered {from.Name()} within twelve months left it without a documented reason and next step";
    }

    private sealed class Gathered
    {
        public Rate Converted { get; private set; }

        public int Lost { get; private set; }

        public int Undocumented { get; private set; }

        public DayCounts Days { get; } = new();

        public void Add(PortfolioDeal deal, IReadOnlyList<StageEntry> entries, StageType from, StageType to, PortfolioScope scope)
        {
            var (stages, zone) = (scope.Policy.Stages, scope.Policy.TimeZone);
            if (!stages.Has(from) || !stages.Has(to))
                return;
            var entered = entries.FirstOrDefault(entry => stages.Find(entry.StageName)?.Type == from && scope.IsRecent(entry.EnteredAt.DayIn(zone)));
            if (entered is null)
                return;
            var step = entries.FirstOrDefault(entry => entry.EnteredAt >= entered.EnteredAt
                && stages.Find(entry.StageName) is { Type: not StageType.ClosedLost } stage && stages.IsBy(stage, to));
            if (step is not null && IsUndocumented(deal, step, scope))
            {
                Undocumented++;
                return;
            }

            Converted = Converted.Plus(step is not null);
            if (step is not null)
                Days.Add(step.EnteredAt.DayIn(zone).DayNumber - entered.EnteredAt.DayIn(zone).DayNumber);
            else if (deal.Status == DealStatus.Lost)
                Lost++;
        }

        /// <summary>Only the last move of an open deal: what the record says is about it.</summary>
        private static bool IsUndocumented(PortfolioDeal deal, StageEntry step, PortfolioScope scope) =>
            deal.IsOpen && step == deal.Entries![^1] && (step.EnteredBy is not { } by || by != scope.IntegrationUser)
            && !StageChangeMustBeDocumentedRule.IsDocumented(deal.Record, scope.Policy.Fields);
    }
}
