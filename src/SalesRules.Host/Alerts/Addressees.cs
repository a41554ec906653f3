using SalesRules.Alerts;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Recipients;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Alerts;

/// <summary>
/// From the policy's roles to people of the settings. Owners and managers are told as the recipient who names their user; everybody else of
/// them by the recipients called owner and manager, at the mail address of their user.
/// </summary>
internal sealed class Addressees(RecipientBook recipients, ChannelBook channels)
{
    /// <summary>Who is told; null: nobody, and <paramref name="why"/> says why, without customers' values.</summary>
    public Addressee? Find(AlertRecipient wanted, UserDirectory users, out string why)
    {
        why = "";
        if (wanted.User is { } user)
            return FindUser(wanted.Role, user, users, out why);
        if (recipients.Find(wanted.Role) is { } profile)
            return new Addressee(profile.Name, profile.Name, null);
        why = $"Recipients has no {wanted.Role}";
        return null;
    }

    /// <summary>The roles of the policy's routes that the settings fill with nobody. Whoever names their own user is told without it.</summary>
    public IReadOnlyList<string> Unfilled(AlertPolicy policy) =>
        [.. policy.Routes.SelectMany(route => route.To).Distinct(StringComparer.OrdinalIgnoreCase).Where(role => recipients.Find(role) is null).Order(StringComparer.Ordinal)];

    private Addressee? FindUser(string role, SalesforceId user, UserDirectory users, out string why)
    {
        why = "";
        // Who has left is told nothing any more: their deals are their manager's now.
        if (users.ManagersOf(user).Prepend(users.Find(user)).FirstOrDefault(person => person?.IsActive == true) is not { } person)
            why = $"the deal's {role} is not active, and nobody above them is";
        else if (recipients.FindUser(person.Id.Value) is { } own)
            return new Addressee(own.Name, own.Name, null);
        else if (recipients.Find(role) is not { } shared)
            why = $"Recipients has no {role}, and no recipient names the user {person.Id}";
        else if (person.Email is null && shared.Addresses.Any(channel => channel.Value is null && channels.Find(channel.Key)!.TakesMailAddresses))
            why = $"the user {person.Id} has no mail address that our user may see";
        else
            return new Addressee(person.Id.Value, shared.Name, person.Email);
        return null;
    }
}
