using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Tests.Soql.Syntax;

/// <summary>What a query that is not SOQL is answered: texts and positions as real orgs word them.</summary>
public sealed class SyntaxErrorTests
{
    [TestCase("SELECT Id, FROM Account", 12, "unexpected token: 'FROM'")]
    [TestCase("SELECT Id FROM Account WHERE", 29, "unexpected token: '<EOF>'")]
    [TestCase("SELECT Id FROM Account WHERE Name = Acme", 37, "unexpected token: 'Acme'")]
    [TestCase("SELECT Id FROM Account WHERE Name = 'Fin'l", 42, "unexpected token: 'l'")]
    [TestCase("SELECT Id FROM Account WHERE Name = :name", 37, "Bind variables only allowed in Apex code")]
    [TestCase("SELECT Id FROM Account ALL ROWS", 24, "ALL ROWS not allowed in this context")]
    [TestCase("SELECT Id FROM Account LIMIT -1", 30, "unexpected token: '-1'")]
    [TestCase("SELECT Id FROM Account LIMIT 1 LIMIT 2", 32, "unexpected token: 'LIMIT'")]
    [TestCase("SELECT Id FROM Account WHERE CloseDate = LAST_N_DAYS", 53, "expecting a colon, found '<EOF>'")]
    [TestCase("SELECT Id FROM Account WHERE CloseDate = 2026-02-30", 42, "Invalid date: 2026-02-30")]
    [TestCase("SELECT COUNT(Id FROM Account", 17, "expecting a right parentheses, found 'FROM'")]
    [TestCase(@"SELECT Id FROM Account WHERE Name = 'a\z'", 37, @"Invalid string literal 'a\z'. Illegal character sequence '\z' in string literal.")]
    public void A_syntax_error_names_the_token_and_its_column(string soql, int column, string reason)
    {
        var refusal = Assert.Throws<SoqlException>(() => QueryParser.Parse(new QuerySource(soql)));

        Assert.Multiple(() =>
        {
            Assert.That(refusal.ErrorCode, Is.EqualTo("MALFORMED_QUERY"));
            Assert.That(refusal.Message, Does.EndWith($"\nERROR at Row:1:Column:{column}\n{reason}"));
        });
    }

    [TestCase("SELECT Id FROM Account WHERE Name = \"x\"", "line 1:36 no viable alternative at character '\"'")]
    [TestCase("SELECT Id FROM Account WHERE Name = 'x", "line 1:38 mismatched character '<EOF>' expecting '''")]
    [TestCase("SELECT Id FROM Account WHERE CreatedDate > 2026-02-01T10:00:00", "line 1:43 no viable alternative at character '2'")]
    public void A_character_that_starts_nothing_is_refused_in_one_line(string soql, string message)
    {
        var refusal = Assert.Throws<SoqlException>(() => QueryParser.Parse(new QuerySource(soql)));

        Assert.That(refusal.Message, Is.EqualTo(message));
    }

    [TestCase("Name = 'a' AND Name = 'b' OR Name = 'c'", "OR")]
    [TestCase("Name = 'a' OR Name = 'b' AND Name = 'c'", "AND")]
    [TestCase("Name = 'a' AND NOT Name = 'b'", "NOT")]
    [TestCase("NOT Name = 'a' AND Name = 'b'", "AND")]
    public void Connectives_mix_only_with_parentheses(string where, string token)
    {
        var refusal = Assert.Throws<SoqlException>(() => QueryParser.Parse(new QuerySource($"SELECT Id FROM Account WHERE {where}")));

        Assert.That(refusal.Message, Does.EndWith($"unexpected token: '{token}'"));
    }

    [Test]
    public void The_excerpt_reaches_thirty_characters_each_way_and_ends_with_whole_words()
    {
        const string Before = "SELECT Id, Name, LastActivityDate, Jigsaw, JigsawCompanyId, ";
        var source = new QuerySource(Before + "AccountSource, SicDesc, CustomerPriority__c, Active__c FROM Account");

        var refusal = source.Error("INVALID_FIELD", Before.Length, "reason");

        Assert.That(refusal.Message, Is.EqualTo(
            "\nLastActivityDate, Jigsaw, JigsawCompanyId, AccountSource, SicDesc, CustomerPriority__c\n"
            + new string(' ', 43) + "^\nERROR at Row:1:Column:61\nreason"));
    }

    [Test]
    public void The_row_counts_lines_and_the_column_starts_anew()
    {
        var refusal = new QuerySource("SELECT Id\nFROM Account\nWHERE Nope = 1").Error("INVALID_FIELD", 29, "reason");

        Assert.That(refusal.Message, Is.EqualTo("\nWHERE Nope = 1\n      ^\nERROR at Row:3:Column:7\nreason"));
    }

    [Test]
    public void A_query_of_100000_characters_is_read_and_one_more_is_refused()
    {
        const string Query = "SELECT Id FROM Account";
        Assert.DoesNotThrow(() => QueryParser.Parse(new QuerySource(Query.PadRight(100_000))));
        Assert.Throws<SoqlException>(() => QueryParser.Parse(new QuerySource(Query.PadRight(100_001))));
    }

    [Test]
    public void Endless_parentheses_are_refused_before_they_exhaust_the_stack()
    {
        var soql = $"SELECT Id FROM Account WHERE {new string('(', 50_000)}Name = 'x'";

        Assert.That(() => QueryParser.Parse(new QuerySource(soql)), Throws.TypeOf<SoqlException>());
    }
}
