using SalesRules.Host.Alerts;
using SalesRules.Host.Runs.Leads;
using SalesRules.Host.Runs.Writing;
using SalesRules.Host.Shadows;
using SalesRules.Policies;
using SalesRules.Rules;

namespace SalesRules.Host.Runs;

/// <summary>Registers the arrow.</summary>
internal static class ServiceCollectionExtensions
{
    /// <summary>Everything that a run needs beside the way to Salesforce and an open journal.</summary>
    /// <param name="leaseTerm">How long a run may be silent before another node may take over its org.</param>
    /// <param name="shadow">A candidate policy that decides beside it; null: none.</param>
    public static IServiceCollection AddRuns(this IServiceCollection services, Policy policy, TimeSpan leaseTerm, ShadowPolicy? shadow = null) => services
        .AddSingleton(policy)
        .AddSingleton(new RuleBook(policy))
        .AddSingleton(shadow ?? ShadowPolicy.None)
        .AddSingleton<RunClock>()
        .AddTransient<OrgSessions>()
        .AddSingleton(provider => ActivatorUtilities.CreateInstance<OrgLeases>(provider, leaseTerm))
        .AddTransient<SnapshotReader>()
        .AddTransient<PovQueueReader>()
        .AddTransient<ContestedFields>()
        .AddTransient<PolicyDiffRun>()
        .AddTransient<StageAgingReader>()
        .AddTransient<RepeatedTextsReader>()
        .AddTransient<Surroundings>()
        .AddTransient<ScoreHistories>()
        .AddTransient<DealContexts>()
        .AddTransient<TaskSweep>()
        .AddTransient<DeletionSweep>()
        .AddTransient<Deciding>()
        .AddTransient<StopSign>()
        .AddTransient<ApiReserve>()
        .AddTransient<OrgAlerts>()
        .AddTransient<BudgetGuard>()
        .AddTransient<CanaryFirst>()
        .AddTransient<RecordReader>()
        .AddTransient<ReadBack>()
        .AddTransient<TaskWriteBack>()
        .AddTransient<ScoreWriteBack>()
        .AddTransient<FieldWriter>()
        .AddTransient<WriteBack>()
        .AddTransient<LeadLook>()
        .AddTransient<LeadPass>()
        .AddTransient<RuleRun>()
        .AddTransient<ExplainRun>()
        .AddTransient<PlanRun>()
        .AddTransient<PortfolioRun>()
        .AddTransient<ApplyRun>()
        .AddTransient<RevertRun>();
}
