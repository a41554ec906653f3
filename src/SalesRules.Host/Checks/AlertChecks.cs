using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Feedback;
using SalesRules.Journal;
using SalesRules.Policies;

namespace SalesRules.Host.Checks;

/// <summary>Whether everybody whom the policy wants to tell can be told, and whether they are. Looks only.</summary>
internal sealed class AlertChecks(CheckList list, TimeProvider time)
{
    private const string NameThem = "Name a recipient of each role under Recipients, or take the role out of the policy's alerts.routes: docs/channels.md.";

    /// <param name="policy">Null: it cannot be used.</param>
    public async Task RunAsync(IConfiguration settings, Policy? policy, CancellationToken cancellationToken)
    {
        if (policy is null || list.Failures.Any(result => result.Name is CheckNames.Channels or CheckNames.Database))
        {
            list.Skip([CheckNames.Alerts], policy is null ? "the policy cannot be used" : "channels or database cannot be used");
            return;
        }

        try
        {
            var feedback = FeedbackSettings.Of(settings);
            using var channels = MessageChannels.Open(settings, time);
            var unfilled = new Addressees(channels.Recipients, channels.Channels).Unfilled(policy.Alerts);
            if (unfilled.Count > 0)
                list.Warn(CheckNames.Alerts, $"Nobody in the settings is {string.Join(", ", unfilled)}: alerts that the policy sends there are told to nobody.", NameThem);
            else if (await TroubleAsync(settings, cancellationToken) is { } trouble)
                list.Warn(CheckNames.Alerts, trouble, "Put the channel right: `salesrules channels test NAME` tries it, and what waits goes out by itself.");
            else
                list.Pass(CheckNames.Alerts, $"Every role of the policy is filled. {(feedback is null ? "Messages have no links to answer by (Feedback:PublicUrl)." : $"Answers come in at {feedback}.")}");
        }
        catch (Exception problem) when (problem is CommandException or JournalException)
        {
            list.Fail(CheckNames.Alerts, problem.Message);
        }
    }

    private async Task<string?> TroubleAsync(IConfiguration settings, CancellationToken cancellationToken)
    {
        var connectionString = settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString;
        // Opening an older journal would bring it up to date, and one that is not there would be made.
        if (await ScheduleChecks.SchemaOfAsync(connectionString, cancellationToken) != RunJournal.NewestSchema)
            return null;
        await using var journal = await RunJournal.OpenAsync(connectionString, time, cancellationToken: cancellationToken);
        return await journal.LastOrgAsync(cancellationToken) is { } orgId
            ? MessageTrouble.Of(await journal.MessageCountsAsync(orgId, time.GetUtcNow(), cancellationToken), time.GetUtcNow())
            : null;
    }
}
