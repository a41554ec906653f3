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

    public string Title => Word("answer-title");

    private string? Token => Request.Query["t"];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(async () =>
    {
        var reading = workplace.Get<FeedbackLinks>().Read(Token);
        if (reading is not FeedbackReading.Valid(var claim))
            return Refusal(reading);
        if (await answers.HasAnsweredAsync(claim, cancellationToken))
            return Refusal(new FeedbackReading.Used(claim));
        Button = Word(claim.Answer == FeedbackAnswer.Useful ? "answer-yes" : "answer-no");
        return (StatusCodes.Status200OK, Word("answer-press"));
    });

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => ShowAsync(async () =>
        await workplace.Get<FeedbackLinks>().UseAsync(Token, answers, cancellationToken) is var reading and not FeedbackReading.Valid
            ? Refusal(reading)
            : (StatusCodes.Status200OK, Word("answer-thanks")));

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
            (Response.StatusCode, Sentence) = (StatusCodes.Status503ServiceUnavailable, Word("answer-later"));
        }

        return Page();
    }

    private (int Status, string Sentence) Refusal(FeedbackReading reading) => reading switch
    {
        FeedbackReading.Expired => (StatusCodes.Status410Gone, Word("answer-too-old")),
        FeedbackReading.Used => (StatusCodes.Status409Conflict, Word("answer-used")),
        _ => (StatusCodes.Status400BadRequest, Word("answer-not-ours")),
    };

    private string Word(string key) => workplace.Policy.Alerts.Word(key);
}
