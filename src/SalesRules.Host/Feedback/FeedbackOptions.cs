namespace SalesRules.Host.Feedback;

/// <summary>The links under alerts by which people say whether they were useful. All text, so that what is wrong is said by its key and never quoted.</summary>
internal sealed class FeedbackOptions
{
    public const string Section = "Feedback";

    /// <summary>Where people reach this worker's health page from outside, such as https://rules.example.com. None: messages have no links.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>What links are signed with, 32 characters or more.</summary>
    public string? Secret { get; set; }

    /// <summary>A file that holds <see cref="Secret"/>.</summary>
    public string? SecretFile { get; set; }

    /// <summary>The secret that is being replaced: links signed with it are still taken.</summary>
    public string? PreviousSecret { get; set; }

    /// <summary>A file that holds <see cref="PreviousSecret"/>.</summary>
    public string? PreviousSecretFile { get; set; }

    /// <summary>How many days a link is taken: 1 to 365, 30 by default.</summary>
    public string? Days { get; set; }
}
