using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>A web page where JSON was asked for: a maintenance notice, a login page.</summary>
public sealed record HtmlPageFault : ReplyFault
{
    /// <summary>The status it comes with. Default: 200, the one that clients believe.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The page. Default: a maintenance notice.</summary>
    public string Html { get; init; } =
        "<!DOCTYPE html>\n<html><head><title>Salesforce - Scheduled Maintenance</title></head>"
        + "<body><h1>We are down for maintenance</h1><p>Sorry for the inconvenience. We'll be back shortly.</p></body></html>\n";

    internal override FaultReply Reply() => OtherReply.Html(Status, Html);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Status is < 200 or > 599 or 204 or 304)
            problems.Add(nameof(Status), "must be a status that has a body: 200 to 599, other than 204 and 304");
    }
}
