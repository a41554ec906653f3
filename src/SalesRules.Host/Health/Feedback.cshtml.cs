using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SalesRules.Host.Configuration;
using SalesRules.Host.Feedback;
using SalesRules.Journal;
using SalesRules.Notifications.Feedback;

namespace SalesRules.Host.Health;

/// <summary>
/// Where the links under an alert lead. Following one shows a button and nothing of the alert: mail scanners follow every link, and links are
/// forwarded. Pressing the button gives the answer. The link's signature is what a form's token would be: nobody can make one for others.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class FeedbackModel(Workplace workplace) : PageModel
{
    private readonly JournaledAnswers answers = new(workplace.Journal);

    public string Sentence { get; private set; } = "";

    /// <summary>Null: there is nothing to press.</summary>
    public string? Button { get; private set; }

    private string? Token => Request.Query["t"];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(async () =>
    {
        var reading = workplace.Get<FeedbackLinks>().Read(Token);
        if (reading is not FeedbackReading.Valid(var claim))
            return Refusal(reading);
        if (await answers.HasAnsweredAsync(claim, cancellationToken))
            return Refusal(new FeedbackReading.Used(claim));
        Button = claim.Answer == FeedbackAnswer.Useful ? "Yes, it was useful" : "No, it was not useful";
        return (StatusCodes.Status200OK, "Press the button to answer. One answer counts, and it helps to tell the rules that help from those that only make noise.");
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(async () =>
        await workplace.Get<FeedbackLinks>().UseAsync(Token, answers, cancellationToken) is var reading and not FeedbackReading.Valid
            ? Refusal(reading)
            : (StatusCodes.Status200OK, "Thank you: your answer is taken down."));

    private async Task<IActionResult> ShowAsync(Func<Task<(int Status, string Sentence)>> answerAsync)
    {
        if (!workplace.Get<FeedbackLinks>().AreOn)
            return NotFound();
        try
        {
            (Response.StatusCode, Sentence) = await answerAsync();
        }
        catch (JournalException)
        {
            (Response.StatusCode, Sentence) = (StatusCodes.Status503ServiceUnavailable, "Answers cannot be taken down right now. Please follow the link again later.");
        }

        return Page();
    }

    private static (int Status, string Sentence) Refusal(FeedbackReading reading) => reading switch
    {
        FeedbackReading.Expired => (StatusCodes.Status410Gone, "This link is too old: the alert was sent too long ago to be answered."),
        FeedbackReading.Used => (StatusCodes.Status409Conflict, "You have answered for this alert already. The first answer counts."),
        _ => (StatusCodes.Status400BadRequest, "This link is none of ours, or it was changed on its way. Follow the one in the message again."),
    };
}
