using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Handoffs;

/// <summary>
/// Which sale a renewal renews that names none: the sale whose next open renewal of the account it is (catalogue section 5).
/// </summary>
public static class SaleOfARenewal
{
    /// <summary>
    /// The account's last won deal that closed before the renewal does, where that is new business or an expansion and no other open renewal
    /// of the account comes first. Null: there is none.
    /// </summary>
    /// <param name="renewal">An open renewal.</param>
    /// <param name="ofAccount">The open and the won deals of its account.</param>
    public static Opportunity? Of(Opportunity renewal, IEnumerable<Opportunity> ofAccount, MotionMap motions)
    {
        if (renewal.CloseDate is not { } due)
            return null;
        var others = ofAccount.Where(other => other.Id != renewal.Id && other.CloseDate is not null).ToList();
        var last = others.Where(other => other.IsWon == true && other.CloseDate < due).OrderBy(won => won.CloseDate).ThenBy(won => won.Id).LastOrDefault();
        if (last is null || IsRenewal(last))
            return null;
        return others.Any(other => other.IsClosed == false && IsRenewal(other) && other.CloseDate > last.CloseDate && IsBefore(other, renewal)) ? null : last;

        bool IsRenewal(Opportunity deal) => (motions.Find(deal.Type) ?? motions.Otherwise) == Motion.Renewal;
    }

    /// <summary>Of two that close on one day the one with the lower id comes first, so that only one of them does.</summary>
    private static bool IsBefore(Opportunity one, Opportunity other) =>
        one.CloseDate < other.CloseDate || (one.CloseDate == other.CloseDate && one.Id.CompareTo(other.Id) < 0);
}
