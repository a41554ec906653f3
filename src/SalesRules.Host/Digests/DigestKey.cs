using System.Globalization;
using SalesRules.Digests;
using SalesRules.Host.Alerts;

namespace SalesRules.Host.Digests;

/// <summary>The keys of digests as messages: one a kind, business day, team and recipient, so that sending twice on a day is once.</summary>
internal static class DigestKey
{
    public static string Of(DigestScope scope, DigestKind kind, string recipient) => LetterKey.Within(string.Create(
        CultureInfo.InvariantCulture, $"digest/{kind.Name()}/{(scope.Team is { } team ? $"{team}/" : "")}{scope.Today:yyyy-MM-dd}/{LetterKey.Name(recipient)}"));
}
