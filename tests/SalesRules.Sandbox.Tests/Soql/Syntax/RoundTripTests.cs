using FsCheck;
using FsCheck.Fluent;
using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Tests.Soql.Syntax;

/// <summary>Any query that can be written down is read back as what was written.</summary>
public sealed class RoundTripTests
{
    private const string SomeText = "a 'b' \\ % _ \n \" é -- ) , FROM";

    [Test]
    public void A_written_query_reads_back_the_same() => Prop.ForAll(Queries(depth: 2).ToArbitrary(), query =>
    {
        var written = SoqlPrinter.Print(query);
        return SoqlPrinter.Print(QueryParser.Parse(new QuerySource(written))) == written;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Case_and_white_space_of_keywords_do_not_matter() => Prop.ForAll(Queries(depth: 1).ToArbitrary(), query =>
    {
        var written = SoqlPrinter.Print(query);
        var changed = written.Replace("SELECT ", "select\t", StringComparison.Ordinal).Replace(" AND ", "\n and ", StringComparison.Ordinal)
            .Replace(" ORDER BY ", " Order  By ", StringComparison.Ordinal);
        return SoqlPrinter.Print(QueryParser.Parse(new QuerySource(changed))) == written;
    }).QuickCheckThrowOnFailure();

    private static Gen<Query> Queries(int depth) =>
        from items in Items(depth).NonEmptyListOf()
        from alias in Gen.Elements(null, "o", "o2")
        from condition in Optional(Conditions(depth))
        from groups in Expressions().ListOf(2)
        from having in Optional(Conditions(0))
        from orders in Orders().ListOf(2)
        from limit in Gen.Elements<int?>(null, 0, 7, 50_000)
        from offset in Gen.Choose(0, 2000)
        select new Query
        {
            Select = [.. items.Take(4)],
            From = new PathExpression(["Opportunity"], 0),
            Alias = alias,
            Where = condition,
            GroupBy = [.. groups],
            Having = having,
            OrderBy = [.. orders],
            Limit = limit,
            Offset = offset,
        };

    private static Gen<SelectItem> Items(int depth)
    {
        var plain = from expression in Expressions()
                    from alias in Gen.Elements(null, "total", "n1")
                    select (SelectItem)new SelectExpression(expression, alias);
        var subquery = depth == 0 ? plain : Queries(depth - 1).Select(query => (SelectItem)new SelectSubquery(query, 0));
        return Gen.Frequency((5, plain), (1, subquery));
    }

    private static Gen<Expression> Expressions()
    {
        var path = Gen.Elements<Expression>(
            new PathExpression(["Name"], 0), new PathExpression(["Owner", "Manager", "Email"], 0), new PathExpression(["MIQL_Total__c"], 0));
        var call = from function in Gen.Elements("SUM", "COUNT_DISTINCT", "CALENDAR_YEAR", "toLabel")
                   from argument in path
                   select (Expression)new CallExpression(function, [argument], 0);
        return Gen.OneOf(path, call);
    }

    private static Gen<OrderItem> Orders() =>
        from expression in Expressions()
        from isDescending in Gen.Elements(true, false)
        from nullsLast in Gen.Elements(true, false)
        select new OrderItem(expression, isDescending, nullsLast);

    private static Gen<Condition> Conditions(int depth)
    {
        var comparison = from left in Expressions()
                         from sign in Gen.Elements(Enum.GetValues<ComparisonOperator>())
                         from right in Literals()
                         select (Condition)new ComparisonCondition(left, sign, right);
        var list = from left in Expressions()
                   from negated in Gen.Elements(true, false)
                   from values in Literals().NonEmptyListOf()
                   from isSelection in Gen.Elements(true, false)
                   select isSelection
                       ? (Condition)new SelectionCondition(left, negated, [.. values])
                       : new ListCondition(left, negated, [.. values]);
        if (depth == 0)
            return Gen.OneOf(comparison, list);
        var join = from left in Expressions()
                   from negated in Gen.Elements(true, false)
                   from query in Queries(depth - 1)
                   select (Condition)new SubqueryCondition(left, negated, query);
        var chain = from parts in Conditions(depth - 1).ListOf(3)
                    from isOr in Gen.Elements(true, false)
                    select isOr ? (Condition)new OrCondition([.. parts]) : new AndCondition([.. parts]);
        var not = Conditions(depth - 1).Select(inner => (Condition)new NotCondition(inner));
        return Gen.OneOf(comparison, list, join, chain, not);
    }

    private static Gen<Literal> Literals()
    {
        var periods = from period in Gen.Elements([.. PeriodNames.All])
                      from count in Gen.Choose(0, 400)
                      select (Literal)new PeriodLiteral(period.Name, period.TakesCount ? count : null, 0);
        var texts = from start in Gen.Choose(0, SomeText.Length)
                    from length in Gen.Choose(0, SomeText.Length - start)
                    select (Literal)new TextLiteral(SomeText.Substring(start, length), "", 0);
        var dateTimes = from seconds in Gen.Choose(0, int.MaxValue)
                        from offset in Gen.Choose(-12, 12)
                        select (Literal)new DateTimeLiteral(DateTimeOffset.FromUnixTimeSeconds(seconds).ToOffset(TimeSpan.FromHours(offset)), 0);
        return Gen.OneOf(
            periods, texts, dateTimes,
            Gen.Elements<Literal>(new NullLiteral(0), new BooleanLiteral(true, 0), new BooleanLiteral(false, 0)),
            Gen.Choose(-100_000, 100_000).Select(number => (Literal)new NumberLiteral(number / 100m, 0)),
            Gen.Choose(0, 80_000).Select(days => (Literal)new DateLiteral(new DateOnly(1900, 1, 1).AddDays(days), 0)));
    }

    private static Gen<T?> Optional<T>(Gen<T> gen) where T : class => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));
}
