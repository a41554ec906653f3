using SalesRules.Expressions.Compilation;

namespace SalesRules.Expressions.Functions;

/// <summary>Texts in any case, as Salesforce compares them.</summary>
internal static class TextFunctions
{
    public static Term Contains(IReadOnlyList<Term> arguments)
    {
        var (text, part) = (arguments[0].As<string?>(), arguments[1].Constant!);
        return Terms.TrueFalse(deal => text(deal)?.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    public static Term StartsWith(IReadOnlyList<Term> arguments)
    {
        var (text, part) = (arguments[0].As<string?>(), arguments[1].Constant!);
        return Terms.TrueFalse(deal => text(deal)?.StartsWith(part, StringComparison.OrdinalIgnoreCase));
    }

    public static Term Includes(IReadOnlyList<Term> arguments)
    {
        var (values, value) = (arguments[0].As<string?>(), arguments[1].Constant!);
        return Terms.TrueFalse(deal => values(deal) is { } all ? IsAmong(all, value) : null);
    }

    public static Term Length(IReadOnlyList<Term> arguments)
    {
        var text = arguments[0].As<string?>();
        return Terms.Number(deal => text(deal)?.Length);
    }

    private static bool IsAmong(ReadOnlySpan<char> values, ReadOnlySpan<char> value)
    {
        foreach (var part in values.Split(';'))
        {
            if (values[part].Trim().Equals(value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
