using System.Security.Cryptography;
using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// Texts of MEDDPICC that stand on so many open deals of one owner that they say nothing about any of them. Of each only a mark is kept:
/// what customers told is theirs.
/// </summary>
/// <param name="marks">From <see cref="MarkOf"/>.</param>
public sealed class RepeatedTexts(IEnumerable<string> marks)
{
    private readonly SortedSet<string> marks = new(marks, StringComparer.Ordinal);

    public static RepeatedTexts None { get; } = new([]);

    /// <summary>In a fixed order.</summary>
    public IReadOnlyCollection<string> Marks => marks;

    /// <summary>The fields of the deal, by the catalogue's names, whose text is one of them; none of a closed deal, which nobody asks.</summary>
    public IReadOnlySet<string> On(Opportunity deal) => marks.Count == 0 || deal.IsClosed == true
        ? new HashSet<string>()
        : AnswerMustSaySomethingRule.Texts.Where(field => MarkOf(deal, field) is { } mark && marks.Contains(mark)).Select(field => field.ApiName).ToHashSet();

    /// <summary>The same for the same text in the same field of the same owner, whatever its case and spaces; null where there is no text.</summary>
    internal static string? MarkOf(Opportunity deal, OpportunityField field)
    {
        if (field.TextOf(deal) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        var words = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{deal.OwnerId} {field.ApiName} {words}")).AsSpan(0, 16));
    }

    /// <summary>Counts texts, owner by owner: it holds those of one owner.</summary>
    /// <param name="least">How many deals make a text a repeated one.</param>
    public sealed class Builder(int least)
    {
        private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
        private readonly List<string> repeated = [];
        private SalesforceId? owner;

        /// <param name="deal">An open deal; those of one owner follow each other.</param>
        public void Add(Opportunity deal)
        {
            if (deal.OwnerId != owner)
                Close();
            owner = deal.OwnerId;
            foreach (var mark in AnswerMustSaySomethingRule.Texts.Select(field => MarkOf(deal, field)).OfType<string>())
                counts[mark] = counts.GetValueOrDefault(mark) + 1;
        }

        public RepeatedTexts Build()
        {
            Close();
            return new RepeatedTexts(repeated);
        }

        private void Close()
        {
            repeated.AddRange(counts.Where(text => text.Value >= least).Select(text => text.Key));
            counts.Clear();
        }
    }
}
