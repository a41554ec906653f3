namespace SalesRules.Journal.Slots;

/// <summary>Why the words of a schedule hold no more.</summary>
public enum TermsEnd
{
    /// <summary>The settings have other words for it since.</summary>
    Changed,

    /// <summary>The settings have it, with Enabled=false.</summary>
    Disabled,

    /// <summary>The settings have it no more.</summary>
    Removed,
}
