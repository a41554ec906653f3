using System.CommandLine;
using SalesRules.Host.Runs;

namespace SalesRules.Host.Commands;

/// <summary><c>--approve-budget NAME --reason TEXT</c>: a person lets one run go beyond the change budget.</summary>
internal static class BudgetOptions
{
    public static Option<string?> ApproveBudget { get; } = new("--approve-budget")
    {
        Description = "Let this run go beyond the policy's change-budget; who answers for it. Needs --reason.",
        HelpName = "NAME",
    };

    public static Option<string?> Reason { get; } = new("--reason") { Description = "Why the change-budget may be exceeded. Kept in the journal.", HelpName = "TEXT" };

    /// <summary>Null where nobody approves.</summary>
    /// <exception cref="CommandException">One is given without the other.</exception>
    public static BudgetApproval? Read(ParseResult parse)
    {
        var by = parse.GetValue(ApproveBudget)?.Trim();
        var reason = parse.GetValue(Reason)?.Trim();
        return (by, reason) switch
        {
            (null, null) => null,
            ({ Length: > 0 }, { Length: > 0 }) => new BudgetApproval(by, reason),
            _ => throw CommandException.WrongInput("--approve-budget NAME and --reason TEXT go together: the journal keeps who let a run exceed its change budget, and why."),
        };
    }
}
