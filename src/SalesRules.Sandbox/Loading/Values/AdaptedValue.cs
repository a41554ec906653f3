using System.Text;
using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>A value with what the map does to it: translate, take a part, make an address, fall back when empty. In this order.</summary>
internal sealed class AdaptedValue(IMapValue value, IReadOnlyDictionary<string, string?> translations, string? take, IMapValue? whenEmpty) : IMapValue
{
    public const string FirstWord = "firstWord";
    public const string AfterFirstWord = "afterFirstWord";
    public const string Address = "address";

    public string? Of(SourceRow row, LoadScope scope)
    {
        var text = value.Of(row, scope);
        if (text is not null && translations.TryGetValue(text, out var translated))
            text = translated;
        if (text is not null)
            text = Take(text);
        return string.IsNullOrEmpty(text) ? whenEmpty?.Of(row, scope) : text;
    }

    private string Take(string text) => (take, text.IndexOf(' ', StringComparison.Ordinal)) switch
    {
        (FirstWord, > 0 and var space) => text[..space],
        (AfterFirstWord, > 0 and var space) => text[(space + 1)..],
        (Address, _) => AddressOf(text),
        _ => text,
    };

    /// <summary>Letters, digits and the signs of an address in lower case; spaces become dots.</summary>
    private static string AddressOf(string text)
    {
        var address = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (char.IsAsciiLetterOrDigit(sign) || sign is '@' or '.' or '-' or '_')
                address.Append(char.ToLowerInvariant(sign));
            else if (sign == ' ')
                address.Append('.');
        }
        return address.ToString();
    }
}
