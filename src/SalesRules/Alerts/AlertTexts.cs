using System.Collections.Frozen;
using SalesRules.Policies;

namespace SalesRules.Alerts;

/// <summary>What alerts say: in the policy's words, else in these.</summary>
public static class AlertTexts
{
    /// <summary>Before <see cref="Defaults"/>, which is made of them.</summary>
    private static readonly (AlertKind Kind, string Title, string Sentence)[] Own =
    [
        (AlertKind.RiskEntered, "At risk: {Name}", "{Name} ({Amount}, {Stage}, closes {CloseDate}) is now at {risk} risk."),
        (AlertKind.RiskRose, "Now at {risk} risk: {Name}", "{Name} ({Amount}, {Stage}, closes {CloseDate}) got worse: it went from medium to {risk} risk."),
        (AlertKind.PovDeferred, "POV on hold: {Name}", "The scores of {Name} do not clear the POV gate yet: no SE hours until they do."),
        (AlertKind.PovCleared, "POV cleared: {Name}", "{Name} ({Amount}) now clears the POV gate: plan the SE."),
        (AlertKind.PovEnding, "POV ends soon: {Name}", "The POV at {Name} ({Amount}) is in its last days: get the review of the result on the calendar."),
        (AlertKind.SponsorSilent, "Sponsor silent: {Name}", "Nobody in charge at this renewal ({Amount}, due {CloseDate}) talks to us: a red flag whatever usage says."),
        (AlertKind.DealClosed, "{Stage}: {Name}", "{Name} ({Amount}) is closed."),
        (AlertKind.PipelineChanged, "The open pipeline moved", "The open pipeline changed by more than usual within a week."),
        (AlertKind.BudgetTripped, "Nothing was written: too many corrections at once", "A run stopped before its first write and waits for a person's yes."),
        (AlertKind.CanaryFailed, "A run stopped behind its canary", "The first records of a run do not stand as planned, so the rest was not written."),
        (AlertKind.CertificateRed, "A run's counts do not add up", "Something that a run was to read, decide or write is unaccounted for; each run looks at the same deals again until they are."),
        (AlertKind.SchemaDrift, "Salesforce lost something that the rules need", "The rules that need it stand still until it is back; what they found stays on the records."),
        (AlertKind.RunMissing, "A scheduled run is missing", "Deals are as old as the last run that came through."),
        (AlertKind.Baseline, "Where the pipeline stands", "This was the first look at your deals. From now on you hear of changes only."),
    ];

    /// <summary>The texts of kinds for which the policy has none.</summary>
    internal static FrozenDictionary<AlertKind, AlertTemplates> Defaults { get; } =
        Own.ToFrozenDictionary(own => own.Kind, own => new AlertTemplates(Sound(own.Title, own.Kind), Sound(own.Sentence, own.Kind)));

    public static AlertText Of(Alert alert, AlertPolicy policy)
    {
        var templates = policy.Texts.GetValueOrDefault(alert.Kind) ?? Defaults[alert.Kind];
        return new AlertText(templates.Title.For(alert), templates.Sentence.For(alert));
    }

    private static AlertTemplate Sound(string text, AlertKind kind) =>
        AlertTemplate.Read(text, kind, out var problems) ?? throw new InvalidOperationException($"{kind}: {problems[0]}");
}

/// <summary>The texts of a kind of alert before they are filled in.</summary>
public sealed record AlertTemplates(AlertTemplate Title, AlertTemplate Sentence);
