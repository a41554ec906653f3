using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The data API refuses the call with any code.</summary>
public sealed record ApiErrorFault : ReplyFault
{
    /// <summary>400 to 599. Default: 400.</summary>
    public int Status { get; init; } = 400;

    /// <summary>Salesforce's error code, such as <c>TXN_SECURITY_METERING_ERROR</c>; required.</summary>
    public string Code { get; init; } = "";

    /// <summary>The text of the error; required.</summary>
    public string Message { get; init; } = "";

    internal override FaultReply Reply() => OtherReply.Error(Status, Code, Message);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Status is < 400 or > 599)
            problems.Add(nameof(Status), "must be an error: 400 to 599");
        problems.Require(nameof(Code), Code);
        problems.Require(nameof(Message), Message);
    }
}
