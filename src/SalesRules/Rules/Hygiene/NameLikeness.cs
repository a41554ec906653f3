using System.Text;

namespace SalesRules.Rules.Hygiene;

/// <summary>How alike two names of deals are: the share of trigrams that they have in common (catalogue section 8).</summary>
public static class NameLikeness
{
    /// <summary>1 for names that are equal once case, spaces and punctuation are left aside; 0 for names that share nothing or are empty.</summary>
    /// <returns>The Jaccard similarity of the trigrams of the normalised names, 0 to 1.</returns>
    public static decimal Of(string? one, string? other)
    {
        var first = Normalised(one);
        var second = Normalised(other);
        if (first.Length == 0 || second.Length == 0)
            return 0;
        if (first == second)
            return 1;
        var trigrams = Trigrams(first);
        var others = Trigrams(second);
        var common = trigrams.Count(others.Contains);
        return (decimal)common / (trigrams.Count + others.Count - common);
    }

    /// <summary>Lower case, letters and digits only, single spaces between words.</summary>
    private static string Normalised(string? name)
    {
        var text = new StringBuilder();
        foreach (var letter in name ?? "")
        {
            if (char.IsLetterOrDigit(letter))
                text.Append(char.ToLowerInvariant(letter));
            else if (text.Length > 0 && text[^1] != ' ')
                text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Of the name between two blanks before and one behind, as PostgreSQL's pg_trgm counts them, but over the whole name.</summary>
    private static HashSet<string> Trigrams(string name)
    {
        var padded = $"  {name} ";
        return [.. Enumerable.Range(0, padded.Length - 2).Select(start => padded.Substring(start, 3))];
    }
}
