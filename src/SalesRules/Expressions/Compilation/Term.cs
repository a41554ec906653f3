using SalesRules.Expressions.Syntax;
using SalesRules.Rules;

namespace SalesRules.Expressions.Compilation;

/// <summary>A piece of an expression whose type is known.</summary>
internal abstract class Term(ValueKind kind)
{
    public ValueKind Kind => kind;

    /// <summary>Where it stands; set once by the compiler.</summary>
    public Span Span { get; init; }

    /// <summary>The only texts that it can be; null: any.</summary>
    public Vocabulary? Vocabulary { get; init; }

    /// <summary>The text, where it is written out in the expression.</summary>
    public string? Constant { get; init; }

    /// <summary>Whether there is no value: true or false, never unknown.</summary>
    public abstract Func<Deal, bool> IsNull { get; }

    /// <summary>The same at a place of the expression.</summary>
    public abstract Term At(Span span);

    /// <summary>What it is for a deal. Only for the type that its kind stands for.</summary>
    public Func<Deal, T> As<T>() => ((Term<T>)this).Read;
}

/// <inheritdoc cref="Term"/>
/// <typeparam name="T">decimal?, string? (texts and ids), bool?, DateOnly?, DateTimeOffset? or int? (days); null: no value or unknown.</typeparam>
internal sealed class Term<T>(ValueKind kind, Func<Deal, T> read) : Term(kind)
{
    public Func<Deal, T> Read => read;

    public override Func<Deal, bool> IsNull => deal => read(deal) is null;

    public override Term At(Span span) => new Term<T>(Kind, read) { Span = span, Vocabulary = Vocabulary, Constant = Constant };
}

/// <summary>Terms of each kind.</summary>
internal static class Terms
{
    public static Term Number(Func<Deal, decimal?> read) => new Term<decimal?>(ValueKind.Number, read);

    public static Term Text(Func<Deal, string?> read, Vocabulary? vocabulary = null) => new Term<string?>(ValueKind.Text, read) { Vocabulary = vocabulary };

    public static Term TrueFalse(Func<Deal, bool?> read) => new Term<bool?>(ValueKind.TrueFalse, read);

    public static Term Date(Func<Deal, DateOnly?> read) => new Term<DateOnly?>(ValueKind.Date, read);

    public static Term DateTime(Func<Deal, DateTimeOffset?> read) => new Term<DateTimeOffset?>(ValueKind.DateTime, read);

    public static Term Days(Func<Deal, int?> read) => new Term<int?>(ValueKind.Days, read);

    public static Term Id(Func<Deal, string?> read) => new Term<string?>(ValueKind.Id, read);

    /// <summary>A date and time as its day in the policy's time zone; a date as it is.</summary>
    public static Func<Deal, DateOnly?> Day(Term term)
    {
        if (term.Kind == ValueKind.Date)
            return term.As<DateOnly?>();
        var read = term.As<DateTimeOffset?>();
        return deal => read(deal) is { } instant ? deal.Policy.DayOf(instant) : null;
    }

    public static bool IsDay(this Term term) => term.Kind is ValueKind.Date or ValueKind.DateTime;
}
