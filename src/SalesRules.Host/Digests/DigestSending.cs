using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Digests;
using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Host.Digests.Forms;
using SalesRules.Host.Digests.Pages;
using SalesRules.Journal;
using SalesRules.Notifications.Recipients;
using SalesRules.Policies;

namespace SalesRules.Host.Digests;

/// <summary>What became of a digest that was sent.</summary>
/// <param name="Letters">How many recipients it is for.</param>
/// <param name="Untold">Managers who are not told, and why, without customers' values.</param>
internal sealed record DigestPost(int Letters, PostTally Tally, IReadOnlyList<string> Untold)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"for {Letters:N0} recipient{(Letters == 1 ? "" : "s")}; {Tally}.");
}

/// <summary>
/// Puts a digest into the outbox for the recipients of the policy, each once a business day, and makes one round of tries. What does not go
/// out then stays there for the worker.
/// </summary>
internal sealed class DigestSending(RunJournal journal, Policy policy, RecipientBook recipients, Addressees addressees, Postman postman)
{
    /// <summary>In the reviews' list of recipients: every manager gets their own review.</summary>
    public const string EachManager = "manager";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Before anything is read: whether there is somebody to send it to.</summary>
    /// <exception cref="CommandException">Nobody, or somebody whom the settings do not know.</exception>
    public void DemandRecipients(DigestKind kind)
    {
        var to = policy.Digests.Texts[kind].To;
        if (to.Count == 0)
            throw CommandException.WrongInput($"--send: the policy names nobody who gets it: list recipients of the settings in digests.{kind.Name()}.to.");
        var strangers = to.Where(name => recipients.Find(name) is null && !IsEachManager(kind, name)).ToList();
        if (strangers.Count > 0)
            throw CommandException.WrongInput($"--send: digests.{kind.Name()}.to names {string.Join(", ", strangers)}, and the settings have no such recipient: they have {(recipients.All.Count == 0 ? "none" : string.Join(", ", recipients.All.Select(one => one.Name).Order(StringComparer.Ordinal)))}. docs/channels.md says how to add one.");
    }

    public async Task<DigestPost> SendAsync(DigestReading reading, CancellationToken cancellationToken)
    {
        var untold = new List<string>();
        List<Letter> letters = [.. policy.Digests.Texts[reading.Digest.Kind].To.SelectMany(name => Letters(name, reading, untold))];

        // Who dies before has told nobody and queues again; who dies behind it finds the letters queued, under the same keys.
        await journal.QueueAsync(reading.Org, [.. letters.Select(letter => letter.ToQueued())], cancellationToken);
        return new DigestPost(letters.Count, await postman.SendDueAsync(reading.Org, Patience, cancellationToken), untold);
    }

    private IEnumerable<Letter> Letters(string name, DigestReading reading, List<string> untold)
    {
        if (reading.Digest is ManagerReviews reviews && IsEachManager(reviews.Kind, name))
            return reviews.Managers.Select(review => ToManager(review, reviews, reading, untold)).OfType<Letter>();
        return [Letter.To(recipients.Find(name)!, DigestMessage.Of(DigestPage.Of(reading), DigestKey.Of(reading.Digest.Scope, reading.Digest.Kind, name)))];
    }

    private Letter? ToManager(ManagerReview review, ManagerReviews reviews, DigestReading reading, List<string> untold)
    {
        if (review.Manager is not { } manager || reviews.Scope.Users is not { } users)
            return null;
        if (addressees.Find(new AlertRecipient(EachManager, manager), users, out var why) is { } to)
        {
            var own = reading with { Digest = reviews.For(review) };
            return new Letter(to.Name, to.Profile, to.Address, DigestMessage.Of(DigestPage.Of(own), DigestKey.Of(reviews.Scope, reviews.Kind, $"{manager}")));
        }

        untold.Add(why);
        return null;
    }

    private static bool IsEachManager(DigestKind kind, string name) => kind == DigestKind.Reviews && name.Equals(EachManager, StringComparison.OrdinalIgnoreCase);
}
